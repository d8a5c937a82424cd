"""Items know what people call them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("items", sa.Column("aliases", sa.JSON, nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("items", "aliases")

"""Machines are known by when they were last there, by their version and by what troubles their devices."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("terminals", sa.Column("seen_at", sa.DateTime(), nullable=True))
    op.add_column("terminals", sa.Column("version", sa.String(32), nullable=True))
    op.add_column("terminals", sa.Column("troubles", sa.JSON(), nullable=False, server_default="{}"))


def downgrade() -> None:
    op.drop_column("terminals", "troubles")
    op.drop_column("terminals", "version")
    op.drop_column("terminals", "seen_at")

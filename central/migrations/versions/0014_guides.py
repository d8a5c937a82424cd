"""Guides: every version of what is told about an item."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "guides",
        sa.Column("hall_id", sa.String(length=64), nullable=False),
        sa.Column("item_id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("effective_from", sa.Date(), nullable=False),
        sa.Column("published_at", sa.DateTime(), nullable=False),
        sa.Column("published_by", sa.String(length=64), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["hall_id", "item_id"], ["items.hall_id", "items.id"], name=op.f("fk_guides_hall_id_item_id")),
        sa.PrimaryKeyConstraint("hall_id", "item_id", "version", name=op.f("pk_guides")),
    )
    op.create_index("ix_guides_in_force", "guides", ["hall_id", "item_id", "effective_from", "version"])


def downgrade() -> None:
    op.drop_index("ix_guides_in_force", "guides")
    op.drop_table("guides")

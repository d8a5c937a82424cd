"""Notices (一次性告知): what residents were told is missing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "notices",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("hall_id", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("request_key", sa.String(80), nullable=False),
        sa.Column("request_mark", sa.String(64), nullable=False),
        sa.Column("visit", sa.String(64), nullable=False),
        sa.Column("item_id", sa.String(64), nullable=False),
        sa.Column("guide_version", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("held", sa.JSON(), nullable=False),
        sa.Column("missing", sa.JSON(), nullable=False),
        sa.Column("on_the_spot", sa.JSON(), nullable=False),
        sa.Column("promises", sa.JSON(), nullable=False),
        sa.Column("deadline_days", sa.Integer(), nullable=True),
        sa.Column("told_at", sa.DateTime(), nullable=False),
        sa.Column("told_by", sa.String(64), nullable=False),
        sa.Column("person_mark", sa.String(64), nullable=True),
        sa.Column("second", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sa.ForeignKeyConstraint(["hall_id"], ["halls.id"], name=op.f("fk_notices_hall_id")),
        sa.UniqueConstraint("hall_id", "request_key", name=op.f("uq_notices_hall_id_request_key")),
        sa.UniqueConstraint("hall_id", "number", name=op.f("uq_notices_hall_id_number")),
    )
    op.create_index("ix_notices_person", "notices", ["hall_id", "item_id", "person_mark"])
    op.create_index("ix_notices_told", "notices", ["hall_id", "told_at"])


def downgrade() -> None:
    op.drop_table("notices")

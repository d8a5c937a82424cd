"""Calls for help: acknowledged, escalated, rung by the staff too. The roster. Where a machine stands, and whom to complain to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

ADDED = ("acknowledged_at", "acknowledged_by", "level", "outcome", "line_id", "item_id", "window_id", "rung_by")


def upgrade() -> None:
    op.add_column("halls", sa.Column("complaints_phone", sa.String(length=64), nullable=False, server_default="12345"))
    op.add_column("terminals", sa.Column("place", sa.String(length=64), nullable=True))
    with op.batch_alter_table("help_calls") as batch_op:
        batch_op.alter_column("terminal_id", existing_type=sa.String(length=36), nullable=True)
        batch_op.add_column(sa.Column("acknowledged_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("acknowledged_by", sa.String(length=36), nullable=True))
        batch_op.add_column(sa.Column("level", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("outcome", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("line_id", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("item_id", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("window_id", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("rung_by", sa.String(length=36), nullable=True))
        batch_op.create_index("ix_help_calls_hall", ["hall_id", "rung_at"], unique=False)
        batch_op.create_index("ix_help_calls_state", ["state"], unique=False)
    op.execute("UPDATE help_calls SET outcome = 'withdrawn' WHERE state = 'closed' AND answered_at IS NULL")
    op.execute("UPDATE help_calls SET outcome = 'helped' WHERE state = 'closed' AND answered_at IS NOT NULL")
    op.create_table("roster",
    sa.Column("staff_id", sa.String(length=36), nullable=False),
    sa.Column("hall_id", sa.String(length=64), nullable=False),
    sa.Column("post", sa.JSON(none_as_null=True), nullable=True),
    sa.Column("duty", sa.JSON(none_as_null=True), nullable=True),
    sa.Column("phone", sa.String(length=64), nullable=True),
    sa.Column("items", sa.JSON(), nullable=False),
    sa.Column("spans", sa.JSON(), nullable=False),
    sa.Column("rung", sa.String(length=16), nullable=False),
    sa.Column("shown", sa.Boolean(), nullable=False),
    sa.Column("away_from", sa.Date(), nullable=True),
    sa.Column("away_until", sa.Date(), nullable=True),
    sa.Column("picture_mark", sa.String(length=16), nullable=True),
    sa.Column("picture", sa.LargeBinary(), nullable=True),
    sa.ForeignKeyConstraint(["hall_id"], ["halls.id"], name=op.f("fk_roster_hall_id")),
    sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_roster_staff_id")),
    sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_roster"))
    )
    op.create_index("ix_roster_hall_id", "roster", ["hall_id"])


def downgrade() -> None:
    op.drop_table("roster")
    op.execute("DELETE FROM help_calls WHERE terminal_id IS NULL")
    op.execute("UPDATE help_calls SET state = 'ringing' WHERE state = 'acknowledged'")
    with op.batch_alter_table("help_calls") as batch_op:
        batch_op.drop_index("ix_help_calls_state")
        batch_op.drop_index("ix_help_calls_hall")
        for name in ADDED:
            batch_op.drop_column(name)
        batch_op.alter_column("terminal_id", existing_type=sa.String(length=36), nullable=False)
    op.drop_column("terminals", "place")
    op.drop_column("halls", "complaints_phone")

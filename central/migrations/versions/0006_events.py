"""Events are found by hall alone: one index less to keep on the hottest path."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("events") as batch_op:
        batch_op.drop_index(batch_op.f("ix_events_at"))


def downgrade() -> None:
    with op.batch_alter_table("events") as batch_op:
        batch_op.create_index(batch_op.f("ix_events_at"), ["at"], unique=False)

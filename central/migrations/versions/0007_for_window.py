"""Who was sent to a window is found without looking at anybody else."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

SENT = "state = 'waiting' AND for_window IS NOT NULL"

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_tickets_for_window",
        "tickets",
        ["hall_id", "day", "for_window", "since", "seq"],
        sqlite_where=sa.text(SENT),
        postgresql_where=sa.text(SENT),
    )


def downgrade() -> None:
    op.drop_index("ix_tickets_for_window", "tickets")

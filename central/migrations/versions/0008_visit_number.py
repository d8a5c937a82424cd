"""Requests for a visit at home are counted, so that one can be spoken of on the telephone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

EARLIER = "o.asked_at < home_visits.asked_at OR (o.asked_at = home_visits.asked_at AND o.id <= home_visits.id)"


def upgrade() -> None:
    op.add_column("home_visits", sa.Column("number", sa.Integer, nullable=False, server_default="0"))
    count = f"SELECT count(*) FROM home_visits o WHERE o.hall_id = home_visits.hall_id AND ({EARLIER})"
    op.execute(f"UPDATE home_visits SET number = ({count})")
    op.create_index("uq_home_visits_number", "home_visits", ["hall_id", "number"], unique=True)


def downgrade() -> None:
    op.drop_index("uq_home_visits_number", "home_visits")
    op.drop_column("home_visits", "number")

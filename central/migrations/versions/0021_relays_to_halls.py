"""A mandate is relayed to another hall of the service, whose staff take it over and pass it back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

ADDED = ("hall_id", "taken_at", "taken_by", "outcome", "wanted")


def upgrade() -> None:
    with op.batch_alter_table("mandate_relays") as batch_op:
        batch_op.add_column(sa.Column("hall_id", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("taken_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("taken_by", sa.String(length=36), nullable=True))
        batch_op.add_column(sa.Column("outcome", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("wanted", sa.JSON(none_as_null=True), nullable=True))
        batch_op.create_foreign_key(op.f("fk_mandate_relays_hall_id"), "halls", ["hall_id"], ["id"])
        batch_op.create_index("ix_mandate_relays_hall", ["hall_id", "back_at"], unique=False)


def downgrade() -> None:
    """What lies with another hall stays with it by name."""
    with op.batch_alter_table("mandate_relays") as batch_op:
        batch_op.drop_index("ix_mandate_relays_hall")
        batch_op.drop_constraint(op.f("fk_mandate_relays_hall_id"), type_="foreignkey")
        for name in ADDED:
            batch_op.drop_column(name)

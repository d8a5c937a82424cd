"""The audit says which fields were changed, and a hall's entries are found by their time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("audit", sa.Column("fields", sa.JSON(none_as_null=True), nullable=True))
    op.drop_index("ix_audit_at", table_name="audit")
    op.create_index("ix_audit_hall", "audit", ["hall_id", "at", "id"])


def downgrade() -> None:
    op.drop_index("ix_audit_hall", table_name="audit")
    op.create_index("ix_audit_at", "audit", ["at"])
    with op.batch_alter_table("audit") as batch_op:
        batch_op.drop_column("fields")

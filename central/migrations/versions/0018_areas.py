"""A call zone has a name in each language, as everything else of a hall that residents meet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

WINDOWS = sa.table(
    "windows",
    sa.column("hall_id", sa.String),
    sa.column("id", sa.String),
    sa.column("area", sa.String),
    sa.column("names", sa.JSON),
)


def upgrade() -> None:
    op.add_column("windows", sa.Column("names", sa.JSON(), nullable=True))
    for hall, window, area, _ in _rows():
        if area is not None:
            _put(hall, window, names={"zh": area})
    op.drop_column("windows", "area")
    op.alter_column("windows", "names", new_column_name="area")


def downgrade() -> None:
    op.alter_column("windows", "area", new_column_name="names")
    op.add_column("windows", sa.Column("area", sa.String(64), nullable=True))
    for hall, window, _, names in _rows():
        if names is not None:
            _put(hall, window, area=names["zh"])
    op.drop_column("windows", "names")


def _rows() -> list[sa.Row]:
    return list(op.get_bind().execute(sa.select(WINDOWS)))


def _put(hall: str, window: str, **values: object) -> None:
    op.execute(WINDOWS.update().where(WINDOWS.c.hall_id == hall, WINDOWS.c.id == window).values(values))

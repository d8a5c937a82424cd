"""Ratings, and calls for a helper."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

# Ratings are only ever added. Whoever has the file can drop a trigger, and then the seals tell (central.ratings.chain).
APPEND_ONLY = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} are only ever added'); END
"""
ON_POSTGRESQL = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION only_ever_added()
"""
REFUSE = """
CREATE OR REPLACE FUNCTION only_ever_added() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% are only ever added', TG_TABLE_NAME; END $$
"""
GUARDED = [(table, verb) for table in ("ratings", "rating_refusals") for verb in ("UPDATE", "DELETE")]

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rating_heads",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("last", sa.String(length=64), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating_heads")),
    )
    op.create_table(
        "rating_refusals",
        sa.Column("receipt", sa.String(length=64), nullable=False),
        sa.Column("hall_id", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(["hall_id"], ["halls.id"], name=op.f("fk_rating_refusals_hall_id")),
        sa.PrimaryKeyConstraint("receipt", name=op.f("pk_rating_refusals")),
    )
    op.create_table(
        "ratings",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hall_id", sa.String(length=64), nullable=False),
        sa.Column("ticket_mark", sa.String(length=64), nullable=False),
        sa.Column("window_id", sa.String(), nullable=False),
        sa.Column("line_id", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=8), nullable=False),
        sa.Column("lang", sa.String(length=16), nullable=False),
        sa.Column("served_on", sa.Date(), nullable=False),
        sa.Column("rated_at", sa.DateTime(), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.CheckConstraint("level BETWEEN 1 AND 5", name=op.f("ck_ratings_level")),
        sa.ForeignKeyConstraint(
            ["hall_id", "window_id"], ["windows.hall_id", "windows.id"], name=op.f("fk_ratings_hall_id_window_id")
        ),
        sa.ForeignKeyConstraint(["hall_id"], ["halls.id"], name=op.f("fk_ratings_hall_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_ratings")),
        sa.UniqueConstraint("ticket_mark", name=op.f("uq_ratings_ticket_mark")),
    )
    with op.batch_alter_table("ratings") as batch_op:
        batch_op.create_index(batch_op.f("ix_ratings_hall_id"), ["hall_id"], unique=False)

    op.create_table(
        "help_calls",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("hall_id", sa.String(length=64), nullable=False),
        sa.Column("terminal_id", sa.String(length=36), nullable=False),
        sa.Column("request_key", sa.String(length=80), nullable=False),
        sa.Column("doing", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("rung_at", sa.DateTime(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("answered_by", sa.String(length=36), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["answered_by"], ["staff.id"], name=op.f("fk_help_calls_answered_by")),
        sa.ForeignKeyConstraint(["hall_id"], ["halls.id"], name=op.f("fk_help_calls_hall_id")),
        sa.ForeignKeyConstraint(["terminal_id"], ["terminals.id"], name=op.f("fk_help_calls_terminal_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_calls")),
        sa.UniqueConstraint("hall_id", "request_key", name=op.f("uq_help_calls_hall_id_request_key")),
    )

    on_postgresql = op.get_bind().dialect.name == "postgresql"
    if on_postgresql:
        op.execute(REFUSE)
    for table, verb in GUARDED:
        op.execute((ON_POSTGRESQL if on_postgresql else APPEND_ONLY).format(table=table, verb=verb))


def downgrade() -> None:
    op.drop_table("help_calls")
    with op.batch_alter_table("ratings") as batch_op:
        batch_op.drop_index(batch_op.f("ix_ratings_hall_id"))

    op.drop_table("ratings")
    op.drop_table("rating_refusals")
    op.drop_table("rating_heads")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION only_ever_added()")

"""Opinions, complaints and enquiries; ratings of the help."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

# Ratings are only ever added, as those of tickets are.
ON_SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} are only ever added'); END
"""
ON_POSTGRESQL = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION only_ever_added()
"""
GUARDED = [(table, verb) for table in ("help_ratings", "help_rating_refusals") for verb in ("UPDATE", "DELETE")]


def upgrade() -> None:
    op.create_table(
        "opinions",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("hall_id", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("lang", sa.String(length=16), nullable=False),
        sa.Column("told_at", sa.DateTime(), nullable=False),
        sa.Column("told_by", sa.String(length=64), nullable=False),
        sa.Column("request_key", sa.String(length=80), nullable=False),
        sa.Column("request_mark", sa.String(length=64), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("name", sa.LargeBinary(), nullable=True),
        sa.Column("phone", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("owner_id", sa.String(length=36), nullable=True),
        sa.Column("office", sa.String(length=80), nullable=True),
        sa.Column("result", sa.String(length=16), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("reply", sa.String(length=16), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["hall_id"], ["halls.id"], name=op.f("fk_opinions_hall_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opinions")),
        sa.UniqueConstraint("hall_id", "request_key", name=op.f("uq_opinions_hall_id_request_key")),
        sa.UniqueConstraint("hall_id", "year", "serial", name=op.f("uq_opinions_hall_id_year_serial")),
    )
    op.create_index("ix_opinions_state", "opinions", ["hall_id", "state", "due_on"], unique=False)
    op.create_index("ix_opinions_told", "opinions", ["hall_id", "told_at"], unique=False)
    op.create_table(
        "help_ratings",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hall_id", sa.String(length=64), nullable=False),
        sa.Column("call_mark", sa.String(length=64), nullable=False),
        sa.Column("helper_id", sa.String(length=36), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=8), nullable=False),
        sa.Column("lang", sa.String(length=16), nullable=False),
        sa.Column("helped_on", sa.Date(), nullable=False),
        sa.Column("rated_at", sa.DateTime(), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.CheckConstraint("level BETWEEN 1 AND 5", name=op.f("ck_help_ratings_level")),
        sa.ForeignKeyConstraint(["hall_id"], ["halls.id"], name=op.f("fk_help_ratings_hall_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_help_ratings")),
        sa.UniqueConstraint("call_mark", name=op.f("uq_help_ratings_call_mark")),
    )
    op.create_index("ix_help_ratings_hall", "help_ratings", ["hall_id", "helped_on"], unique=False)
    op.create_table(
        "help_rating_refusals",
        sa.Column("receipt", sa.String(length=64), nullable=False),
        sa.Column("hall_id", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(["hall_id"], ["halls.id"], name=op.f("fk_help_rating_refusals_hall_id")),
        sa.PrimaryKeyConstraint("receipt", name=op.f("pk_help_rating_refusals")),
    )
    guard = ON_POSTGRESQL if op.get_bind().dialect.name == "postgresql" else ON_SQLITE
    for table, verb in GUARDED:
        op.execute(guard.format(table=table, verb=verb))


def downgrade() -> None:
    op.drop_table("help_rating_refusals")
    op.drop_table("help_ratings")
    op.execute("DELETE FROM rating_heads WHERE id = 2")  # the end of a chain that is no more
    op.drop_table("opinions")

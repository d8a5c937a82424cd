"""Self-checks, training, proposals of the staff, the knowledge base; agents; what is paid and fetched for residents."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("roster", sa.Column("agent", sa.String(16), server_default="no", nullable=False))
    op.add_column("mandates", sa.Column("reviewed_at", sa.DateTime(), nullable=True))
    op.create_table(
        "mandate_payments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mandate_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("what", sa.JSON(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=True),
        sa.Column("voucher", sa.String(length=40), nullable=True),
        sa.Column("taken_at", sa.DateTime(), nullable=False),
        sa.Column("handed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["mandate_id"], ["mandates.id"], name=op.f("fk_mandate_payments_mandate_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandate_payments")),
    )
    op.create_index("ix_mandate_payments_mandate_id", "mandate_payments", ["mandate_id"], unique=False)
    _self_checks()
    _trainings()
    _proposals()
    _answers()


def _self_checks() -> None:
    op.create_table(
        "self_checks",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("hall_id", sa.String(length=64), nullable=False),
        sa.Column("checked_at", sa.DateTime(), nullable=False),
        sa.Column("checked_by", sa.String(length=64), nullable=False),
        sa.Column("points", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["hall_id"], ["halls.id"], name=op.f("fk_self_checks_hall_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_self_checks")),
    )
    op.create_index("ix_self_checks_hall", "self_checks", ["hall_id", "checked_at"], unique=False)


def _trainings() -> None:
    op.create_table(
        "trainings",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("hall_id", sa.String(length=64), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("topic", sa.String(length=80), nullable=False),
        sa.Column("held_by", sa.String(length=16), nullable=False),
        sa.Column("teacher", sa.String(length=64), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("people", sa.JSON(), nullable=False),
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["hall_id"], ["halls.id"], name=op.f("fk_trainings_hall_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trainings")),
    )
    op.create_index("ix_trainings_hall", "trainings", ["hall_id", "held_on"], unique=False)


def _proposals() -> None:
    op.create_table(
        "proposals",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("hall_id", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("about", sa.String(length=16), nullable=False),
        sa.Column("item_id", sa.String(length=64), nullable=True),
        sa.Column("words", sa.String(length=1000), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(length=36), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("answer", sa.String(length=1000), nullable=True),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("came", sa.String(length=1000), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["hall_id"], ["halls.id"], name=op.f("fk_proposals_hall_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
        sa.UniqueConstraint("hall_id", "year", "serial", name=op.f("uq_proposals_hall_id_year_serial")),
    )


def _answers() -> None:
    op.create_table(
        "answers",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("hall_id", sa.String(length=64), nullable=False),
        sa.Column("question", sa.String(length=300), nullable=False),
        sa.Column("answer", sa.String(length=2000), nullable=False),
        sa.Column("item_id", sa.String(length=64), nullable=True),
        sa.Column("opinion_id", sa.String(length=36), nullable=True),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["hall_id"], ["halls.id"], name=op.f("fk_answers_hall_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answers")),
        sa.UniqueConstraint("opinion_id", name=op.f("uq_answers_opinion_id")),
    )
    op.create_index("ix_answers_hall_id", "answers", ["hall_id"], unique=False)


def downgrade() -> None:
    for table in ("answers", "proposals", "trainings", "self_checks", "mandate_payments"):
        op.drop_table(table)
    op.drop_column("mandates", "reviewed_at")
    op.drop_column("roster", "agent")

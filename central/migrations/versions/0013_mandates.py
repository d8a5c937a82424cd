"""Mandates (代办): their course, papers, relays, supplements, deliveries, and the forms of a hall."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0009"
branch_labels = None
depends_on = None

# The course of a mandate is only ever added to; what its words were is forgotten with the person.
FACTS = "mandate_id, at, act, actor, detail"
APPEND_ONLY = """
CREATE TRIGGER mandate_steps_no_{verb} BEFORE {event} ON mandate_steps
BEGIN SELECT RAISE(ABORT, 'mandate_steps are only ever added'); END
"""
ON_POSTGRESQL = """
CREATE TRIGGER mandate_steps_no_{verb} BEFORE {event} ON mandate_steps FOR EACH STATEMENT EXECUTE FUNCTION only_ever_added()
"""
GUARDED = {"update": f"UPDATE OF {FACTS}", "delete": "DELETE"}


def upgrade() -> None:
    op.create_table(
        "mandate_forms",
        sa.Column("hall_id", sa.String(length=64), nullable=False),
        sa.Column("form", sa.String(length=16), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["hall_id"], ["halls.id"], name=op.f("fk_mandate_forms_hall_id")),
        sa.PrimaryKeyConstraint("hall_id", "form", name=op.f("pk_mandate_forms")),
    )
    op.create_table(
        "mandates",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("hall_id", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("item_id", sa.String(length=64), nullable=True),
        sa.Column("item_name", sa.JSON(), nullable=False),
        sa.Column("lang", sa.String(length=16), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(length=64), nullable=False),
        sa.Column("request_key", sa.String(length=80), nullable=False),
        sa.Column("request_mark", sa.String(length=64), nullable=False),
        sa.Column("code", sa.LargeBinary(), nullable=True),
        sa.Column("code_mark", sa.String(length=64), nullable=True),
        sa.Column("person_mark", sa.String(length=64), nullable=True),
        sa.Column("name", sa.LargeBinary(), nullable=True),
        sa.Column("id_number", sa.LargeBinary(), nullable=True),
        sa.Column("phone", sa.LargeBinary(), nullable=True),
        sa.Column("address", sa.LargeBinary(), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("signature", sa.LargeBinary(), nullable=True),
        sa.Column("accepted_at", sa.DateTime(), nullable=True),
        sa.Column("promised_days", sa.Integer(), nullable=True),
        sa.Column("statutory_days", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("statutory_on", sa.Date(), nullable=True),
        sa.Column("agent_id", sa.String(length=36), nullable=True),
        sa.Column("deputy_id", sa.String(length=36), nullable=True),
        sa.Column("outcome", sa.String(length=16), nullable=True),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.Column("content", sa.String(length=16), nullable=True),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["hall_id"], ["halls.id"], name=op.f("fk_mandates_hall_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandates")),
        sa.UniqueConstraint("hall_id", "code_mark", name=op.f("uq_mandates_hall_id_code_mark")),
        sa.UniqueConstraint("hall_id", "request_key", name=op.f("uq_mandates_hall_id_request_key")),
        sa.UniqueConstraint("hall_id", "year", "serial", name=op.f("uq_mandates_hall_id_year_serial")),
    )
    op.create_index("ix_mandates_made", "mandates", ["hall_id", "made_at"], unique=False)
    op.create_index("ix_mandates_person", "mandates", ["hall_id", "person_mark"], unique=False)
    op.create_index("ix_mandates_state", "mandates", ["hall_id", "state", "due_on"], unique=False)
    op.create_table(
        "mandate_deliveries",
        sa.Column("mandate_id", sa.String(length=36), nullable=False),
        sa.Column("way", sa.String(length=16), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
        sa.Column("carrier", sa.String(length=40), nullable=True),
        sa.Column("tracking", sa.LargeBinary(), nullable=True),
        sa.Column("signature", sa.LargeBinary(), nullable=True),
        sa.Column("received_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["mandate_id"], ["mandates.id"], name=op.f("fk_mandate_deliveries_mandate_id")),
        sa.PrimaryKeyConstraint("mandate_id", name=op.f("pk_mandate_deliveries")),
    )
    op.create_table(
        "mandate_papers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mandate_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("original", sa.Boolean(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("handed_over_at", sa.DateTime(), nullable=False),
        sa.Column("returned_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["mandate_id"], ["mandates.id"], name=op.f("fk_mandate_papers_mandate_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandate_papers")),
    )
    op.create_index(op.f("ix_mandate_papers_mandate_id"), "mandate_papers", ["mandate_id"], unique=False)
    op.create_table(
        "mandate_relays",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mandate_id", sa.String(length=36), nullable=False),
        sa.Column("office", sa.String(length=80), nullable=False),
        sa.Column("level", sa.String(length=16), nullable=False),
        sa.Column("lead", sa.Boolean(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("back_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["mandate_id"], ["mandates.id"], name=op.f("fk_mandate_relays_mandate_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandate_relays")),
    )
    op.create_index(op.f("ix_mandate_relays_mandate_id"), "mandate_relays", ["mandate_id"], unique=False)
    op.create_table(
        "mandate_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mandate_id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("act", sa.String(length=16), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["mandate_id"], ["mandates.id"], name=op.f("fk_mandate_steps_mandate_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandate_steps")),
    )
    op.create_index("ix_mandate_steps_mandate", "mandate_steps", ["mandate_id", "id"], unique=False)
    op.create_table(
        "mandate_supplements",
        sa.Column("mandate_id", sa.String(length=36), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("wanted", sa.JSON(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("received_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["mandate_id"], ["mandates.id"], name=op.f("fk_mandate_supplements_mandate_id")),
        sa.PrimaryKeyConstraint("mandate_id", name=op.f("pk_mandate_supplements")),
    )

    guard = ON_POSTGRESQL if op.get_bind().dialect.name == "postgresql" else APPEND_ONLY
    for verb, event in GUARDED.items():
        op.execute(guard.format(verb=verb, event=event))


def downgrade() -> None:
    for table in ("steps", "papers", "relays", "supplements", "deliveries", "forms"):
        op.drop_table(f"mandate_{table}")
    op.drop_table("mandates")

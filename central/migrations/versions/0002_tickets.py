"""Tickets and calls."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "counters",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("line_id", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["hall_id", "line_id"], ["lines.hall_id", "lines.id"], name=op.f("fk_counters_hall_id_line_id")),
        sa.PrimaryKeyConstraint("hall_id", "line_id", "day", name=op.f("pk_counters")),
    )
    op.create_table(
        "tickets",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("line_id", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("priority", sa.String(length=64), nullable=True),
        sa.Column("evidence", sa.String(length=32), nullable=True),
        sa.Column("lang", sa.String(length=16), nullable=False),
        sa.Column("issued_at", sa.DateTime(), nullable=False),
        sa.Column("issued_by", sa.String(length=36), nullable=False),
        sa.Column("request_key", sa.String(length=80), nullable=False),
        sa.Column("request_mark", sa.String(length=64), nullable=False),
        sa.Column("public_key", sa.String(length=32), nullable=False),
        sa.Column("window_id", sa.String(), nullable=True),
        sa.Column("print_outcome", sa.String(length=16), nullable=True),
        sa.ForeignKeyConstraint(["hall_id", "line_id"], ["lines.hall_id", "lines.id"], name=op.f("fk_tickets_hall_id_line_id")),
        sa.ForeignKeyConstraint(
            ["hall_id", "window_id"], ["windows.hall_id", "windows.id"], name=op.f("fk_tickets_hall_id_window_id")
        ),
        sa.ForeignKeyConstraint(["issued_by"], ["terminals.id"], name=op.f("fk_tickets_issued_by")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_tickets")),
        sa.UniqueConstraint("hall_id", "day", "number", name="uq_tickets_number"),
        sa.UniqueConstraint("hall_id", "line_id", "day", "serial", name="uq_tickets_serial"),
        sa.UniqueConstraint("hall_id", "request_key", name="uq_tickets_request_key"),
        sa.UniqueConstraint("id", name=op.f("uq_tickets_id")),
        sa.UniqueConstraint("public_key", name=op.f("uq_tickets_public_key")),
    )
    with op.batch_alter_table("tickets") as batch_op:
        batch_op.create_index(
            "ix_tickets_waiting",
            ["hall_id", "line_id", "day", "rank", "seq"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"), postgresql_where=sa.text("state = 'waiting'"),
        )
        batch_op.create_index(
            "uq_tickets_called", ["hall_id", "window_id"], unique=True, sqlite_where=sa.text("state = 'called'"), postgresql_where=sa.text("state = 'called'")
        )

    op.create_table(
        "calls",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("ticket_id", sa.String(length=36), nullable=False),
        sa.Column("line_id", sa.String(), nullable=False),
        sa.Column("window_id", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(length=36), nullable=False),
        sa.Column("called_at", sa.DateTime(), nullable=False),
        sa.Column("recalls", sa.Integer(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("outcome", sa.String(length=16), nullable=True),
        sa.ForeignKeyConstraint(
            ["hall_id", "window_id"], ["windows.hall_id", "windows.id"], name=op.f("fk_calls_hall_id_window_id")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_calls_staff_id")),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name=op.f("fk_calls_ticket_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calls")),
    )
    with op.batch_alter_table("calls") as batch_op:
        batch_op.create_index(
            "ix_calls_finished", ["hall_id", "line_id", "closed_at"], unique=False, sqlite_where=sa.text("outcome = 'finished'"), postgresql_where=sa.text("outcome = 'finished'")
        )
        batch_op.create_index("uq_calls_open_ticket", ["ticket_id"], unique=True, sqlite_where=sa.text("closed_at IS NULL"), postgresql_where=sa.text("closed_at IS NULL"))
        batch_op.create_index(
            "uq_calls_open_window", ["hall_id", "window_id"], unique=True, sqlite_where=sa.text("closed_at IS NULL"), postgresql_where=sa.text("closed_at IS NULL")
        )

    op.create_table(
        "prints",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("fault", sa.String(length=32), nullable=True),
        sa.Column("reprint", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name=op.f("fk_prints_ticket_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prints")),
    )
    with op.batch_alter_table("prints") as batch_op:
        batch_op.create_index(batch_op.f("ix_prints_ticket_id"), ["ticket_id"], unique=False)

    op.create_table(
        "ticket_holders",
        sa.Column("ticket_id", sa.String(length=36), nullable=False),
        sa.Column("kept_since", sa.DateTime(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("id_mark", sa.String(length=64), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("id_number", sa.LargeBinary(), nullable=False),
        sa.Column("birth", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name=op.f("fk_ticket_holders_ticket_id")),
        sa.PrimaryKeyConstraint("ticket_id", name=op.f("pk_ticket_holders")),
    )
    with op.batch_alter_table("ticket_holders") as batch_op:
        batch_op.create_index(batch_op.f("ix_ticket_holders_id_mark"), ["id_mark"], unique=False)
        batch_op.create_index(batch_op.f("ix_ticket_holders_kept_since"), ["kept_since"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("ticket_holders") as batch_op:
        batch_op.drop_index(batch_op.f("ix_ticket_holders_kept_since"))
        batch_op.drop_index(batch_op.f("ix_ticket_holders_id_mark"))

    op.drop_table("ticket_holders")
    with op.batch_alter_table("prints") as batch_op:
        batch_op.drop_index(batch_op.f("ix_prints_ticket_id"))

    op.drop_table("prints")
    with op.batch_alter_table("calls") as batch_op:
        batch_op.drop_index("uq_calls_open_window", sqlite_where=sa.text("closed_at IS NULL"), postgresql_where=sa.text("closed_at IS NULL"))
        batch_op.drop_index("uq_calls_open_ticket", sqlite_where=sa.text("closed_at IS NULL"), postgresql_where=sa.text("closed_at IS NULL"))
        batch_op.drop_index("ix_calls_finished", sqlite_where=sa.text("outcome = 'finished'"), postgresql_where=sa.text("outcome = 'finished'"))

    op.drop_table("calls")
    with op.batch_alter_table("tickets") as batch_op:
        batch_op.drop_index("uq_tickets_called", sqlite_where=sa.text("state = 'called'"), postgresql_where=sa.text("state = 'called'"))
        batch_op.drop_index("ix_tickets_waiting", sqlite_where=sa.text("state = 'waiting'"), postgresql_where=sa.text("state = 'waiting'"))

    op.drop_table("tickets")
    op.drop_table("counters")

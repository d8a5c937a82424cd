"""The queue done right: fair order, quotas, areas and tidal windows, special days, skills, appointments, home visits."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

OPEN = "state IN ('waiting', 'called', 'parked')"
PERSON = f"{OPEN} AND person_mark IS NOT NULL"

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("home_visits",
    sa.Column("id", sa.String(length=36), nullable=False),
    sa.Column("hall_id", sa.String(length=64), nullable=False),
    sa.Column("state", sa.String(length=16), nullable=False),
    sa.Column("line_id", sa.String(), nullable=True),
    sa.Column("source", sa.String(length=16), nullable=False),
    sa.Column("asked_at", sa.DateTime(), nullable=False),
    sa.Column("asked_by", sa.String(length=36), nullable=False),
    sa.Column("request_key", sa.String(length=80), nullable=False),
    sa.Column("request_mark", sa.String(length=64), nullable=False),
    sa.Column("name", sa.LargeBinary(), nullable=True),
    sa.Column("phone", sa.LargeBinary(), nullable=True),
    sa.Column("place", sa.LargeBinary(), nullable=True),
    sa.Column("planned_at", sa.DateTime(), nullable=True),
    sa.Column("staff_id", sa.String(length=36), nullable=True),
    sa.Column("closed_at", sa.DateTime(), nullable=True),
    sa.Column("note", sa.LargeBinary(), nullable=True),
    sa.ForeignKeyConstraint(["hall_id"], ["halls.id"], name=op.f("fk_home_visits_hall_id")),
    sa.PrimaryKeyConstraint("id", name=op.f("pk_home_visits")),
    sa.UniqueConstraint("hall_id", "request_key", name=op.f("uq_home_visits_hall_id_request_key"))
    )
    with op.batch_alter_table("home_visits") as batch_op:
        batch_op.create_index("ix_home_visits_hall", ["hall_id", "state", "asked_at"], unique=False)

    op.create_table("appointments",
    sa.Column("id", sa.String(length=36), nullable=False),
    sa.Column("hall_id", sa.String(length=64), nullable=False),
    sa.Column("line_id", sa.String(), nullable=False),
    sa.Column("day", sa.Date(), nullable=False),
    sa.Column("slot", sa.Integer(), nullable=False),
    sa.Column("state", sa.String(length=16), nullable=False),
    sa.Column("source", sa.String(length=16), nullable=False),
    sa.Column("lang", sa.String(length=16), nullable=False),
    sa.Column("booked_at", sa.DateTime(), nullable=False),
    sa.Column("booked_by", sa.String(length=36), nullable=False),
    sa.Column("request_key", sa.String(length=80), nullable=False),
    sa.Column("request_mark", sa.String(length=64), nullable=False),
    sa.Column("code_mark", sa.String(length=64), nullable=False),
    sa.Column("person_mark", sa.String(length=64), nullable=True),
    sa.Column("name", sa.LargeBinary(), nullable=True),
    sa.Column("phone", sa.LargeBinary(), nullable=True),
    sa.Column("ticket_id", sa.String(length=36), nullable=True),
    sa.ForeignKeyConstraint(["hall_id", "line_id"], ["lines.hall_id", "lines.id"], name=op.f("fk_appointments_hall_id_line_id")),
    sa.ForeignKeyConstraint(["hall_id"], ["halls.id"], name=op.f("fk_appointments_hall_id")),
    sa.PrimaryKeyConstraint("id", name=op.f("pk_appointments")),
    sa.UniqueConstraint("hall_id", "request_key", name=op.f("uq_appointments_hall_id_request_key"))
    )
    with op.batch_alter_table("appointments") as batch_op:
        batch_op.create_index("ix_appointments_code", ["hall_id", "day", "code_mark"], unique=True)
        batch_op.create_index("ix_appointments_person", ["hall_id", "day", "person_mark"], unique=False)
        batch_op.create_index("ix_appointments_slot", ["hall_id", "day", "line_id", "slot"], unique=False)

    op.create_table("band_counts",
    sa.Column("hall_id", sa.String(), nullable=False),
    sa.Column("line_id", sa.String(), nullable=False),
    sa.Column("day", sa.Date(), nullable=False),
    sa.Column("band", sa.Integer(), nullable=False),
    sa.Column("issued", sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(["hall_id", "line_id"], ["lines.hall_id", "lines.id"], name=op.f("fk_band_counts_hall_id_line_id")),
    sa.PrimaryKeyConstraint("hall_id", "line_id", "day", "band", name=op.f("pk_band_counts"))
    )
    op.create_table("line_days",
    sa.Column("hall_id", sa.String(), nullable=False),
    sa.Column("line_id", sa.String(), nullable=False),
    sa.Column("day", sa.Date(), nullable=False),
    sa.Column("last", sa.Integer(), nullable=False),
    sa.Column("waiting_priority", sa.Integer(), nullable=False),
    sa.Column("waiting_normal", sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(["hall_id", "line_id"], ["lines.hall_id", "lines.id"], name=op.f("fk_line_days_hall_id_line_id")),
    sa.PrimaryKeyConstraint("hall_id", "line_id", "day", name=op.f("pk_line_days"))
    )
    op.create_table("special_days",
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("hall_id", sa.String(length=64), nullable=False),
    sa.Column("line_id", sa.String(), nullable=True),
    sa.Column("day", sa.Date(), nullable=False),
    sa.Column("kind", sa.String(length=16), nullable=False),
    sa.Column("name", sa.JSON(), nullable=False),
    sa.Column("spans", sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(["hall_id", "line_id"], ["lines.hall_id", "lines.id"], name=op.f("fk_special_days_hall_id_line_id")),
    sa.ForeignKeyConstraint(["hall_id"], ["halls.id"], name=op.f("fk_special_days_hall_id")),
    sa.PrimaryKeyConstraint("id", name=op.f("pk_special_days"))
    )
    with op.batch_alter_table("special_days") as batch_op:
        batch_op.create_index("ix_special_days_hall", ["hall_id", "day"], unique=False)

    op.create_table("staff_lines",
    sa.Column("staff_id", sa.String(length=36), nullable=False),
    sa.Column("hall_id", sa.String(), nullable=False),
    sa.Column("line_id", sa.String(), nullable=False),
    sa.ForeignKeyConstraint(["hall_id", "line_id"], ["lines.hall_id", "lines.id"], name=op.f("fk_staff_lines_hall_id_line_id")),
    sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_staff_lines_staff_id")),
    sa.PrimaryKeyConstraint("staff_id", "hall_id", "line_id", name=op.f("pk_staff_lines"))
    )
    op.create_table("window_changes",
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("hall_id", sa.String(), nullable=False),
    sa.Column("window_id", sa.String(), nullable=False),
    sa.Column("at", sa.DateTime(), nullable=False),
    sa.Column("what", sa.String(length=16), nullable=False),
    sa.Column("cause", sa.String(length=32), nullable=False),
    sa.Column("staff_id", sa.String(length=36), nullable=True),
    sa.Column("waiting", sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(["hall_id", "window_id"], ["windows.hall_id", "windows.id"], name=op.f("fk_window_changes_hall_id_window_id")),
    sa.PrimaryKeyConstraint("id", name=op.f("pk_window_changes"))
    )
    with op.batch_alter_table("window_changes") as batch_op:
        batch_op.create_index("ix_window_changes_hall", ["hall_id", "at"], unique=False)

    op.execute(
        "INSERT INTO line_days (hall_id, line_id, day, last, waiting_priority, waiting_normal)"
        " SELECT hall_id, line_id, day, last,"
        " (SELECT count(*) FROM tickets t WHERE t.hall_id = c.hall_id AND t.line_id = c.line_id AND t.day = c.day"
        " AND t.state = 'waiting' AND t.rank = 0),"
        " (SELECT count(*) FROM tickets t WHERE t.hall_id = c.hall_id AND t.line_id = c.line_id AND t.day = c.day"
        " AND t.state = 'waiting' AND t.rank = 1)"
        " FROM counters c"
    )
    op.drop_table("counters")
    with op.batch_alter_table("calls") as batch_op:
        batch_op.add_column(sa.Column("reason", sa.String(length=24), nullable=False, server_default="first_come"))
        batch_op.add_column(sa.Column("run", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("waited_s", sa.Integer(), nullable=False, server_default="0"))
        batch_op.drop_index(batch_op.f("ix_calls_finished"), sqlite_where=sa.text("outcome = 'finished'"))
        batch_op.create_index("ix_calls_of_hall", ["hall_id", "called_at"], unique=False)
        batch_op.create_index("ix_calls_of_ticket", ["ticket_id"], unique=False)
        batch_op.create_index("ix_calls_of_window", ["hall_id", "window_id", "id"], unique=False)

    with op.batch_alter_table("halls") as batch_op:
        batch_op.add_column(sa.Column("rules", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="0"))

    with op.batch_alter_table("lines") as batch_op:
        batch_op.add_column(sa.Column("active", sa.Boolean(), nullable=False, server_default=sa.true()))
        batch_op.add_column(sa.Column("daily_quota", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("bands", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("slot_min", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("slot_places", sa.Integer(), nullable=True))

    with op.batch_alter_table("priorities") as batch_op:
        batch_op.add_column(sa.Column("active", sa.Boolean(), nullable=False, server_default=sa.true()))
        batch_op.add_column(sa.Column("evidence", sa.JSON(), nullable=False, server_default="[]"))

    with op.batch_alter_table("staff") as batch_op:
        batch_op.add_column(sa.Column("active", sa.Boolean(), nullable=False, server_default=sa.true()))

    with op.batch_alter_table("tickets") as batch_op:
        batch_op.add_column(sa.Column("issued_line_id", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("since", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("person_mark", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("for_window", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("appointment_id", sa.String(length=36), nullable=True))

    op.execute("UPDATE tickets SET issued_line_id = line_id, since = issued_at")
    with op.batch_alter_table("tickets") as batch_op:
        batch_op.alter_column("issued_line_id", existing_type=sa.String(), nullable=False)
        batch_op.alter_column("since", existing_type=sa.DateTime(), nullable=False)
        batch_op.drop_constraint(batch_op.f("uq_tickets_public_key"), type_="unique")
        batch_op.drop_index(batch_op.f("ix_tickets_waiting"), sqlite_where=sa.text("state = 'waiting'"))
        batch_op.create_index("ix_tickets_waiting", ["hall_id", "day", "line_id", "rank", "since", "seq"], unique=False, sqlite_where=sa.text("state = 'waiting'"), postgresql_where=sa.text("state = 'waiting'"))
        batch_op.drop_constraint(batch_op.f("uq_tickets_request_key"), type_="unique")
        batch_op.create_unique_constraint("uq_tickets_request_key", ["hall_id", "day", "request_key"])
        batch_op.drop_constraint(batch_op.f("uq_tickets_serial"), type_="unique")
        batch_op.create_unique_constraint("uq_tickets_serial", ["hall_id", "day", "issued_line_id", "serial"])
        batch_op.create_index("ix_tickets_open", ["hall_id", "day"], unique=False, sqlite_where=sa.text(OPEN), postgresql_where=sa.text(OPEN))
        batch_op.create_index("uq_tickets_person", ["hall_id", "day", "line_id", "person_mark"], unique=True, sqlite_where=sa.text(PERSON), postgresql_where=sa.text(PERSON))
        batch_op.drop_constraint(batch_op.f("fk_tickets_issued_by"), type_="foreignkey")
        batch_op.drop_column("public_key")

    with op.batch_alter_table("window_lines") as batch_op:
        batch_op.add_column(sa.Column("weight", sa.Integer(), nullable=False, server_default="1"))

    with op.batch_alter_table("windows") as batch_op:
        batch_op.add_column(sa.Column("active", sa.Boolean(), nullable=False, server_default=sa.true()))
        batch_op.add_column(sa.Column("area", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("paused", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("staff_id", sa.String(length=36), nullable=True))
        batch_op.add_column(sa.Column("tidal", sa.JSON(), nullable=True))



def downgrade() -> None:
    with op.batch_alter_table("windows") as batch_op:
        batch_op.drop_column("tidal")
        batch_op.drop_column("staff_id")
        batch_op.drop_column("paused")
        batch_op.drop_column("area")
        batch_op.drop_column("active")

    with op.batch_alter_table("window_lines") as batch_op:
        batch_op.drop_column("weight")

    with op.batch_alter_table("tickets") as batch_op:
        batch_op.add_column(sa.Column("public_key", sa.String(length=32), nullable=True))

    op.execute("UPDATE tickets SET public_key = replace(id, '-', ''), line_id = issued_line_id")
    op.execute("UPDATE tickets SET state = 'cancelled' WHERE state = 'parked'")
    # Tickets that a member of the staff issued name the hall's first machine: the older tables knew no other issuer.
    op.execute(
        "UPDATE tickets SET issued_by = (SELECT min(m.id) FROM terminals m WHERE m.hall_id = tickets.hall_id)"
        " WHERE issued_by NOT IN (SELECT id FROM terminals)"
    )
    with op.batch_alter_table("tickets") as batch_op:
        batch_op.alter_column("public_key", existing_type=sa.String(length=32), nullable=False)
        batch_op.create_foreign_key(batch_op.f("fk_tickets_issued_by"), "terminals", ["issued_by"], ["id"])
        batch_op.drop_index("uq_tickets_person", sqlite_where=sa.text(PERSON), postgresql_where=sa.text(PERSON))
        batch_op.drop_index("ix_tickets_open", sqlite_where=sa.text(OPEN), postgresql_where=sa.text(OPEN))
        batch_op.drop_constraint("uq_tickets_serial", type_="unique")
        batch_op.create_unique_constraint(batch_op.f("uq_tickets_serial"), ["hall_id", "line_id", "day", "serial"])
        batch_op.drop_constraint("uq_tickets_request_key", type_="unique")
        batch_op.create_unique_constraint(batch_op.f("uq_tickets_request_key"), ["hall_id", "request_key"])
        batch_op.drop_index("ix_tickets_waiting", sqlite_where=sa.text("state = 'waiting'"), postgresql_where=sa.text("state = 'waiting'"))
        batch_op.create_index(batch_op.f("ix_tickets_waiting"), ["hall_id", "line_id", "day", "rank", "seq"], unique=False, sqlite_where=sa.text("state = 'waiting'"), postgresql_where=sa.text("state = 'waiting'"))
        batch_op.create_unique_constraint(batch_op.f("uq_tickets_public_key"), ["public_key"])
        batch_op.drop_column("appointment_id")
        batch_op.drop_column("for_window")
        batch_op.drop_column("person_mark")
        batch_op.drop_column("since")
        batch_op.drop_column("issued_line_id")

    with op.batch_alter_table("staff") as batch_op:
        batch_op.drop_column("active")

    with op.batch_alter_table("priorities") as batch_op:
        batch_op.drop_column("evidence")
        batch_op.drop_column("active")

    with op.batch_alter_table("lines") as batch_op:
        batch_op.drop_column("slot_places")
        batch_op.drop_column("slot_min")
        batch_op.drop_column("bands")
        batch_op.drop_column("daily_quota")
        batch_op.drop_column("active")

    with op.batch_alter_table("halls") as batch_op:
        batch_op.drop_column("version")
        batch_op.drop_column("rules")

    with op.batch_alter_table("calls") as batch_op:
        batch_op.drop_index("ix_calls_of_window")
        batch_op.drop_index("ix_calls_of_ticket")
        batch_op.drop_index("ix_calls_of_hall")
        batch_op.create_index(batch_op.f("ix_calls_finished"), ["hall_id", "line_id", "closed_at"], unique=False, sqlite_where=sa.text("outcome = 'finished'"), postgresql_where=sa.text("outcome = 'finished'"))
        batch_op.drop_column("waited_s")
        batch_op.drop_column("run")
        batch_op.drop_column("reason")

    op.create_table("counters",
    sa.Column("hall_id", sa.String(), nullable=False),
    sa.Column("line_id", sa.String(), nullable=False),
    sa.Column("day", sa.Date(), nullable=False),
    sa.Column("last", sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(["hall_id", "line_id"], ["lines.hall_id", "lines.id"], name=op.f("fk_counters_hall_id_line_id")),
    sa.PrimaryKeyConstraint("hall_id", "line_id", "day", name=op.f("pk_counters"))
    )
    op.execute("INSERT INTO counters (hall_id, line_id, day, last) SELECT hall_id, line_id, day, last FROM line_days")
    with op.batch_alter_table("window_changes") as batch_op:
        batch_op.drop_index("ix_window_changes_hall")

    op.drop_table("window_changes")
    op.drop_table("staff_lines")
    with op.batch_alter_table("special_days") as batch_op:
        batch_op.drop_index("ix_special_days_hall")

    op.drop_table("special_days")
    op.drop_table("line_days")
    op.drop_table("band_counts")
    with op.batch_alter_table("appointments") as batch_op:
        batch_op.drop_index("ix_appointments_slot")
        batch_op.drop_index("ix_appointments_person")
        batch_op.drop_index("ix_appointments_code")

    op.drop_table("appointments")
    with op.batch_alter_table("home_visits") as batch_op:
        batch_op.drop_index("ix_home_visits_hall")

    op.drop_table("home_visits")

"""工作台账: the mandates of some days as a table, with the hall's own columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from central.halls.plan import plan_of
from central.mandates import facts, forms, repository, telling
from central.mandates.models import Mandate
from central.mandates.schemas import MandateRow
from central.mandates.words import saying
from central.sheets import Table
from central.staff import repository as staff
from central.statistics.service import Period
from central.unit import Unit

WIDTHS = (12, 12, 28)


@dataclass(frozen=True)
class Ledger:
    """``rows`` have a cell for each of ``columns``, which show ``facts``; ``late`` are past their end without a result."""

    title: str
    facts: Sequence[str]
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    late: int

    @property
    def table(self) -> Table:
        return [self.columns, *self.rows]


def of_days(unit: Unit, hall: str, days: Period, lang: str) -> Ledger:
    """Those made on these days, in the order of their numbers."""
    zone = plan_of(unit, hall).zone
    since = datetime.combine(days.first, time(), zone).astimezone(UTC)
    until = datetime.combine(days.last + timedelta(days=1), time(), zone).astimezone(UTC)
    mandates = repository.made_between(unit.session, hall, since, until)
    names = staff.names(unit.session, hall)
    rows = [telling.row(unit, mandate, names) for mandate in mandates]
    form = forms.of_hall(unit, hall, "ledger")
    told = _facts(unit, mandates, rows, str(zone), lang)
    return Ledger(
        title=facts.named(form.title, lang),
        facts=[row.fact for row in form.rows],
        columns=[facts.named(row.name, lang) for row in form.rows],
        rows=[[each[row.fact] for row in form.rows] for each in told],
        late=sum(row.urgency == "late" for row in rows),
    )


def _facts(unit: Unit, mandates: list[Mandate], rows: list[MandateRow], zone: str, lang: str) -> list[dict[str, str]]:
    ids = [mandate.id for mandate in mandates]
    relays = repository.relays_of(unit.session, ids)
    supplements = repository.supplements_of(unit.session, ids)
    payments = repository.payments_of(unit.session, ids)
    deliveries = repository.deliveries_of(unit.session, ids)
    return [
        facts.plain(
            mandate,
            row,
            relays.get(mandate.id, []),
            supplements.get(mandate.id),
            deliveries.get(mandate.id),
            payments.get(mandate.id, []),
            zone,
            lang,
            saying(lang),
        )
        for mandate, row in zip(mandates, rows)
    ]


def of_one(unit: Unit, mandate: Mandate, lang: str) -> dict[str, str]:
    """The facts of one mandate, for its printed forms."""
    row = telling.row(unit, mandate, staff.names(unit.session, mandate.hall_id))
    return _facts(unit, [mandate], [row], str(plan_of(unit, mandate.hall_id).zone), lang)[0]


def sheet_title(title: str) -> str:
    """As the tab of a workbook: 31 characters at most, without the signs that Excel keeps for itself."""
    return "".join(each for each in title if each not in "[]:*?/\\'")[:31] or "1"

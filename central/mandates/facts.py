"""The facts of a mandate in words, as forms and the ledger show them; those of the person aren't here (``principals``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from central.clock import in_zone
from central.mandates import paying
from central.mandates.models import Mandate, MandateDelivery, MandatePayment, MandateRelay, MandateSupplement
from central.mandates.schemas import MandateRow

Say = Callable[[str], str]
"""Words for a key such as ``state.taken``."""

SEPARATOR = {"zh": "、", "en": ", "}


def plain(
    mandate: Mandate,
    row: MandateRow,
    relays: Sequence[MandateRelay],
    supplement: MandateSupplement | None,
    delivery: MandateDelivery | None,
    payments: Sequence[MandatePayment],
    zone: str,
    lang: str,
    say: Say,
) -> dict[str, str]:
    """Everything that names nobody but the staff; what isn't there is empty."""

    def day(moment: datetime | date | None) -> str:
        if moment is None:
            return ""
        return (in_zone(moment, zone).date() if isinstance(moment, datetime) else moment).isoformat()

    def said(kind: str, code: str | None) -> str:
        return say(f"{kind}.{code}") if code else ""

    return {
        "number": row.number,
        "made_on": day(row.made_at),
        "item": named(row.item_name, lang),
        "kind": said("kind", row.kind),
        "source": said("source", row.source),
        "accepted_on": day(row.accepted_at),
        "due_on": day(row.due_on),
        "statutory_on": day(row.statutory_on),
        "state": said("state", row.state.value),
        "urgency": said("urgency", row.urgency if row.urgency != "fine" else None),
        "agent": row.agent_name or "",
        "deputy": row.deputy_name or "",
        "offices": SEPARATOR[lang].join(dict.fromkeys(relay.office for relay in relays)),
        "asked_on": day(None if supplement is None else supplement.asked_at),
        "reviewed_on": day(mandate.reviewed_at),
        "payments": paying.in_words(payments, lang, say),
        "outcome": said("outcome", row.outcome),
        "done_on": day(row.done_at),
        "way": said("way", None if delivery is None else delivery.way),
        "received_on": day(None if delivery is None else delivery.received_at),
        "content": said("content", row.content),
        "visits": str(row.visits),
        "closed_on": day(mandate.closed_at),
        "surname": row.surname or "",
        "phone_end": row.phone_end or "",
    }


def named(names: Mapping[str, str], lang: str) -> str:
    return names.get(lang) or names["zh"]

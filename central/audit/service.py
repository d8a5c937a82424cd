"""The audit, as a manager pages through it."""

from __future__ import annotations

from central.audit import actors, repository
from central.audit.schemas import AuditOut, EntryOut
from central.errors import Invalid
from central.unit import Unit


def page(unit: Unit, hall: str, limit: int, before: int | None, action: str | None, actor: str | None) -> AuditOut:
    """Newest first. ``before``: the id of an entry of this hall, behind which to go on."""
    last = None if before is None else repository.entry(unit.session, hall, before)
    if before is not None and last is None:
        raise Invalid("the audit of this hall has no such entry", "before")
    found = repository.entries(unit.session, hall, limit + 1, last, action, actor)
    names = actors.names(unit.session, hall)
    return AuditOut(
        entries=[
            EntryOut(
                id=row.id,
                at=row.at,
                actor=row.actor,
                actor_name=names.get(row.actor) or actors.elsewhere(unit.session, row.actor),
                action=row.action,
                subject=row.subject,
                fields=row.fields or [],
            )
            for row in found[:limit]
        ],
        before=found[limit - 1].id if len(found) > limit else None,
    )

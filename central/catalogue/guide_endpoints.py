"""Endpoints of the guides: what is in force, what was and will be, and publishing."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Header, Path, Response

from central.catalogue import bundles, publishing, reading, repository, versions
from central.catalogue.guide import GuideOut, GuidesOut
from central.catalogue.schemas import PublishedEverywhereOut, PublishedOut, PublishEverywhereIn, PublishIn, VersionsOut
from central.errors import GuideUnknown, Invalid, ItemUnknown, documented
from central.halls import repository as halls
from central.halls import service as hall_service
from central.permissions import may
from central.routing import UnitOfWork, api_router, reads, writes

router = api_router("guides")

IfNoneMatch = Annotated[str | None, Header(alias="If-None-Match", description="The ETag of what is there already")]
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]


def cached(model: type[Any], *refusals: Any) -> dict[int | str, dict[str, Any]]:
    """Of a GET that knows an ETag."""
    return {200: {"model": model, "description": "It"}, 304: {"description": "It is as it was"}, **documented(*refusals)}


@router.get("/halls/{hall}/items/{item}/guide", response_class=Response, responses=cached(GuideOut, GuideUnknown))
@reads(may("hall.see"))
def guide(unit: UnitOfWork, hall: str, item: str, known: IfNoneMatch = None) -> Response:
    """An item's guide as it is in force today."""
    found = reading.guide_today(unit, hall, item)
    return answer(found.document.encode(), f'"{found.digest[:16]}-{found.version}"', known)


@router.get("/halls/{hall}/guides", response_class=Response, responses=cached(GuidesOut))
@reads(may("hall.see"))
def guides(unit: UnitOfWork, hall: str, known: IfNoneMatch = None) -> Response:
    """Every guide that is in force today, in the order of the items."""
    today = hall_service.today(unit, hall)
    tag = f'"{halls.version(unit, hall)}-{today}"'
    if known == tag:
        return answer(b"", tag, known)
    shown = reading.shown(unit, hall)
    return answer(reading.as_json(shown, bundles.of(shown), repository.next_change(unit.session, hall, today)), tag, known)


def answer(document: bytes, tag: str, known: str | None) -> Response:
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if known == tag:
        return Response(status_code=304, headers=headers)
    return Response(document, media_type="application/json", headers=headers)


@router.put(
    "/halls/{hall}/items/{item}/guide",
    responses={201: {"model": PublishedOut, "description": "It is another version"}, **documented(ItemUnknown)},
)
@writes(may("guide.publish"))
def publish(unit: UnitOfWork, hall: str, item: str, body: PublishIn, response: Response) -> PublishedOut:
    """A new version of an item's guide, from a day on."""
    published = publishing.publish(unit, hall, item, body.guide, body.effective_from)
    response.status_code = 201 if published.new else 200
    return PublishedOut(**vars(published))


@router.post("/items/{item}/guide", responses=documented(ItemUnknown, Invalid))
@writes(may("guide.publish_everywhere"), house=True)
def publish_everywhere(unit: UnitOfWork, item: str, body: PublishEverywhereIn) -> PublishedEverywhereOut:
    """The same at every hall of a region that offers the item: at all of them, or at none."""
    return PublishedEverywhereOut(halls=publishing.publish_everywhere(unit, item, body))


@router.get("/halls/{hall}/items/{item}/guide/versions", responses=documented(ItemUnknown))
@reads(may("guide.publish"))
def all_versions(unit: UnitOfWork, hall: str, item: str) -> VersionsOut:
    """Every version there was and will be."""
    return VersionsOut(versions=versions.of(unit, hall, item))


@router.get(
    "/halls/{hall}/items/{item}/guide/versions/{version}",
    response_class=Response,
    responses={200: {"model": GuideOut, "description": "It"}, **documented(GuideUnknown)},
)
@reads(may("guide.publish"))
def one_version(unit: UnitOfWork, hall: str, item: str, version: Number) -> Response:
    """A version as it was published."""
    return Response(reading.version_of(unit, hall, item, version).document, media_type="application/json")


@router.delete("/halls/{hall}/items/{item}/guide/versions/{version}", status_code=204, responses=documented(GuideUnknown))
@writes(may("guide.publish"))
def withdraw(unit: UnitOfWork, hall: str, item: str, version: Number) -> None:
    """Takes a version back: the one before it is in force again."""
    publishing.withdraw(unit, reading.version_of(unit, hall, item, version))

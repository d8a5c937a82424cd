"""The links in the top bar of the staff's pages: one row a page, and who sees it."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request

from central.callers import STAFF, Caller
from central.pages.drawing import path_to
from central.permissions import may


@dataclass(frozen=True)
class Link:
    """``key`` names its words, ``console.nav.<key>``; ``page`` is the name of the endpoint that draws it."""

    key: str
    page: str
    roles: frozenset[str]


LINKS = (
    Link("windows", "choose_window", STAFF),
    Link("queue", "queue_page", may("queue.see")),
    Link("appointments", "appointments_page", may("appointment.see")),
    Link("mandates", "mandates_page", may("mandate.see")),
    Link("opinions", "opinions_page", may("opinion.see")),
    Link("knowledge", "knowledge_page", may("knowledge.read")),
    Link("setup", "setup_page", may("setup.see")),
    Link("statistics", "statistics_page", may("statistics.see")),
)


@dataclass(frozen=True)
class Shown:
    key: str
    href: str
    here: bool


def links(request: Request, caller: Caller) -> list[Shown]:
    """Those that the caller may follow."""
    mine = [(link.key, path_to(request, link.page)) for link in LINKS if caller.role in link.roles]
    return [Shown(key, href, _within(request.url.path, href)) for key, href in mine]


def _within(path: str, href: str) -> bool:
    return path == href or path.startswith(f"{href}/")

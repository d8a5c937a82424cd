"""代办, asked of the central service: typed questions, typed answers or a Refusal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from urllib.parse import quote

from kiosk.hall.link import Answer, Link
from kiosk.hall.mandate import Forms, Found, Handed, Mandate, MandateReceipt, OnFile
from kiosk.hall.mandate_wire import forms_of, mandate_of, mandates_of, on_file_of, receipt_of
from kiosk.hall.messages import Refusal
from kiosk.hall.names import HallName
from kiosk.hall.person import Person, holder_of

T = TypeVar("T")

LONGEST = 120  # signs of a material's name in a mandate; that of a guide may be longer


class Mandates:
    """``hall``: the hall's path. ``read``: turns an answer into a message."""

    def __init__(self, link: Link, hall: str, read: Callable[[Answer, Callable[[Any], Any]], Any]) -> None:
        self._link = link
        self._hall = hall
        self._read = read

    def forms(self) -> Forms | Refusal:
        """As the hall has them; their words are what one agrees to."""
        return self._told(self._link.ask("GET", f"{self._hall}/mandate-forms"), forms_of)

    def on_file(self, item: str, person: Person) -> OnFile | Refusal:
        """What of an item's guide whoever laid this card need not tell or bring again."""
        body = {"holder": holder_of(person), "item": item}
        return self._told(self._link.ask("POST", f"{self._hall}/mandates/on-file", body), on_file_of)

    def give(
        self,
        key: str,
        item: str,
        person: Person,
        phone: str,
        papers: Sequence[Handed],
        signature: str | None,
        lang: str,
        phone_on_file: bool = False,
        papers_on_file: Sequence[str] = (),
    ) -> MandateReceipt | Refusal:
        """The same ``key`` and the rest are one mandate. ``signature``: a PNG picture in Base64; None: a draft, to be signed
        before somebody of the staff. What is on file is used where they said so."""
        handed = [{"name": _short(one.name), "original": one.original, "copies": one.copies} for one in papers]
        principal = {"name": person.name, "id_number": person.id_number} | ({"phone": phone} if phone else {})
        body = {"item": item, "principal": principal, "papers": handed, "consent": True, "signature": signature, "lang": lang}
        body |= {"phone_on_file": phone_on_file, "papers_on_file": list(papers_on_file)}
        return self._told(self._link.ask("POST", f"{self._hall}/mandates", body, key), receipt_of)

    def find(self, code: str, last_four: str, person: Person | None) -> Found | Refusal:
        """All of whoever laid this card or, without one, the mandate that has the receipt's ``code`` and ``last_four`` signs of
        the document's number or the telephone's."""
        body = _shown(code, last_four, person)
        found = self._told(self._link.ask("POST", f"{self._hall}/mandates/find", body), mandates_of)
        if isinstance(found, Refusal):
            return found
        forms = self.forms()
        return Found(found, None if isinstance(forms, Refusal) else forms)

    def receive(self, mandate: str, code: str, last_four: str, person: Person | None, signature: str) -> Mandate | Refusal:
        """Signed for: its result has come. Whose it is, as in ``find``. Sent again it is signed for once."""
        body = _shown(code, last_four, person) | {"signature": signature}
        path = f"{self._hall}/mandates/{quote(mandate, safe='')}/received"
        return self._told(self._link.ask("POST", path, body), mandate_of)

    def _told(self, answer: Answer, read: Callable[[Any], T]) -> T | Refusal:
        told: T | Refusal = self._read(answer, read)
        return told


def _shown(code: str, last_four: str, person: Person | None) -> dict[str, Any]:
    return {"holder": holder_of(person)} if person is not None else {"code": code, "last_four": last_four}


def _short(name: HallName) -> dict[str, str]:
    return {lang: words[:LONGEST] for lang, words in name.names}

"""What the staff do about the errands of the residents whom a robot stands for: what was theirs before, and what came of it."""

from __future__ import annotations

from typing import Any, Protocol

from devices.sim.stands import ID_CARDS

ITEM = "age_allowance"
PHONE = "04770003344"
Told = dict[str, Any]


class Post(Protocol):
    def __call__(self, path: str, body: object | None = None) -> Told: ...


class Errands:
    """Of the hall ``hall``, by the API."""

    def __init__(self, hall: str, post: Post) -> None:
        self._hall, self._post = hall, post

    def files(self) -> str:
        """An errand of the elder, who left a telephone and a copy that serves for a year."""
        return self._made("elder", {"phone": PHONE}, [{"name": {"zh": "户口簿"}, "original": True, "copies": 1}])

    def offers(self) -> None:
        """The result of the young one's errand lies there, to be signed for."""
        errand = self._made("young", {}, [])
        for step in ({"act": "take"}, {"act": "finish", "outcome": "granted"}, {"act": "offer"}):
            self._step(errand, step)

    def is_taken_back(self, errand: str) -> None:
        self._step(errand, {"act": "withdraw"})

    def _made(self, card: str, more: Told, papers: list[Told]) -> str:
        holder = ID_CARDS[card].holder
        principal = {"name": holder.name, "id_number": holder.id_number, **more}
        signed = {"consent": True, "signature": "paper", "source": "visit"}
        body = {"item": ITEM, "principal": principal, "papers": papers, **signed}
        return str(self._post(f"/halls/{self._hall}/mandates", body)["id"])

    def _step(self, errand: str, step: Told) -> None:
        self._post(f"/mandates/{errand}/steps", step)

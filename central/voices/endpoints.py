"""Endpoints of the voices: which recordings a machine needs, and a recording."""

from __future__ import annotations

from fastapi import Response
from fastapi.responses import JSONResponse

from central.errors import TooMany, VoiceUnknown, documented
from central.permissions import may
from central.routing import UnitOfWork, api_router, reads
from central.voices.schemas import SentencesIn, SentencesOut, WaitingOut

router = api_router("voices")

OGG = "audio/ogg"
FOR_EVER = {"Cache-Control": "private, max-age=31536000, immutable"}
LATER = {"Retry-After": "10"}


@router.post("/voices", responses=documented(TooMany))
@reads(may("voice.fetch"))
def sentences(unit: UnitOfWork, body: SentencesIn) -> SentencesOut:
    """The recordings of these sentences by their hashes; what was never spoken before is spoken soon. The text is kept until
    then: sentences that name a person stay on their machine."""
    return SentencesOut(sentences=unit.context.voices.ask(unit.caller.id, unit.now, body.sentences))


@router.get(
    "/voices/{hash}",
    response_class=Response,
    responses={
        200: {"content": {OGG: {}}, "description": "The recording, which never changes"},
        202: {"model": WaitingOut, "description": "It is not spoken yet"},
        **documented(VoiceUnknown),
    },
)
@reads(may("voice.fetch"))
def recording(unit: UnitOfWork, hash: str) -> Response:
    """A sentence as Ogg Vorbis, mono, 22,050 Hz."""
    data = unit.context.voices.fetch(hash)
    if data is None:
        return JSONResponse(WaitingOut().model_dump(), 202, LATER)
    return Response(data, media_type=OGG, headers=FOR_EVER)

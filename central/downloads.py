"""An answer that the browser saves as a file, and never reads as anything else than what it says it is."""

from __future__ import annotations

from fastapi import Response


def download(content: bytes, kind: str, name: str) -> Response:
    """``kind``: the media type. ``name``: ASCII, without quotes."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return Response(content, media_type=kind, headers=headers)

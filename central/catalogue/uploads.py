"""A catalogue that is sent: who sends it is looked at before it is read, and it is read before the transaction begins."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool

from central.catalogue.files import read_json, read_toml
from central.catalogue.importing import Prepared, prepare
from central.catalogue.workbook import read_xlsx
from central.credentials import admit
from central.errors import Invalid
from central.permissions import may
from central.routing import Asked, asked
from central.transaction import Transaction

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
READERS = {"application/json": read_json, "application/toml": read_toml, XLSX: read_xlsx}
FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": {"type": "object", "required": ["items"]}},
            "application/toml": {"schema": {"type": "string"}},
            XLSX: {"schema": {"type": "string", "format": "binary"}},
        },
    }
}
"""What the OpenAPI file says of it."""


async def _uploaded(request: Request, here: Annotated[Asked, Depends(asked)], hall: str) -> Prepared:
    def look(transaction: Transaction) -> None:
        admit(here.begin(transaction), here.credentials, may("guide.publish"), hall)

    await run_in_threadpool(here.context.database.look, look)
    read = READERS.get(request.headers.get("content-type", "").partition(";")[0].strip().lower())
    if read is None:
        raise Invalid("a catalogue is sent as JSON, TOML or XLSX", "Content-Type")
    data = await request.body()
    return await run_in_threadpool(lambda: prepare(read(data)))


Uploaded = Annotated[Prepared, Depends(_uploaded)]

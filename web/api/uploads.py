"""A file somebody sends: not too large, of the kind it claims to be, and no bomb."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.types import Message

LARGEST = 5 * 1024 * 1024
ROOM = 64 * 1024
"""What a form may hold besides its file."""

DRAINED = 64 * 1024 * 1024
"""How much of an oversized body is read and thrown away, so that the browser hears the answer and no broken line."""

UNPACKED = 60 * 1024 * 1024
Kind = Literal["xlsx", "csv"]
Refusal = Literal["missing", "empty", "too_large", "wrong_kind"]


class Refused(Exception):  # noqa: N818 - named after what happens to the file
    """The upload is not taken; ``code`` says why, ``fields`` are what else the form said."""

    def __init__(self, code: Refusal, fields: Mapping[str, str] | None = None) -> None:
        self.code: Refusal = code
        self.fields = dict(fields or {})
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class Upload:
    """One file with the form's other fields."""

    filename: str
    data: bytes
    fields: Mapping[str, str]


async def read_upload(request: Request, name: str = "file", largest: int = LARGEST) -> Upload:
    """Return the file ``name`` of a posted form, never holding more than ``largest`` bytes of it.

    Raises:
        Refused: when there is no file, an empty one, one that is too large or neither a workbook nor a CSV table.
    """
    form = await _read_form(request, largest)
    try:
        fields = {key: value for key, value in form.items() if isinstance(value, str)}
        upload = form.get(name)
        if not isinstance(upload, UploadFile) or not upload.filename:
            raise Refused("missing", fields)
        data = await upload.read()
    finally:
        await form.close()
    if not data:
        raise Refused("empty", fields)
    if len(data) > largest:
        raise Refused("too_large", fields)
    if kind_of(upload.filename, data) is None:
        raise Refused("wrong_kind", fields)
    return Upload(upload.filename, data, fields)


async def _read_form(request: Request, largest: int) -> FormData:
    said = request.headers.get("content-length", "")
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await request.receive()
        seen += len(message.get("body", b""))
        if seen > largest + ROOM:
            await _drain(request, seen, more=message.get("more_body", False))
            raise Refused("too_large")
        return message

    if said.isdigit() and int(said) > largest + ROOM:
        await _drain(request, 0, more=True)
        raise Refused("too_large")
    return await Request(request.scope, counted).form(max_files=1, max_fields=20)


async def _drain(request: Request, seen: int, *, more: bool) -> None:
    while more and seen < DRAINED:
        message = await request.receive()
        seen += len(message.get("body", b""))
        more = message.get("more_body", False) and message["type"] == "http.request"


def kind_of(filename: str, data: bytes) -> Kind | None:
    """Return what a file is by name and content, or None when the two disagree or it is neither.

    >>> kind_of("stores.csv", "门店,城市".encode()), kind_of("stores.xlsx", b"PK broken"), kind_of("x.exe", b"MZ")
    ('csv', None, None)
    """
    ending = filename.rpartition(".")[2].lower()
    if ending == "xlsx":
        return "xlsx" if _is_workbook(data) else None
    if ending == "csv":
        return "csv" if b"\0" not in data and not data.startswith((b"PK\x03\x04", b"%PDF")) else None
    return None


def _is_workbook(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False
    names = {part.filename for part in parts}
    return (
        len(parts) < 2000
        and sum(part.file_size for part in parts) <= UNPACKED
        and "[Content_Types].xml" in names
        and "xl/workbook.xml" in names
    )

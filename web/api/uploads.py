"""A file somebody sends: not too large, of the kind it claims to be, and no bomb."""

import io
import zipfile
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
    """The upload is not taken; ``code`` says why."""

    def __init__(self, code: Refusal) -> None:
        self.code: Refusal = code
        super().__init__(code)


async def read_form(request: Request, largest: int = LARGEST) -> FormData:
    """Return the posted form, reading no more than one file of ``largest`` bytes into it.

    Raises:
        Refused: ``too_large``, after the rest of the body was thrown away.
    """
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


async def read_file(form: FormData, name: str = "file", largest: int = LARGEST) -> tuple[str, bytes]:
    """Return file name and bytes of the upload ``name``.

    Raises:
        Refused: when there is no file, an empty one, one that is too large or neither a workbook nor a CSV table.
    """
    upload = form.get(name)
    if not isinstance(upload, UploadFile) or not upload.filename:
        raise Refused("missing")
    data = await upload.read()
    if not data:
        raise Refused("empty")
    if len(data) > largest:
        raise Refused("too_large")
    if kind_of(upload.filename, data) is None:
        raise Refused("wrong_kind")
    return upload.filename, data


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

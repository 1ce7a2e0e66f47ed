"""What a downloaded file is called and how long a browser may keep it."""

import re
from collections.abc import Mapping
from urllib.parse import quote

from starlette.responses import Response

PRIVATE_FILE: Mapping[str, str] = {"cache-control": "private, no-store", "x-content-type-options": "nosniff"}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
TEXT = "text/plain; charset=utf-8"


def disposition(name: str, plain: str, *, inline: bool = False) -> str:
    r"""Return the Content-Disposition of a file called ``name``, with ``plain`` for clients that read ASCII only.

    Characters no file system likes are replaced, so a company's name cannot leave the folder or the header.

    >>> disposition("计划.pdf", "plan.pdf")
    'attachment; filename="plan.pdf"; filename*=UTF-8\'\'%E8%AE%A1%E5%88%92.pdf'
    """
    safe = re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|]+', "-", name).strip(". ")[:120] or plain
    return f"{'inline' if inline else 'attachment'}; filename=\"{plain}\"; filename*=UTF-8''{quote(safe, safe='')}"


def download(data: bytes, kind: str, name: str, plain: str) -> Response:
    """Return bytes as a file the browser saves and no cache keeps."""
    return Response(data, media_type=kind, headers={**PRIVATE_FILE, "content-disposition": disposition(name, plain)})

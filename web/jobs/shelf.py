"""Finished reports on disk, named by what is in them: an unchanged report is never made twice."""

import hashlib
import os
import tempfile
from pathlib import Path

from questionnaires.locale_text import Locale
from web.settings import settings

ENGINE = 1
"""Counts changes of how a page becomes paper that the page itself does not show; raise it to make reports anew."""


def shelf() -> Path:
    """Return the folder, made when it is missing."""
    folder = settings().data_dir / "reports"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def name_of(html: str, identifier: str, logo: bytes | None, locale: Locale) -> str:
    """Return the file name of a report: a digest of everything it is laid out from.

    >>> name_of("<p>", "1", None, "zh")[-7:], len(name_of("<p>", "1", None, "zh"))
    ('-zh.pdf', 71)
    """
    digest = hashlib.sha256()
    for part in (str(ENGINE).encode(), html.encode(), identifier.encode(), logo or b""):
        digest.update(len(part).to_bytes(8, "big") + part)
    return f"{digest.hexdigest()}-{locale}.pdf"


def put(name: str, data: bytes) -> Path:
    """Write a file whole or not at all and return where it lies."""
    target = shelf() / name
    handle, scratch = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(scratch).replace(target)
    except BaseException:
        Path(scratch).unlink(missing_ok=True)
        raise
    return target

"""Guard against archives that are no workbooks: too many parts, too much when unpacked, XML with entities of its own."""

import io
import zipfile

from assessment.sheets.problems import InvalidSheet, problem

MEGABYTE = 1024 * 1024
MAX_UNPACKED = 60 * MEGABYTE
MAX_PARTS = 500
CHUNK = 64 * 1024
NEVER_IN_A_TABLE = (b"<!DOCTYPE", b"<!ENTITY")
LONGEST = max(len(word) for word in NEVER_IN_A_TABLE)


def guard(filename: str, data: bytes) -> None:
    """Unpack every part once, counting real bytes whatever the directory claims; InvalidSheet when it is suspicious."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sound = _sound(archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as error:
        raise InvalidSheet([problem("unreadable", filename)]) from error
    if not sound:
        raise InvalidSheet([problem("suspicious", filename)])


def _sound(archive: zipfile.ZipFile) -> bool:
    parts = archive.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        return False
    left = MAX_UNPACKED
    for part in parts:
        tail = b""
        with archive.open(part) as stream:
            while chunk := stream.read(CHUNK):
                left -= len(chunk)
                if left < 0 or any(word in tail + chunk for word in NEVER_IN_A_TABLE):
                    return False
                tail = chunk[-LONGEST:]
    return True

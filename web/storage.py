"""The one database of this process, the content pack it works with, its clock and its secret."""

import os
import secrets
import tempfile
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from questionnaires.locale_text import LocaleText
from web.settings import SettingsError, settings

if TYPE_CHECKING:
    from assessment.content import ContentPack
    from assessment.database import Database


@cache
def database() -> "Database":
    """Return the database named by the settings, opened once."""
    from assessment.database import Database

    return Database.open(settings().database_url)


@cache
def content() -> "ContentPack":
    """Return the content pack with the operator's overlay."""
    from assessment.content import load_pack

    return load_pack(settings().content)


def now() -> datetime:
    """Return the present moment on the readers' clock: its date is their day. The only clock of the web layer."""
    return datetime.now(settings().timezone)


SECRET_BYTES = 32


@cache
def secret() -> bytes:
    """Return the 32 random bytes invitation links are derived from, made once and kept beside the database.

    The file is readable by its owner only. It is written whole or not at all: of two that start together both
    read what one of them wrote.

    Raises:
        SettingsError: when the file is not what it should be.
    """
    path = settings().data_dir / "secret.key"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        descriptor, fresh = tempfile.mkstemp(prefix=".secret-", dir=path.parent)  # readable by its owner only
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(SECRET_BYTES))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(fresh, path)  # fails when another process was first
        except FileExistsError:
            pass
        finally:
            Path(fresh).unlink()
    found = path.read_bytes()
    if len(found) != SECRET_BYTES:
        raise SettingsError(
            LocaleText(
                f"{path} 应有 {SECRET_BYTES} 字节，现有 {len(found)} 字节，请放回原来的文件",
                f"{path} should hold {SECRET_BYTES} bytes and holds {len(found)}: put back the right file",
            )
        )
    return found

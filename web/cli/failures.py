"""Turn what can go wrong into one sentence and an exit status; a traceback never reaches the terminal."""

import json
import logging
import os
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from questionnaires.findings import ContentError
from web.cli.words import say

USER_ERROR = 1
UNEXPECTED = 70  # EX_SOFTWARE of sysexits


class Stop(Exception):  # noqa: N818 - it stops the command on purpose, it is not a defect
    """End the command with this sentence; nothing was changed."""


def sentence_of(error: BaseException) -> str | None:
    """Return the sentence for an error a user can mend, or None for a defect of ours."""
    if isinstance(error, Stop):
        return str(error)
    if isinstance(error, ContentError):
        return "\n".join(map(str, error.findings))
    if hasattr(error, "sentence"):  # the packages' own errors carry one, in both languages
        from web.cli.words import locale

        words = error.sentence
        return words(locale()) if callable(words) else str(words)
    if isinstance(error, json.JSONDecodeError):
        return say("fail.json", line=error.lineno, column=error.colno, problem=error.msg)
    if isinstance(error, UnicodeDecodeError):
        return say("fail.encoding")
    if isinstance(error, FileNotFoundError):
        return say("fail.missing", path=error.filename)
    if isinstance(error, IsADirectoryError | NotADirectoryError):
        return say("fail.folder", path=error.filename)
    if isinstance(error, PermissionError):
        return say("fail.permission", path=error.filename)
    return database_sentence(error)


def database_sentence(error: BaseException) -> str | None:
    """Return the sentence for a database that cannot be used."""
    from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError

    if isinstance(error, ArgumentError | NoSuchModuleError):
        return say("fail.database_url")
    if isinstance(error, OperationalError):
        return say("fail.database", problem=str(error.orig).strip().splitlines()[0])
    return None


def keep_traceback(error: BaseException) -> Path:
    """Write the traceback of an unexpected error to a private file and return its path."""
    handle, name = tempfile.mkstemp(prefix="zhidian-error-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write("".join(traceback.format_exception(error)))
    return Path(name)


@contextmanager
def one_sentence() -> Iterator[None]:
    """Run a command; print any failure as one sentence on standard error and leave with its status."""
    try:
        yield
    except (typer.Exit, typer.Abort, KeyboardInterrupt):
        raise
    except Exception as error:
        sentence = sentence_of(error)
        if sentence is None:
            logging.getLogger(__name__).debug("unexpected", exc_info=True)
            typer.echo(say("fail.unexpected", kind=type(error).__name__, path=keep_traceback(error)), err=True)
            raise typer.Exit(UNEXPECTED) from None
        typer.echo(sentence, err=True)
        raise typer.Exit(USER_ERROR) from None

"""Turn what can go wrong into one sentence and an exit status; a traceback never reaches the terminal."""

import json
import logging
import os
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from web.cli.words import locale, say

USER_ERROR = 1
UNEXPECTED = 70  # EX_SOFTWARE of sysexits


class Stop(Exception):  # noqa: N818 - it stops the command on purpose, it is not a defect
    """End the command with this sentence and status; nothing was changed."""

    def __init__(self, sentence: str, status: int = USER_ERROR) -> None:
        """Keep both."""
        self.status = status
        super().__init__(sentence)


class NotJsonError(ValueError):
    """A file that should be JSON is not."""

    def __init__(self, path: str, error: json.JSONDecodeError) -> None:
        """Keep the place."""
        self.sentence = say("fail.json", path=path, line=error.lineno, column=error.colno, problem=error.msg)
        super().__init__(self.sentence)


def sentence_of(error: BaseException) -> str | None:
    """Return the sentence for an error a user can mend, or None for a defect of ours."""
    for one in (_own, _of_an_operator, _of_a_package, _of_a_file):
        sentence = one(error)
        if sentence is not None:
            return sentence
    return None


def _own(error: BaseException) -> str | None:
    return str(error) if isinstance(error, Stop) else None


def _of_an_operator(error: BaseException) -> str | None:
    from questionnaires.findings import ContentError
    from web.settings import SettingsError

    if isinstance(error, SettingsError):
        return say("fail.settings", problem=error.sentence(locale()))
    if isinstance(error, ContentError):
        return "\n".join(f.sentence(locale()) for f in error.findings if f.severity == "error")
    return None


def _of_a_package(error: BaseException) -> str | None:
    """Return the sentence the packages' own errors carry; those of the use cases exist in both languages."""
    problems = getattr(error, "problems", None)
    if problems:  # a refused table: every place, not only the first
        rows = [say("import.problem", where=one.where, text=one.text.in_(locale())) for one in problems]
        return "\n".join([_worded(error), *rows]) if len(rows) > 1 else _worded(error)
    if hasattr(error, "code") and type(error).__module__.startswith("reports"):
        from web.jobs.telling import REPORTS

        known = REPORTS.get(str(getattr(error, "code", "")))
        return known.in_(locale()) if known else _worded(error)
    return _worded(error) if hasattr(error, "sentence") else None


def _worded(error: BaseException) -> str:
    words: str | Callable[[str], str] = getattr(error, "sentence", str(error))
    return words if isinstance(words, str) else words(locale())


def _of_a_file(error: BaseException) -> str | None:
    if isinstance(error, UnicodeDecodeError):
        return say("fail.encoding")
    if not isinstance(error, OSError) or error.filename is None:
        return None
    kinds: tuple[tuple[type[OSError], str], ...] = (
        (FileNotFoundError, "fail.missing"),
        (IsADirectoryError, "fail.folder"),
        (NotADirectoryError, "fail.folder"),
        (FileExistsError, "fail.folder"),
        (PermissionError, "fail.permission"),
    )
    for kind, key in kinds:
        if isinstance(error, kind):
            return say(key, path=error.filename)
    return say("fail.disk", path=error.filename, problem=error.strerror)


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
    except BrokenPipeError:
        raise typer.Exit(USER_ERROR) from None
    except Exception as error:
        sentence = sentence_of(error)
        if sentence is None:
            logging.getLogger(__name__).debug("unexpected", exc_info=True)
            typer.echo(say("fail.unexpected", kind=type(error).__name__, path=keep_traceback(error)), err=True)
            raise typer.Exit(UNEXPECTED) from None
        typer.echo(sentence, err=True)
        raise typer.Exit(error.status if isinstance(error, Stop) else USER_ERROR) from None

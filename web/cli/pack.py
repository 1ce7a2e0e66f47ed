"""``zhidian content``: which pack this is, starting files for content of one's own, and what an overlay changes."""

import json
import os
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from web.cli.failures import Stop, one_sentence
from web.cli.files import ready, write_whole
from web.cli.help_pages import Command, Group
from web.cli.words import say

if TYPE_CHECKING:
    from questionnaires.differing import Difference

LONGEST = 60
"""Characters of a value that are shown on a line."""

content = typer.Typer(
    help=say("content.help"), cls=Group, invoke_without_command=True, no_args_is_help=False, rich_markup_mode=None
)
Overlay = Annotated[
    Path | None, typer.Option("--overlay", metavar="FOLDER", help=say("check.overlay"), envvar="ZHIDIAN_CONTENT")
]
AsJson = Annotated[bool, typer.Option("--json", help=say("json"))]


class New(StrEnum):
    """What can be begun."""

    platform = "platform"
    initiative = "initiative"
    question = "question"


@content.callback()
def show(context: typer.Context, overlay: Overlay = None, as_json: AsJson = False) -> None:
    """Print version, hash and size of the pack."""
    if context.invoked_subcommand is not None:
        return
    with one_sentence():
        from assessment.content import load_pack

        pack = load_pack(_there(overlay))
        counts = {
            "capabilities": len(pack.library.framework.capabilities),
            "questions": sum(len(instrument.questions) for instrument in pack.library.instruments.values()),
            "initiatives": len(pack.catalogue.initiatives),
            "platforms": len(pack.catalogue.platforms),
            "industries": len(pack.industries),
        }
        if as_json:
            facts = {"version": pack.version, "hash": pack.hash, "overlay": str(overlay) if overlay else None}
            typer.echo(json.dumps({**facts, **counts}, ensure_ascii=False, indent=1))
        else:
            typer.echo(say("content.pack", version=pack.version, hash=pack.hash))
            typer.echo(say("content.counts", **counts))
            typer.echo(say("content.overlaid", path=overlay) if overlay else say("content.base"))


@content.command("new", help=say("content.new.help"), cls=Command)
def new(
    kind: Annotated[New, typer.Argument(metavar="KIND", help=say("content.new.kind"))],
    ident: Annotated[str, typer.Argument(metavar="ID", help=say("content.new.id"))],
    out: Annotated[Path | None, typer.Option("--out", metavar="FOLDER", help=say("content.new.out"))] = None,
) -> None:
    """Write starting files into an overlay; what is there already is never overwritten."""
    with one_sentence():
        from assessment.content import load_pack
        from assessment.starting_files import starting_files

        folder = out or _set_overlay()
        if folder is None:
            raise Stop(say("content.new.where"))
        files = starting_files(kind.value, ident, load_pack(folder if folder.is_dir() else None))
        for file in files:
            if (folder / file.place).exists():
                raise Stop(say("content.new.exists", path=folder / file.place))
        for file in files:
            write_whole(ready((folder / file.place).parent) / Path(file.place).name, file.text.encode())
            typer.echo(str(folder / file.place))
        typer.echo(say("content.new.next", path=folder))


@content.command("diff", help=say("content.diff.help"), cls=Command)
def diff(
    overlay: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help=say("check.overlay"), envvar="ZHIDIAN_CONTENT")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print what an overlay adds, overrides and repeats."""
    with one_sentence():
        from assessment.content import load_pack
        from assessment.overlays import compare_overlay

        folder = _there(overlay)
        if folder is None:
            raise Stop(say("content.diff.none"))
        found = compare_overlay(folder)
        if as_json:
            hashes = {"base": load_pack().hash, "hash": load_pack(folder).hash}
            rows = [asdict(one) for one in found]
            typer.echo(json.dumps({**hashes, "differences": rows}, ensure_ascii=False, indent=1))
        else:
            for one in found:
                typer.echo(_line(one))
            kinds = ("added", "changed", "same")
            counts = {kind: sum(one.kind == kind for one in found) for kind in kinds}
            typer.echo(say("content.diff.done", **counts))


def _line(one: "Difference") -> str:
    values = {"old": _short(one.old), "new": _short(one.new)}
    return say(f"content.diff.{one.kind}", file=one.file, line=one.line, path=one.path, **values)


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _set_overlay() -> Path | None:
    given = os.environ.get("ZHIDIAN_CONTENT")
    return Path(given) if given else None


def _there(overlay: Path | None) -> Path | None:
    if overlay is not None and not overlay.is_dir():
        raise Stop(say("check.no_folder", path=overlay))
    return overlay

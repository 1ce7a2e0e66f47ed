"""``zhidian check``: whether the content pack, with its overlay, is whole and sound."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from web.cli.failures import Stop, one_sentence
from web.cli.words import locale, say


class Format(StrEnum):
    """How findings are printed."""

    text = "text"
    json = "json"


def check(
    overlay: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help=say("check.overlay"), envvar="ZHIDIAN_CONTENT")
    ] = None,
    form: Annotated[Format, typer.Option("--format", help=say("check.format"))] = Format.text,
    as_json: Annotated[bool, typer.Option("--json", help=say("json"))] = False,
) -> None:
    """Check the content pack; exit status 1 when there are errors."""
    with one_sentence():
        from assessment.content import check_pack
        from web.storage import now

        if overlay is not None and not overlay.is_dir():
            raise Stop(say("check.no_folder", path=overlay))
        findings = check_pack(overlay, now().date())
        errors = sum(finding.severity == "error" for finding in findings)
        if as_json or form is Format.json:
            rows = [finding.as_dict() for finding in findings]
            typer.echo(json.dumps({"errors": errors, "findings": rows}, ensure_ascii=False, indent=1))
        else:
            for finding in findings:
                typer.echo(finding.sentence(locale()))
            typer.echo(say("check.done", errors=errors, warnings=len(findings) - errors), err=bool(errors))
    raise typer.Exit(1 if errors else 0)

"""``zhidian check``: whether the content pack, with its overlay, is whole and sound."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from web.cli.failures import one_sentence
from web.cli.words import say


class Format(StrEnum):
    """How findings are printed."""

    text = "text"
    json = "json"


def check(
    overlay: Annotated[Path | None, typer.Argument(help=say("check.overlay"), envvar="ZHIDIAN_CONTENT")] = None,
    form: Annotated[Format, typer.Option("--format", help=say("check.format"))] = Format.text,
) -> None:
    """Check the content pack; exit status 1 when there are errors."""
    from assessment.content import check_pack

    with one_sentence():
        findings = check_pack(overlay)
        errors = sum(f.severity == "error" for f in findings)
        if form is Format.json:
            typer.echo(json.dumps({"findings": [f.as_dict() for f in findings]}, ensure_ascii=False, indent=1))
        else:
            for finding in findings:
                typer.echo(str(finding))
            typer.echo(say("check.done", errors=errors, warnings=len(findings) - errors), err=bool(errors))
    raise typer.Exit(1 if errors else 0)

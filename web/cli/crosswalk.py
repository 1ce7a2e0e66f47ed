"""The command that holds an engagement's scores against the official index; its caveat leads every output."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from web.cli.crosswalk_lines import crosswalk_lines, crosswalk_row
from web.cli.engagement import AsJson, Engagement, Language
from web.cli.failures import one_sentence
from web.cli.words import locale as terminal_locale
from web.cli.words import say
from web.cli.workspace import found, opened

if TYPE_CHECKING:
    from questionnaires.locale_text import Locale


def crosswalk(
    engagement: Engagement,
    locale: Annotated[Language | None, typer.Option("--locale", help=say("crosswalk.locale"))] = None,
    as_json: AsJson = False,
) -> None:
    """Hold the scores against the official index."""
    with one_sentence():
        from assessment.crosswalk import read_scenarios
        from assessment.dossiers import dossier_of
        from web.storage import content, now

        language: Locale = locale.value if locale else terminal_locale()
        db, actor = opened()
        card = found(db, actor, engagement)
        pack = content()
        sheet = dossier_of(db, actor, card.id, pack, now()).sheet
        levels = {name: one.level for name, one in sheet.capabilities.items()}
        readings = read_scenarios(pack.crosswalk, levels)
        if as_json:
            rows = crosswalk_row(pack.crosswalk, readings, levels, language)
            typer.echo(json.dumps({"engagement": card.id, **rows}, ensure_ascii=False, indent=1))
            return
        name = (card.name_en or card.name) if language == "en" else card.name
        for line in crosswalk_lines(name, pack.crosswalk, readings, language):
            typer.echo(line)

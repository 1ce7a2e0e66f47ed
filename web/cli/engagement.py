"""Commands on one engagement: list, import, assess, plan, report."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from web.cli.failures import Stop, one_sentence
from web.cli.files import writable, write_whole
from web.cli.words import locale as terminal_locale
from web.cli.words import say
from web.cli.workspace import found, opened

Engagement = Annotated[str, typer.Argument(metavar="ENGAGEMENT", help=say("engagement.argument"))]
AsJson = Annotated[bool, typer.Option("--json", help=say("json"))]


class Language(StrEnum):
    """The languages of a report."""

    zh = "zh"
    en = "en"


def engagements(
    archived: Annotated[bool, typer.Option("--archived", help=say("engagements.archived"))] = False,
    as_json: AsJson = False,
) -> None:
    """List the engagements."""
    with one_sentence():
        from assessment.engagements import list_engagements
        from web.cli.showing import engagement_line, engagement_row

        db, actor = opened()
        cards = list_engagements(db, actor, archived=archived)
        if as_json:
            _print({"engagements": [engagement_row(card) for card in cards]})
        elif not cards:
            typer.echo(say("engagement.none"))
        else:
            for card in cards:
                typer.echo(engagement_line(card))


def import_table(
    engagement: Engagement,
    kind: Annotated[str, typer.Argument(metavar="KIND", help=say("import.kind"))],
    file: Annotated[Path, typer.Argument(metavar="FILE", help=say("import.file"))],
    as_json: AsJson = False,
) -> None:
    """Import a table, all of it or nothing."""
    with one_sentence():
        from assessment.registering import import_table as take
        from assessment.sheets import KINDS
        from web.storage import content, now

        known = [*KINDS, *(f"answers:{name}" for name in sorted(content().library.instruments))]
        if kind not in known:
            raise Stop(say("import.kind_unknown", kind=kind, known=" ".join(known)))
        data = file.read_bytes()
        db, actor = opened()
        card = found(db, actor, engagement)
        rows = take(db, actor, card.id, kind, file.name, data, content(), now())
        if as_json:
            _print({"engagement": card.id, "kind": kind, "rows": rows})
        else:
            typer.echo(say("import.done", n=rows))


def assess(engagement: Engagement, as_json: AsJson = False) -> None:
    """Score an engagement."""
    with one_sentence():
        from assessment.assessing import assess as run
        from web.cli.showing import score_lines, score_row
        from web.storage import content, now

        db, actor = opened()
        card = found(db, actor, engagement)
        pack = content()
        sheet = run(db, actor, card.id, pack, now())
        if as_json:
            _print({"engagement": card.id, **score_row(sheet, pack.library.framework)})
        else:
            for line in score_lines(card, sheet, pack.library.framework):
                typer.echo(line)


def plan(
    engagement: Engagement,
    platform: Annotated[str | None, typer.Option("--platform", metavar="PLATFORM", help=say("plan.platform"))] = None,
    time_limit: Annotated[float, typer.Option("--time-limit", metavar="SECONDS", min=0.1, help=say("time_limit"))] = 60,
    seed: Annotated[int | None, typer.Option("--seed", metavar="NUMBER", help=say("plan.seed"))] = None,
    as_json: AsJson = False,
) -> None:
    """Build the roadmap."""
    with one_sentence():
        from assessment.planning import build_roadmap
        from web.cli.showing import plan_lines
        from web.storage import content, now

        db, actor = opened()
        card = found(db, actor, engagement)
        pack = content()
        if platform is not None and platform not in pack.catalogue.platforms:
            known = " ".join(sorted(pack.catalogue.platforms))
            raise Stop(say("plan.platform_unknown", platform=platform, known=known))
        snapshot = build_roadmap(db, actor, card.id, pack, now(), time_limit=time_limit, seed=seed, platform=platform)
        if as_json:
            from roadmap import snapshot_to_json

            _print({"engagement": card.id, "roadmap": snapshot_to_json(snapshot)})
        else:
            for line in plan_lines(snapshot, pack.catalogue):
                typer.echo(line)


def report(
    engagement: Engagement,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help=say("report.output"))],
    locale: Annotated[Language | None, typer.Option("--locale", help=say("report.locale"))] = None,
    as_json: AsJson = False,
) -> None:
    """Write the report."""
    with one_sentence():
        from assessment.dossiers import dossier_for_report
        from web.cli.reporting import print_report, report_page
        from web.storage import content, now

        ending = output.suffix.lower()
        if ending not in {".pdf", ".html"}:
            raise Stop(say("report.ending", path=output))
        writable(output)
        language = locale.value if locale else terminal_locale()
        db, actor = opened()
        card = found(db, actor, engagement)
        dossier = dossier_for_report(db, actor, card.id, content(), now())
        facts: dict[str, Any] = {"engagement": card.id, "locale": language, "path": str(output)}
        if ending == ".html":
            data, warnings = report_page(dossier, language), ()
        else:
            printed = print_report(dossier, language)
            data, warnings = printed.pdf, printed.warnings
            facts["pages"] = printed.pages if printed.pages is not None else pages_of(data)
        write_whole(output, data)
        facts |= {"bytes": len(data), "warnings": list(warnings), "digest": dossier.digest}
        if as_json:
            _print(facts)
            return
        for warning in warnings:
            typer.echo(say("report.warning", warning=warning), err=True)
        key = "report.done" if "pages" in facts else "report.done_html"
        typer.echo(say(key, path=output, size=-(-len(data) // 1000), pages=facts.get("pages")))


def pages_of(pdf: bytes) -> int:
    """Return how many pages a PDF of ours has: its catalogue says so in clear text."""
    import re

    counts = [int(number) for number in re.findall(rb"/Count (\d+)", pdf)]
    return max(counts, default=0)


def _print(document: dict[str, Any]) -> None:
    typer.echo(json.dumps(document, ensure_ascii=False, indent=1))

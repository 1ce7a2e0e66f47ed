"""``zhidian demo``: the main job from end to end on a sample chain — answers, scores, roadmap, both reports."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from questionnaires.locale_text import LOCALES
from web.cli.failures import Stop, one_sentence, sentence_of
from web.cli.files import ready, write_whole
from web.cli.words import locale, say

if TYPE_CHECKING:
    from assessment.access import Actor
    from assessment.content import ContentPack
    from assessment.database import Database
    from assessment.dossier import Dossier

LOGINS = (
    ("owner", "owner@demo.example"),
    ("consultant", "consultant@demo.example"),
    ("client_owner", "client@demo.example"),
    ("executive", "executive@demo.example"),
    ("team_member", "team@demo.example"),
    ("viewer", "viewer@demo.example"),
)
"""Role and address of the demo accounts. Addresses under ``.example`` belong to nobody (RFC 2606)."""
INTERNAL_ROLES = {"owner", "consultant"}
IN_USE = 3
"""Exit status where a client's work is kept: `make run` then goes on to serve it."""


def demo(
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help=say("demo.out"))] = Path("out"),
    sample: Annotated[str, typer.Option("--sample", metavar="NAME", help=say("demo.sample"))] = "home",
    live: Annotated[bool, typer.Option("--live", help=say("demo.live"))] = False,
    time_limit: Annotated[float, typer.Option("--time-limit", metavar="SECONDS", min=0.1, help=say("time_limit"))] = 60,
) -> None:
    """Run the main job on one sample; ``live`` leaves the others beside it, scored and planned."""
    with one_sentence():
        others = _other_samples(sample)
        from web.cli.sample import migrated
        from web.cli.workspace import place_of
        from web.settings import settings
        from web.storage import content

        folder, pack = ready(out), content()
        with migrated(live=live) as db:
            place = place_of(settings().database_url) if live else say("demo.temporary")
            typer.echo(say("demo.step.database", place=place))
            if live:
                _only_the_sample(db)
            engagement, actor = _planned(db, pack, sample, time_limit)
            _reports(_dossier(db, actor, engagement, pack), folder, shelved=live)
            if live:
                _logins(db, engagement, *(_planned(db, pack, name, time_limit)[0] for name in others))


def _other_samples(name: str) -> tuple[str, ...]:
    """Return the samples beside the one called ``name``; stop when there is none of that name."""
    from assessment.samples import sample_names

    names = sample_names()
    if name not in names:
        raise Stop(say("demo.no_sample", name=name, names=", ".join(names)))
    return tuple(one for one in names if one != name)


def _only_the_sample(db: "Database") -> None:
    """Stop where a client's work is kept: the demo accounts, an owner among them, would see all of it."""
    from assessment.accounts import ensure_workspace, operator
    from assessment.engagements import list_engagements
    from web.storage import now

    actor = operator(db, ensure_workspace(db, now()))
    for archived in (False, True):
        if any(not card.sample for card in list_engagements(db, actor, archived=archived)):
            raise Stop(say("demo.refused"), IN_USE)


def _planned(db: "Database", pack: "ContentPack", name: str, time_limit: float) -> "tuple[str, Actor]":
    """Load a sample, score it and build its roadmap."""
    engagement, actor = _engagement(db, pack, name)
    _scores(db, actor, engagement, pack)
    _plan(db, actor, engagement, pack, time_limit)
    return engagement, actor


def _engagement(db: "Database", pack: "ContentPack", sample: str) -> "tuple[str, Actor]":
    from assessment.engagements import profile_of
    from assessment.forms import form_of
    from assessment.registering import list_people, list_stores
    from web.cli.sample import loaded

    engagement, actor = loaded(db, pack, sample)
    profile = profile_of(db, actor, engagement)
    name = profile.name_en if locale() == "en" and profile.name_en else profile.name
    stores, people = list_stores(db, actor, engagement), list_people(db, actor, engagement)
    asked = [person for person in people if form_of(person) is not None]
    typer.echo(say("demo.step.sample", name=name, stores=len(stores), people=len(asked)))
    return engagement, actor


def _scores(db: "Database", actor: "Actor", engagement: str, pack: "ContentPack") -> None:
    from assessment.assessing import assess
    from reports.phrases import numbers
    from web.cli.showing import short
    from web.storage import now

    sheet = assess(db, actor, engagement, pack, now())
    typer.echo(
        say(
            "demo.step.scores",
            index=numbers.score(sheet.index.score),
            level=sheet.attained.level or "—",
            answers=sheet.n_answers,
            digest=short(sheet.digest),
        )
    )


def _plan(db: "Database", actor: "Actor", engagement: str, pack: "ContentPack", time_limit: float) -> None:
    from assessment.planning import build_roadmap, roadmap_versions
    from web.cli.showing import net_range, short
    from web.storage import now

    typer.echo(say("demo.step.choosing"))
    before = len(roadmap_versions(db, actor, engagement))
    snapshot = build_roadmap(db, actor, engagement, pack, now(), time_limit=time_limit)
    solution = snapshot.plan.selection.solution
    typer.echo(
        say(
            "demo.step.plan",
            version=snapshot.version,
            items=len(snapshot.plan.items),
            net=net_range(snapshot),
            gap=f"{solution.gap:.2%}",
            seconds=f"{solution.seconds:.1f}",
            digest=short(snapshot.digest),
        )
    )
    if snapshot.version <= before:
        typer.echo(say("demo.reused"))


def _dossier(db: "Database", actor: "Actor", engagement: str, pack: "ContentPack") -> "Dossier":
    from assessment.dossiers import dossier_for_report
    from web.storage import now

    return dossier_for_report(db, actor, engagement, pack, now())


def _reports(dossier: "Dossier", folder: Path, *, shelved: bool) -> None:
    """Write both PDFs, side by side; where the machine cannot make any, the same report as HTML pages."""
    from reports import ReportError, ensure_fonts
    from web.cli.reporting import print_report, report_page, same
    from web.settings import settings

    stem = f"zhidian-{dossier.profile.name_en or dossier.engagement_id}".lower().replace(" ", "-")
    try:
        typer.echo(say("demo.step.printing"))
        ensure_fonts(settings().cache_dir / "fonts")  # once, before two reports want them at the same moment
        with ThreadPoolExecutor(len(LOCALES)) as pool:
            made = list(pool.map(lambda language: print_report(dossier, language, shelved=shelved), LOCALES))
    except ReportError as error:
        typer.echo(say("demo.html", reason=sentence_of(error)), err=True)
        for language in LOCALES:
            path = folder / f"{stem}-{language}.html"
            write_whole(path, report_page(dossier, language))
            typer.echo(say("demo.step.html", locale=language, path=path))
        return
    for language, printed in zip(LOCALES, made, strict=True):
        path = folder / f"{stem}-{language}.pdf"
        if not same(path, printed.pdf):
            write_whole(path, printed.pdf)
        reused = printed.pages is None
        made_now = say("demo.pages", pages=printed.pages, seconds=f"{printed.seconds:.1f}")
        note = say("demo.unchanged") if reused else made_now
        typer.echo(say("demo.step.report", locale=language, path=path, note=note))
        for warning in printed.warnings:
            typer.echo(say("report.warning", warning=warning), err=True)


def _logins(db: "Database", *engagements: str) -> None:
    """Give every demo account a new password, making those that are missing."""
    from assessment.access import role_of
    from assessment.accounts import add_user, join, list_users, reset_password
    from web.storage import now

    there = {card.email for card in list_users(db)}
    typer.echo(say("demo.logins"))
    for role, email in LOGINS:
        called = say(f"role.{role}")
        member = () if role in INTERNAL_ROLES else engagements
        if email in there:
            password = reset_password(db, email, now())
            for one in member:
                join(db, email, one, now())
        else:
            password = add_user(db, email, say("demo.account", role=called), role_of(role), None, member, now())
        typer.echo(f"  {email:<25} {password}  {called}")

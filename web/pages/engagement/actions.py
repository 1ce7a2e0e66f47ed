"""The three most useful things to do now, each with an owner, a date and one button."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from assessment.dossier import Dossier
from questionnaires.locale_text import LocaleText
from reports.phrases import numbers as written
from web.components import numbers
from web.components.bilingual import Bilingual
from web.i18n.sentences import both, joined, original, same

SHOWN = 3
NAMED = 3
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do: verb first, why it matters, who, until when, and the page where it is done."""

    title: LocaleText
    why: LocaleText
    who: LocaleText
    due: LocaleText
    late: bool
    button: LocaleText
    href: str


def actions_of(d: Dossier, today: date, *, named: bool, reports: int = 0) -> tuple[Action, ...]:
    """Return the first three that apply, in the order in which they block the way; ``named`` says which stores."""
    found = [*_setup(d, today), *_forms(d, today, named=named), *_plan(d, today), *_facts(d, today), *_track(d, today)]
    found += [*_owners(d, today), *_rights(d, today), *_report(d, today, reports)]
    return tuple(found[:SHOWN])


def _action(d: Dossier, key: str, who: LocaleText, due: date, today: date, page: str, **params: object) -> Action:
    return Action(
        title=both(f"next.{key}.title", **params),
        why=both(f"next.{key}.why", **params),
        who=who,
        due=numbers.day(due, year=False),
        late=due < today,
        button=both(f"next.{key}.button"),
        href=f"/e/{d.engagement_id}/{page}",
    )


def _by(d: Dossier, role: str) -> LocaleText:
    """Name the client's person in a role, else the role."""
    person = next((p for p in d.people if role in p.roles), None)
    if person:
        return original(person.name, person.name_en)
    found = next((r for r in d.framework.roles if r.id == role), None)
    return found.name if found else same(role)


def _consultant(d: Dossier) -> LocaleText:
    return Bilingual(d).person(d.consultants[0]) if d.consultants else both("word.consultant")


def _soon(d: Dossier, today: date) -> date:
    """Return the day before the plan starts, or a week from now once that has passed."""
    start = d.profile.start
    return start - timedelta(days=1) if start and start > today else today + WEEK


def _setup(d: Dossier, today: date) -> Iterator[Action]:
    if not d.stores or not d.people:
        yield _action(d, "setup", _consultant(d), today + WEEK, today, "people")


def _forms(d: Dossier, today: date, *, named: bool) -> Iterator[Action]:
    missing = d.coverage.missing_forms
    if missing:
        stores = Bilingual(d).names(missing, NAMED)
        who = _by(d, "operations")
        yield _action(
            d, "forms" if named else "some", who, _soon(d, today), today, "people", n=len(missing), stores=stores
        )


def _plan(d: Dossier, today: date) -> Iterator[Action]:
    if d.snapshot is None and d.gaps:
        yield _action(d, "plan", _consultant(d), _soon(d, today), today, "roadmap", n=len(d.gaps))


def _facts(d: Dossier, today: date) -> Iterator[Action]:
    p = Bilingual(d)
    weak = sorted(f.id for f in d.facts.values.values() if f.assumed or f.grade == "D")
    if weak:
        share = written.percent(d.snapshot.plan.d_share) if d.snapshot else ""
        params = {"n": len(weak), "names": p.names(weak, NAMED), "share": share}
        yield _action(
            d, "facts" if d.snapshot else "blanks", _by(d, "finance"), _soon(d, today), today, "facts", **params
        )


def _track(d: Dossier, today: date) -> Iterator[Action]:
    """Items that should have begun, or are reported late, and of which nothing recent is known."""
    if d.snapshot is None:
        return
    p = Bilingual(d)
    silent = [i for i in d.snapshot.plan.items if i.start <= today and i.initiative not in d.progress]
    if silent:
        first = min(silent, key=lambda item: (item.start, item.initiative))
        who = p.both(lambda r: r.owner(first))
        names = p.names([item.initiative for item in silent], NAMED)
        yield _action(d, "track", who, first.start + WEEK, today, "roadmap", n=len(silent), names=names)


def _owners(d: Dossier, today: date) -> Iterator[Action]:
    if d.snapshot is None:
        return
    bare = [i for i in d.snapshot.plan.items if i.wave == 1 and not d.owners.get(i.initiative)]
    if bare:
        due = min(item.start for item in bare)
        names = Bilingual(d).names([item.initiative for item in bare], NAMED)
        yield _action(d, "owners", _by(d, "owner"), due, today, "roadmap", n=len(bare), names=names)


def _rights(d: Dossier, today: date) -> Iterator[Action]:
    bare = [a for a in d.resources if a.overlooked and "rights" not in a.resource.readiness]
    if bare:
        names = joined(Bilingual(d).name(a.resource.id) for a in bare[:NAMED])
        who = _by(d, "marketing")
        yield _action(d, "rights", who, _soon(d, today), today, "resources", n=len(bare), names=names)


def _report(d: Dossier, today: date, reports: int) -> Iterator[Action]:
    if d.snapshot and not reports:
        yield _action(d, "report", _consultant(d), _soon(d, today), today, "report")

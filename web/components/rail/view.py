"""What the rail says: a pure function of the dossier."""

import math
from dataclasses import dataclass, replace
from typing import Literal

from assessment.access import Actor, may
from assessment.dossier import Dossier
from questionnaires.locale_text import LocaleText
from web.components.bilingual import Bilingual
from web.components.disputes import disputes_of
from web.i18n.sentences import NOTHING, both, joined, same

StepState = Literal["done", "lacks", "current", "open", "optional"]
NAMED = 2
LEAST_VISITS = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One of the eleven steps. ``figure`` stands on the right, ``lacks`` below; ``warn`` colours the figure.

    ``href`` leads to the page, or to the place on a page, where the step is done.
    """

    number: int
    name: LocaleText
    state: str
    figure: LocaleText
    lacks: LocaleText
    href: str
    warn: bool = False


@dataclass(frozen=True, slots=True)
class May:
    """What this person may do here; the use cases check it again."""

    edit: bool = False
    register: bool = False
    invite: bool = False
    code: bool = False
    plan: bool = False
    progress: bool = False
    assign: bool = False
    read: bool = False
    report: bool = False
    decide: bool = False
    internal: bool = False


@dataclass(frozen=True, slots=True)
class RailView:
    """The engagement as every page of it shows it."""

    id: str = ""
    client: LocaleText = NOTHING
    sample: bool = False
    steps: tuple[Step, ...] = ()
    stores: int = 0
    people: int = 0
    resources: int = 0
    systems: int = 0
    moves: int = 0
    reports: int = 0
    may: May = May()


def may_of(actor: Actor) -> May:
    """Return what a role allows on the pages."""
    return May(
        edit=may(actor, "engagement.edit"),
        register=may(actor, "register.edit"),
        invite=may(actor, "invite"),
        code=may(actor, "answers.write"),
        plan=may(actor, "plan.build"),
        progress=may(actor, "progress.record"),
        assign=may(actor, "owner.assign"),
        read=may(actor, "report.read"),
        report=may(actor, "report.make"),
        decide=may(actor, "adjudicate"),
        internal=actor.internal,
    )


def rail_of(dossier: Dossier, actor: Actor, reports: int = 0) -> RailView:
    """Return the rail. ``reports`` is the number of reports made so far."""
    plan = dossier.snapshot.plan if dossier.snapshot else None
    return RailView(
        id=dossier.engagement_id,
        client=Bilingual(dossier).company,
        sample=dossier.profile.sample,
        steps=steps_of(dossier, actor, reports),
        stores=len(dossier.stores),
        people=len(dossier.people),
        resources=len(dossier.resources),
        systems=len(dossier.systems),
        moves=len(plan.items) if plan else 0,
        reports=reports,
        may=may_of(actor),
    )


def steps_of(dossier: Dossier, actor: Actor, reports: int) -> tuple[Step, ...]:
    """Return the eleven steps; the first one not begun is the current one, once tracking has begun that."""
    here = f"/e/{dossier.engagement_id}"
    found = [
        _setup(dossier, here),
        _facts(dossier, here),
        _forms(dossier, actor, here),
        _interviews(dossier, here),
        _visits(dossier, here),
        _mystery(dossier, here),
        _consolidation(dossier, here),
        _validation(dossier, here),
        _plan(dossier, here),
        _presentation(reports, here),
        _tracking(dossier, here),
    ]
    current = next((i for i, step in enumerate(found) if step.state == "open"), None)
    if current is not None and all(step.state != "current" for step in found):
        now = found[current]
        found[current] = replace(now, state="current")
    return tuple(found)


def _step(number: int, have: int, want: int, figure: LocaleText, lacks: LocaleText, href: str) -> Step:
    state: StepState = "done" if have >= want > 0 else "lacks" if have else "open"
    short = state == "lacks"
    said = both("step.lacks", what=lacks) if short and lacks != NOTHING else NOTHING
    return Step(number, both(f"step.{number}"), state, figure, said, href, short)


def _setup(d: Dossier, here: str) -> Step:
    checks = (
        ("start", d.profile.start is not None),
        ("budget", d.profile.budget > 0),
        ("stores", bool(d.stores)),
        ("people", bool(d.people)),
    )
    missing = [both(f"setup.{name}") for name, there in checks if not there]
    return _step(1, len(checks) - len(missing), len(checks), NOTHING, joined(missing), f"{here}/profile")


def _facts(d: Dossier, here: str) -> Step:
    facts = d.facts.values.values()
    assumed = sorted(fact.id for fact in facts if fact.assumed)
    known = len(d.facts.values) - len(assumed)
    names = Bilingual(d).names(assumed[:NAMED])
    return _step(
        2, known, len(d.facts.values), same(f"{known} / {len(d.facts.values)}"), names, f"{here}/facts?tab=facts"
    )


def _forms(d: Dossier, actor: Actor, here: str) -> Step:
    c = d.coverage
    names = Bilingual(d).names(c.missing_forms[:NAMED]) if actor.internal else NOTHING
    return _step(
        3,
        c.forms_returned,
        c.forms_asked,
        same(f"{c.forms_returned} / {c.forms_asked}"),
        names,
        f"{here}/people?tab=people#managers",
    )


def _interviews(d: Dossier, here: str) -> Step:
    asked = sum(person.kind == "executive" for person in d.people)
    figure = same(f"{d.coverage.executives} / {asked}")
    return _step(4, d.coverage.executives, asked, figure, NOTHING, f"{here}/people?tab=people#executives")


def _visits(d: Dossier, here: str) -> Step:
    want = max(LEAST_VISITS, math.isqrt(max(len(d.stores) - 1, 0)) + 1)
    done = d.coverage.visits
    return _step(
        5, done, want, same(f"{done} / {want}"), both("step.visits", n=want - done), f"{here}/people?tab=visits#visits"
    )


def _mystery(d: Dossier, here: str) -> Step:
    """Say whether the optional mystery visits were made; nothing is lacking without them."""
    visits = d.coverage.mystery_visits
    figure = both("step.mystery", n=visits) if visits else both("step.unused")
    return Step(
        6, both("step.6"), "done" if visits else "optional", figure, NOTHING, f"{here}/people?tab=visits#mystery"
    )


def _consolidation(d: Dossier, here: str) -> Step:
    states = [score.state for score in d.sheet.capabilities.values()]
    asked = [state for state in states if state != "not_applicable"]
    scored = sum(state == "scored" for state in asked)
    lacks = both("step.capabilities", n=len(asked) - scored)
    return _step(7, scored, len(asked), same(f"{scored} / {len(asked)}"), lacks, f"{here}#dimensions")


def _validation(d: Dossier, here: str) -> Step:
    """Say what the workshop changed, and lead to what is to be decided, else to the gaps with their targets."""
    changed, open_ = len(d.targets.reasons), len(disputes_of(d))
    figure = both("step.targets", n=changed) if changed else NOTHING
    step = _step(8, changed, 1, figure, NOTHING, f"{here}#gaps")
    if not open_:
        return step
    return replace(step, state="lacks", warn=True, lacks=both("step.decide", n=open_), href=f"{here}#decide")


def _plan(d: Dossier, here: str) -> Step:
    version = d.snapshot.version if d.snapshot else 0
    figure = both("step.version", n=version) if version else NOTHING
    return _step(9, version, 1, figure, NOTHING, f"{here}/roadmap")


def _presentation(reports: int, here: str) -> Step:
    figure = both("step.reports", n=reports) if reports else NOTHING
    return _step(10, reports, 1, figure, NOTHING, f"{here}/report")


def _tracking(d: Dossier, here: str) -> Step:
    items = len(d.snapshot.plan.items) if d.snapshot else 0
    done = sum(p.status == "done" for p in d.progress.values())
    state: StepState = "done" if items and done == items else "current" if d.progress else "open"
    figure = same(f"{done} / {items}") if items else NOTHING
    return Step(11, both("step.11"), state, figure, NOTHING, f"{here}/roadmap#log")

"""The three moves of the one-page conclusion and the decisions asked of the board."""

from collections.abc import Collection, Mapping
from fractions import Fraction

from assessment.progress_rules import has_begun
from questionnaires.framework import Framework
from reports import aims
from reports.chapters import waves
from reports.governing import group_state
from reports.model import Numbered
from reports.phrases import numbers
from reports.phrases.typography import fits
from reports.reading import Reading
from roadmap.gates import funded_at_start
from roadmap.plan import Plan

MOVE_ROOM = 73 / 25.4 * 72
CLOSED = ("done", "dropped")


def three_moves(r: Reading, plan: Plan) -> list[tuple[str, str, str]]:
    """One move a wave: the gaps it closes or, where it closes none, raises, and the largest of them."""
    moves: list[tuple[str, str, str]] = []
    for group in waves.summarise(plan):
        aim = aims.aim_of(r, plan, group.wave)
        title, areas = _title(r, r.day(group.finish), aim)
        facts = _idle_resource(r, {item.initiative for item in group.items}) if group.wave == 1 else []
        largest = told_gap(aim.capabilities, r.dossier.framework, areas)
        if largest:
            gap = next(gap for gap in r.dossier.gaps if gap.capability == largest)
            facts.append(r.t(f"r1.move.{aim.state}", name=r.capability(largest), level=gap.level, target=gap.target))
        text = r.list(facts) or r.t("r1.move.enables", n=len(group.items))
        end = "。" if r.locale == "zh" else "."
        moves.append((str(group.wave), title, text[:1].upper() + text[1:] + end))
    return moves


def _title(r: Reading, until: str, aim: aims.Aim) -> tuple[str, list[str]]:
    """Return a title that fits, and the areas it names: two when there is room."""

    def titled(most: int) -> str:
        return r.t("r1.move.title", until=until, aim=aims.said(r, aim, most))

    most = 2 if fits(titled(2), size=9, room=MOVE_ROOM, lines=1 if r.locale == "zh" else 2) else 1
    return titled(most), [area for area, _ in aim.areas[:most]]


def told_gap(closed: Mapping[str, Fraction], framework: Framework, themes: Collection[str]) -> str | None:
    """Return the gap a move is measured by: the largest of the areas it names, else the largest it closes."""
    spoken = [c for c in closed if framework.capabilities[c].dimension in themes] or list(closed)
    return max(spoken, key=lambda key: (closed[key], key), default=None)


def _idle_resource(r: Reading, initiatives: set[str]) -> list[str]:
    idle = [a for a in r.dossier.resources if a.overlooked and initiatives & set(a.suggests)]
    best = max(idle, key=lambda a: (a.leverage, a.resource.id), default=None)
    if best is None:
        return []
    use = numbers.percent(best.resource.utilisation or 0)
    return [r.t("r1.move.resource", name=r.name(best.resource.id), use=use)]


def asks(r: Reading) -> Numbered:
    """Ask for the money of the first gate, for a chair and for the gate itself, as far as they still have to be decided."""
    plan = r.plan
    if plan is None:
        texts = [r.t("r1.ask.targets"), _chair(r), r.t("r1.ask.data")]
    else:
        coming = next((group for group in waves.summarise(plan) if not _over(r, group)), None)
        texts = [_chair(r)] if coming is None else [_start(r, plan, coming), _chair(r), _gate(r, coming)]
    items = tuple((sign, "", text) for sign, text in zip("ABC", filter(None, texts), strict=False))
    return Numbered(items, asks=True, title=r.t("r1.ask"))


def _over(r: Reading, group: waves.WaveSummary) -> bool:
    """Tell whether nothing of a wave is open any more."""
    reports = r.dossier.progress
    return all(i.initiative in reports and reports[i.initiative].status in CLOSED for i in group.items)


def _start(r: Reading, plan: Plan, coming: waves.WaveSummary) -> str:
    """Ask for what starts before the first gate, or say that it runs: then the coming gate decides."""
    reports = r.dossier.progress
    funded = funded_at_start(plan)
    begun = [i for i in plan.items if i.initiative in reports and has_begun(reports[i.initiative])]
    if begun:
        return r.t("r1.ask.begun", n=len(begun), date=r.day(coming.finish))
    weeks, money = waves.size_of(funded)
    later = sum(item.wave > coming.wave for item in funded)
    size = {"money": r.money(money), "weeks": numbers.plain(weeks), "n": len(funded)}
    dates = {"date": r.day(plan.items[0].start), "gate": r.day(coming.finish)}
    return r.t("r1.ask.start", **size, **dates, **({"later": later} if later else {}))


def _chair(r: Reading) -> str:
    """Ask for a chair of the group that decides; where the group stands already, only to keep it going."""
    chair = next((person for person in r.dossier.people if "owner" in person.roles), None)
    name = {"name": r.name(chair.id)} if chair else {}
    return r.t(f"r1.ask.chair.{group_state(r)}", **name)


def _gate(r: Reading, group: waves.WaveSummary) -> str:
    gate = group.gate
    params = {"date": r.day(gate.day), "kpi": waves.gate_kpi(r, group)}
    if not gate.releases:
        return r.t("r1.ask.last", **params)
    return r.t("r1.ask.gate", **params, n=len(gate.releases), money=r.money(gate.released))

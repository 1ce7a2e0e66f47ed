"""The three moves of the one-page conclusion and the decisions asked of the board."""

from collections.abc import Collection, Mapping
from fractions import Fraction

from questionnaires.framework import Framework
from reports.chapters import waves
from reports.model import Numbered
from reports.phrases import numbers
from reports.phrases.typography import fits
from reports.reading import Reading
from roadmap.plan import Plan

MOVE_ROOM = 73 / 25.4 * 72


def three_moves(r: Reading, plan: Plan) -> list[tuple[str, str, str]]:
    """One move a wave: what it does, and the largest gap it closes in the areas it names."""
    moves: list[tuple[str, str, str]] = []
    priority = {gap.capability: gap for gap in r.dossier.gaps}
    used: set[str] = set()
    told: set[str] = set()
    for group in waves.summarise(plan):
        themes = [theme for theme in group.themes if theme not in used][:2] or list(group.themes[:1])
        used.update(themes)
        params = {"until": r.day(group.finish), "first": waves.action(r, themes[0])}
        title = r.t("r1.move.title", **params)
        if len(themes) > 1:
            both = r.t("r1.move.title", **params, second=waves.action(r, themes[1]))
            title = both if fits(both, size=9, room=MOVE_ROOM, lines=1 if r.locale == "zh" else 2) else title
        facts: list[str] = []
        if group.wave == 1:
            facts += _idle_resource(r, {item.initiative for item in group.items})
        closed = {c for item in group.items for c in item.closes if c in priority} - told
        largest = told_gap({c: priority[c].priority for c in closed}, r.dossier.framework, themes)
        if largest:
            told.add(largest)
            gap = priority[largest]
            facts.append(r.t("r1.move.gap", capability=r.capability(largest), level=gap.level, target=gap.target))
        text = r.list(facts) or r.t("r1.move.enables", n=len(group.items))
        end = "。" if r.locale == "zh" else "."
        moves.append((str(group.wave), title, text[:1].upper() + text[1:] + end))
    return moves


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
    """Ask for wave 1, a chair and a gate; without a plan for targets, a chair and the missing data."""
    plan = r.plan
    chair = next((person for person in r.dossier.people if "owner" in person.roles), None)
    lead = r.t("r1.ask.chair", name=r.name(chair.id)) if chair else r.t("r1.ask.chair.none")
    if plan is None:
        texts = (r.t("r1.ask.targets"), lead, r.t("r1.ask.data"))
    else:
        first = waves.summarise(plan)[0]
        size = waves.size(r, first)
        start = r.t("r1.ask.start", money=size["money"], weeks=size["weeks"], date=r.day(first.start))
        texts = (start, lead, r.t("r1.ask.gate", date=r.day(first.finish), kpi=waves.gate_kpi(r, first)))
    items = tuple((sign, "", text) for sign, text in zip("ABC", texts, strict=True))
    return Numbered(items, asks=True, title=r.t("r1.ask"))

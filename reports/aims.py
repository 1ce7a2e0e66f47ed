"""What a wave is for, said of the gaps its items really close; where they close none, of those they raise."""

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from reports.reading import Reading
from roadmap.gates import gates_of
from roadmap.outcomes import lifted
from roadmap.plan import Plan


@dataclass(frozen=True, slots=True)
class Aim:
    """``capabilities`` map what a wave closes (or only raises) to its priority; ``areas`` count them by dimension.

    What an earlier wave closes is not closed again.
    """

    state: Literal["closed", "raised", "none"]
    capabilities: dict[str, Fraction]
    areas: tuple[tuple[str, int], ...]


def aim_of(r: Reading, plan: Plan, wave: int) -> Aim:
    """Return what a wave is for, the areas with the most priority first."""
    priority = {gap.capability: gap.priority for gap in r.dossier.gaps}
    items = [item for item in plan.items if item.initiative not in r.dropped]
    before = {c for item in items if item.wave < wave for c in item.closes}
    mine = [item for item in items if item.wave == wave]
    closed = {c for item in mine for c in item.closes if c in priority} - before
    if closed:
        return _aim(r, "closed", {c: priority[c] for c in closed})
    catalogue, gaps = r.dossier.catalogue, r.dossier.gaps
    raised = {c for item in mine for c in lifted(item.initiative, gaps, plan.platform, catalogue)} - before
    return _aim(r, "raised" if raised else "none", {c: priority[c] for c in raised})


def _aim(r: Reading, state: Literal["closed", "raised", "none"], found: dict[str, Fraction]) -> Aim:
    within: defaultdict[str, list[Fraction]] = defaultdict(list)
    for capability, weight in found.items():
        within[r.dossier.framework.capabilities[capability].dimension].append(weight)
    ranked = sorted(within, key=lambda area: (-sum(within[area]), area))
    return Aim(state, found, tuple((area, len(within[area])) for area in ranked))


def said(r: Reading, aim: Aim, most: int = 2) -> str:
    """Say how many gaps a wave closes or raises and in which areas, as many of them as wanted, the weightiest first."""
    if aim.state == "none":
        return r.t("aim.none")
    names = [r.name(area) for area, _ in aim.areas[:most]]
    areas = ("、" if r.locale == "zh" else " and ").join(names) if len(names) < 3 else r.join(names)
    whole = ".all" if most >= len(aim.areas) else ""
    return r.t(f"aim.{aim.state}{whole}", n=len(aim.capabilities), areas=areas)


def headlines(r: Reading, plan: Plan) -> tuple[str, ...]:
    """Return what the waves are for in order, each by the gap with the most priority; the words of a title."""
    return tuple(_led(r, aim_of(r, plan, gate.wave)) for gate in gates_of(plan))


def _led(r: Reading, aim: Aim) -> str:
    if aim.state == "none":
        return r.t("aim.none")
    first = max(aim.capabilities, key=lambda one: (aim.capabilities[one], one))
    many = len(aim.capabilities)
    return r.t(f"aim.{aim.state}.{'led' if many > 1 else 'one'}", n=many, first=r.capability(first))

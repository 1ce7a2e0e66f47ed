"""Which initiatives are worth considering, and why: gaps, suggestions, what they need first, what the law demands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from roadmap.carrying import effort_here, module_use, months_here, reachable
from roadmap.compliance import barred, flags_in_force, pulled_in
from roadmap.errors import RoadmapInputError
from roadmap.initiatives import Catalogue, Initiative, Platform, Via
from roadmap.plan import Candidate, Proposal, Reason
from roadmap.prerequisites import closure, way_met
from roadmap.situation import Constraints, IndustryRules, Standing, Suggestion
from scoring.sheet import Gap

SMALLEST_GAP = 0.5
Reasons = dict[str, list[Reason]]


@dataclass(frozen=True, slots=True)
class _Case:
    """One question to the pipeline, and what follows from it for every initiative of the catalogue."""

    catalogue: Catalogue
    platform: Platform
    gaps: Mapping[str, Gap]
    met: Mapping[str, Reason]
    needs: Mapping[str, tuple[str, ...]]
    flagged: Mapping[str, Mapping[str, str]]
    barred: Mapping[str, Reason]
    constraints: Constraints
    industry: IndustryRules

    def open_needs(self, ident: str) -> tuple[str, ...]:
        return tuple(need for need in self.needs[ident] if need not in self.met)


def propose(
    gaps: Sequence[Gap],
    standing: Standing,
    suggestions: Sequence[Suggestion],
    catalogue: Catalogue,
    industry: IndustryRules,
    platform_id: str,
    constraints: Constraints,
) -> Proposal:
    """Return the candidates with their reasons, open prerequisites, and effort and reach on this platform.

    A candidate raises a capability with a gap of at least half a level, is suggested (by a resource, a need, a silo, a
    perception gap), is demanded or under way, or is an open prerequisite of one. Raises `RoadmapInputError` for an
    unknown initiative or platform.
    """
    _known(suggestions, catalogue, platform_id, constraints)
    case = _case(gaps, standing, catalogue, industry, platform_id, constraints)
    reasons, forbidden = _wanted(case, suggestions)
    chain = closure(reasons, case.open_needs)
    _explain_prerequisites(case, chain, reasons)
    candidates = {ident: _candidate(case, ident, reasons[ident]) for ident in chain}
    there = {
        need: case.met[need]
        for candidate in candidates.values()
        for need in candidate.met
        if need not in candidates and need in catalogue.initiatives
    }
    there |= {ident: case.met[ident] for ident in constraints.done}
    return Proposal(candidates, dict(sorted(there.items())), dict(sorted(forbidden.items())), platform_id)


def _known(suggestions: Sequence[Suggestion], catalogue: Catalogue, platform: str, constraints: Constraints) -> None:
    if platform not in catalogue.platforms:
        known = ", ".join(sorted(catalogue.platforms))
        raise RoadmapInputError("platform", f"there is no platform {platform!r}.", f"Choose one of {known}.")
    named: tuple[tuple[str, Iterable[str]], ...] = (
        ("suggestions", [suggestion.initiative for suggestion in suggestions]),
        ("constraints.must", constraints.must),
        ("constraints.must_not", constraints.must_not),
        ("constraints.done", constraints.done),
        ("constraints.started", constraints.started),
        ("constraints.waived", constraints.waived),
    )
    for path, idents in named:
        for ident in idents:
            if ident not in catalogue.initiatives:
                raise RoadmapInputError(path, f"there is no initiative {ident!r}.", "Name one of the catalogue.")


def _case(
    gaps: Sequence[Gap],
    standing: Standing,
    catalogue: Catalogue,
    industry: IndustryRules,
    platform: str,
    constraints: Constraints,
) -> _Case:
    initiatives = catalogue.initiatives
    met = {ident: way for ident in initiatives if (way := way_met(initiatives[ident], standing, constraints))}
    flagged = {ident: pulled_in(initiatives[ident], catalogue, industry) for ident in initiatives}
    needs = {ident: tuple(sorted({*initiatives[ident].needs, *flagged[ident]})) for ident in initiatives}
    stopped = {ident: why for ident in initiatives if (why := barred(initiatives[ident], catalogue, industry))}
    spread = True
    while spread:
        spread = False
        for ident in initiatives:
            blocking = [need for need in needs[ident] if need in stopped and need not in met]
            if blocking and ident not in stopped:
                stopped[ident] = Reason("needs_forbidden", {"needs": blocking})
                spread = True
    return _Case(
        catalogue,
        catalogue.platforms[platform],
        {gap.capability: gap for gap in gaps if gap.size >= SMALLEST_GAP},
        met,
        needs,
        flagged,
        stopped,
        constraints,
        industry,
    )


def _wanted(case: _Case, suggestions: Sequence[Suggestion]) -> tuple[Reasons, dict[str, Reason]]:
    """Return why each initiative is wanted for its own sake, and which of those are barred."""
    found: Reasons = {}
    for ident, initiative in case.catalogue.initiatives.items():
        if ident in case.constraints.done:
            continue
        ground = case.constraints.grounds.get(ident, "must")
        demanded = [Reason(ground, {"id": ident})] if ident in case.constraints.must else []
        running = case.constraints.started.get(ident)
        demanded += [] if running is None else [Reason("started", {"id": ident, "start": running})]
        reasons = [*demanded, *_gap_reasons(case, initiative), *_suggested(ident, suggestions)]
        if reasons:
            found[ident] = reasons
    stopped = {ident: case.barred[ident] for ident in found if ident in case.barred}
    for ident, rule in stopped.items():
        del found[ident]
        for other in rule.params.get("instead", ()):
            if other not in case.barred and other not in case.constraints.done:
                found.setdefault(other, []).append(Reason("instead_of", {"id": ident}))
    return found, stopped


def _gap_reasons(case: _Case, initiative: Initiative) -> list[Reason]:
    lifted = [case.gaps[capability] for capability, _ in _lifts(case, initiative)]
    return [
        Reason("gap", {"capability": gap.capability, "level": float(gap.level), "target": float(gap.target)})
        for gap in sorted(lifted, key=lambda gap: (-gap.priority, gap.capability))
    ]


def _lifts(case: _Case, initiative: Initiative) -> list[tuple[str, float]]:
    """Return the gaps that an initiative narrows on this platform, with the level it reaches."""
    return [
        (capability, level)
        for capability, (level, _) in reachable(initiative, case.platform).items()
        if capability in case.gaps and level > case.gaps[capability].level
    ]


def _suggested(ident: str, suggestions: Sequence[Suggestion]) -> list[Reason]:
    mine = sorted(
        (s for s in suggestions if s.initiative == ident), key=lambda s: (-s.weight, s.kind, s.origin, s.code)
    )
    found: list[Reason] = []
    for suggestion in mine:
        params: dict[str, Any] = {**suggestion.params, "kind": suggestion.kind, "origin": suggestion.origin}
        found.append(Reason(suggestion.code, params))
    return found


def _explain_prerequisites(case: _Case, chain: Iterable[str], reasons: Reasons) -> None:
    """Add to every prerequisite whom it serves, and which flags demand it."""
    serves: dict[str, list[str]] = {}
    demanded: dict[tuple[str, str], list[str]] = {}
    for ident in chain:
        for need in case.open_needs(ident):
            if need in case.flagged[ident] and need not in case.catalogue.initiatives[ident].needs:
                demanded.setdefault((need, case.flagged[ident][need]), []).append(ident)
            else:
                serves.setdefault(need, []).append(ident)
    for need, idents in serves.items():
        reasons.setdefault(need, []).append(Reason("prerequisite", {"of": sorted(idents)}))
    for (need, flag), idents in sorted(demanded.items()):
        reasons.setdefault(need, []).append(Reason("flag", {"flag": flag, "of": sorted(idents)}))


def _candidate(case: _Case, ident: str, reasons: list[Reason]) -> Candidate:
    initiative = case.catalogue.initiatives[ident]
    use = module_use(initiative, case.platform, case.catalogue)
    effort = effort_here(initiative, use)
    raises: dict[str, tuple[float, Via]] = reachable(initiative, case.platform)
    lifted = _lifts(case, initiative)
    return Candidate(
        initiative=ident,
        reasons=tuple(reasons),
        gaps=tuple(capability for capability, _ in lifted),
        closes=tuple(capability for capability, level in lifted if level >= case.gaps[capability].target),
        raises=raises,
        needs=case.open_needs(ident),
        met={need: case.met[need].code for need in case.needs[ident] if need in case.met},
        module=use,
        effort=effort,
        months=months_here(initiative, effort, case.constraints.capacity),
        flags=flags_in_force(initiative, case.industry),
        answers=tuple(sorted({answer for capability, _ in lifted for answer in case.gaps[capability].answers})),
    )

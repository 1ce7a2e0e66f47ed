"""Evidence caps: what an answer may claim, given what was shown for it and what others have proven.

An over-claim needs an artefact; a second, different kind of evidence from another source corroborates it.

Decisions where the rule leaves room:

- A *source* is one respondent in one unit of one group; two answers of one source never make a pair.
- A pair lifts both answers to ``pair_cap``, whatever they claim.
- Answers that weigh nothing (executives out of role, groups of weight 0) corroborate nothing, so that weight 0 is inert.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scoring.exact import Exact, exact
from scoring.observation import Observation
from scoring.sheet import Confidence
from scoring.tree import EvidenceRule

STATEMENT = "statement"
STRONG_GROUPS = 2


def own_cap(evidence: Iterable[str], rule: EvidenceRule) -> Exact:
    """Return the highest level one answer's own evidence supports; nothing shown counts as a statement.

    >>> own_cap([], EvidenceRule({"statement": 3, "export": 5}, {}, 5))
    3
    """
    return max((rule.caps.get(kind, rule.caps[STATEMENT]) for kind in evidence), default=rule.caps[STATEMENT])


def families(evidence: Iterable[str], rule: EvidenceRule) -> frozenset[str]:
    """Return the families of evidence an answer shows; a statement belongs to none."""
    return frozenset(rule.families[kind] for kind in evidence if kind in rule.families)


def claimed(observation: Observation) -> Exact:
    """Return the claimed value as an exact number (2.4 is 12/5, not its binary neighbour)."""
    return exact(observation.value) if observation.value is not None else 0


def source_of(observation: Observation) -> tuple[str, str, str]:
    """Return who is behind an answer: group, unit and respondent."""
    return observation.group, observation.unit, observation.respondent


def caps_of(valued: Sequence[Observation], rule: EvidenceRule, weights: Mapping[str, Exact]) -> list[Exact]:
    """Return the cap of every answer's own evidence, pairs included, in the order given."""
    own = {kinds: own_cap(kinds, rule) for kinds in {o.evidence for o in valued}}
    shown = {kinds: families(kinds, rule) for kinds in own}
    sources: dict[str, set[tuple[str, str, str]]] = {}
    weighing = _weighing(weights)
    for o in valued:
        if shown[o.evidence] and o.owner and o.group in weighing:
            for family in shown[o.evidence]:
                sources.setdefault(family, set()).add(source_of(o))
    caps: list[Exact] = []
    for o in valued:
        cap = own[o.evidence]
        if cap < rule.pair_cap and _paired(source_of(o), shown[o.evidence], sources):
            cap = rule.pair_cap
        caps.append(cap)
    return caps


def _paired(me: tuple[str, str, str], mine: frozenset[str], sources: Mapping[str, set[tuple[str, str, str]]]) -> bool:
    """Whether another source shows another family than one of mine."""
    return bool(mine) and any(
        (family not in mine or len(mine) > 1) and theirs - {me} for family, theirs in sources.items()
    )


def _weighing(weights: Mapping[str, Exact]) -> frozenset[str]:
    """Return the groups that weigh something: the answers of the others count for nothing."""
    return frozenset(group for group, weight in weights.items() if weight > 0)


def verified_values(
    observations: Sequence[Observation], rule: EvidenceRule, weights: Mapping[str, Exact]
) -> dict[str, Exact]:
    """Return answer id → verified value for the valued observations of one capability.

    verified = min(claimed, max(cap of own evidence, highest capped value of another group)).
    """
    valued = [o for o in observations if o.state == "value"]
    caps = caps_of(valued, rule, weights)
    claims = [claimed(o) for o in valued]
    others = _best_elsewhere(_best_by_group(valued, caps, weights), valued)
    return {o.answer: min(claim, max(cap, others[o.group])) for o, cap, claim in zip(valued, caps, claims, strict=True)}


def _best_by_group(
    valued: Sequence[Observation], caps: Sequence[Exact], weights: Mapping[str, Exact]
) -> dict[str, Exact]:
    """Return the highest capped value of every group, over the answers that count."""
    best: dict[str, Exact] = {}
    weighing = _weighing(weights)
    for o, cap in zip(valued, caps, strict=True):
        if o.owner and o.group in weighing:
            best[o.group] = max(best.get(o.group, 0), min(claimed(o), cap))
    return best


def _best_elsewhere(best: Mapping[str, Exact], valued: Sequence[Observation]) -> dict[str, Exact]:
    """Return for every group the highest capped value of the other groups, 0 when there is none."""
    return {g: max((v for h, v in best.items() if h != g), default=0) for g in {o.group for o in valued}}


@dataclass(frozen=True, slots=True)
class Support:
    """Why an answer's verified value is what it is: verified = min(claimed, max(cap, others)).

    ``cap`` is what its own evidence supports (``paired`` when a second kind from another source lifted it), ``others``
    the highest capped value of another group. ``corroborated_by`` names the answers that lift it above its own cap.
    """

    claimed: Exact
    cap: Exact
    paired: bool
    others: Exact
    corroborated_by: tuple[str, ...]


def supports(
    observations: Sequence[Observation], rule: EvidenceRule, weights: Mapping[str, Exact]
) -> dict[str, Support]:
    """Return answer id → its support, for the valued observations of one capability."""
    valued = [o for o in observations if o.state == "value"]
    caps = caps_of(valued, rule, weights)
    others = _best_elsewhere(_best_by_group(valued, caps, weights), valued)
    weighing = _weighing(weights)
    counted = [(o, cap) for o, cap in zip(valued, caps, strict=True) if o.owner and o.group in weighing]
    proven = [(o, min(claimed(o), cap)) for o, cap in counted]
    result: dict[str, Support] = {}
    for o, cap in zip(valued, caps, strict=True):
        best = others[o.group]
        lifted = min(claimed(o), best) > cap
        behind = tuple(p.answer for p, value in proven if lifted and p.group != o.group and value == best)
        result[o.answer] = Support(claimed(o), cap, cap > own_cap(o.evidence, rule), best, behind)
    return result


def confidence(observations: Sequence[Observation], rule: EvidenceRule) -> Confidence:
    """Return high (≥ 2 groups and a demonstration, timed photo or export), low (statements only), else medium."""
    valued = [o for o in observations if o.state == "value" and o.owner]
    if not valued:
        return "none"
    kinds = {kind for kinds in {o.evidence for o in valued} for kind in kinds}
    if kinds <= {STATEMENT}:
        return "low"
    if kinds & rule.strong and len({o.group for o in valued}) >= STRONG_GROUPS:
        return "high"
    return "medium"

"""The lower half of an explanation: group value from units, unit value from answers, answer under its evidence cap."""

from collections.abc import Iterator, Mapping
from typing import Any

from scoring.capability_level import Assessed
from scoring.evidence import Support, supports
from scoring.exact import ratio
from scoring.groups import unit_shares
from scoring.observation import Observation
from scoring.sheet import CapabilityScore, GroupEstimate, Step
from scoring.trace import Trace
from scoring.unit_values import Unit, state_of

FORMULAS = {
    "mean": "mean/1",
    "simple": "simple_mean/1",
    "visited": "visited_mean/1",
    "stratified": "stratified_mean/1",
}
REASONS = {
    "not_applicable": "not_applicable",
    "unapproved": "na_unapproved",
    "dont_know": "dont_know",
    "blank": "blank",
}


def group_steps(trace: Trace, score: CapabilityScore, group: str, *, whole: bool) -> Iterator[Step]:
    """Yield the group's step and, when ``whole``, the steps of its units and their answers."""
    made, assessed = score.groups[group], trace.assessed[score.id]
    name = f"{score.id}/{group}"
    units = assessed.units[group]
    shares = unit_shares(group, units, trace.strata)
    yield Step(
        id=name,
        formula=FORMULAS[made.basis],
        value="none" if made.verified is None else ratio(made.verified),
        inputs=tuple(f"{name}/{u.id}" for u in units) if whole else (),
        weights=tuple((f"{name}/{u}", ratio(share)) for u, share in shares.items()) if whole else (),
        excluded=tuple((f"{name}/{u.id}", _left_out(u)) for u in units if u.id not in shares) if whole else (),
        code="group",
        params=_group(score.id, made),
    )
    if whole:
        support = supports(assessed.observations, trace.tree.evidence, trace.tree.group_weights)
        answers = {o.answer: o for o in assessed.observations}
        for unit in units:
            yield _unit(name, unit, assessed, answers)
            for answer in unit.answers:
                yield _answer(f"{name}/{unit.id}/{answer}", answers[answer], assessed, support)


def _group(capability: str, made: GroupEstimate) -> dict[str, Any]:
    return {
        "capability": capability,
        "group": made.group,
        "basis": made.basis,
        "verified": made.verified,
        "claimed": made.claimed,
        "n": made.units,
        "asked": made.asked,
        "dont_know": made.dont_know,
        "not_applicable": made.not_applicable,
        "se": made.se,
        "df": made.df,
        "ci": made.ci,
        "indicative": made.indicative,
    }


def _left_out(unit: Unit) -> str:
    """Return why a unit carries no weight in its group."""
    if not unit.owner:
        return "not_owner"
    return REASONS.get(unit.state, "chosen")


def _unit(group: str, unit: Unit, assessed: Assessed, answers: Mapping[str, Observation]) -> Step:
    """Return a unit's step: the median of the answers that count."""
    inputs = tuple(f"{group}/{unit.id}/{a}" for a in unit.answers)
    out = tuple(
        (f"{group}/{unit.id}/{a}", REASONS[state_of(answers[a])]) for a in unit.answers if a not in assessed.verified
    )
    return Step(
        id=f"{group}/{unit.id}",
        formula="median/1",
        value="none" if unit.verified is None else ratio(unit.verified),
        inputs=inputs,
        excluded=out,
        code="unit",
        params={"unit": unit.id, "stratum": unit.stratum, "selection": unit.selection, "claimed": unit.claimed},
    )


def _answer(name: str, answer: Observation, assessed: Assessed, support: Mapping[str, Support]) -> Step:
    """Return an answer's step: verified = min(claimed, max(own cap, best of the other groups))."""
    given = support.get(answer.answer)
    value = "none" if given is None else ratio(assessed.verified[answer.answer])
    params: dict[str, Any] = {"state": state_of(answer), "evidence": answer.evidence, "role": answer.role}
    if given is None:
        params |= {"reason": answer.reason, "approver": answer.approver}
        return Step(name, "evidence_cap/1", value, (answer.answer,), code="answer_missing", params=params)
    params |= {"claimed": given.claimed, "cap": given.cap, "paired": given.paired, "others": given.others}
    inputs = (answer.answer, *given.corroborated_by)
    return Step(name, "evidence_cap/1", value, inputs, code="answer", params=params)

"""The attained level as steps: every cut and gate with its truth value and the nodes it reads."""

from collections.abc import Iterator

from scoring.attained import capabilities_of
from scoring.sheet import Condition, ScoreSheet, Step
from scoring.trace import Trace

ATTAINED = "attained"


def attained_steps(sheet: ScoreSheet, trace: Trace) -> Iterator[Step]:
    """Yield the attained level and its conditions; their inputs are node ids."""
    made = sheet.attained
    names = [f"{ATTAINED}/{i}" for i in range(len(made.conditions))]
    binding = None if made.binding is None else {"code": made.binding.code, **made.binding.params}
    yield Step(
        id=ATTAINED,
        formula="staged_level/1",
        value="none" if made.level is None else f"{made.level}/1",
        inputs=tuple(names),
        code="attained" if made.level is not None else "attained_insufficient",
        params={"level": made.level, "binding": binding, "possible": made.possible},
    )
    for name, condition in zip(names, made.conditions, strict=True):
        yield Step(
            id=name,
            formula=f"{condition.code}/1",
            value="true" if condition.holds else "false",
            inputs=_read(condition, sheet, trace),
            code=condition.code,
            params={**condition.params, "holds": condition.holds},
        )


def _read(condition: Condition, sheet: ScoreSheet, trace: Trace) -> tuple[str, ...]:
    """Return the ids a condition reads."""
    if condition.code == "cut":
        return (trace.shape.root,)
    if condition.code == "min_node":
        return (condition.params["node"],)
    if condition.code == "min_capability":
        return (condition.params["capability"],)
    weighing = frozenset(c for c in sheet.capabilities if sheet.nodes[c].effective_weight > 0)
    if condition.code == "evidence_share":
        return tuple(sorted(weighing))
    return capabilities_of(condition.params["among"], weighing, trace.not_applicable)

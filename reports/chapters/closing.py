"""What becomes of the gaps under the plan: closed, raised short of the target, or left; one wording for page and report."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from reports.phrases import numbers
from reports.reading import Reading
from roadmap.outcomes import Outcome
from roadmap.plan import Plan

URGENT = 10
"""So many of the most urgent gaps are counted apart."""


def told(r: Reading, capability: str) -> tuple[str, str]:
    """Return which initiatives work on a gap, and a remark where they do not close it."""
    outcome = r.outcomes.get(capability)
    if outcome is None or outcome.state == "untouched":
        return "", r.t("r4.gaps.open" if r.plan else "r4.gaps.noplan")
    note = r.t("r4.gaps.partly") if outcome.state == "raised" else ""
    return r.names.many(outcome.by, limit=2), note


def coverage(r: Reading, plan: Plan) -> tuple[str, ...]:
    """Say in numbers what becomes of the gaps, of the most urgent ones apart, and what no plan could do better."""
    found = [*r.outcomes.values()]
    total = sum((outcome.gap.priority for outcome in found), Fraction(0))
    if not total:
        return ()
    closed = sum((outcome.gap.priority for outcome in found if outcome.state == "closed"), Fraction(0)) / total
    said = [r.t("r8.gaps", **counted(found), n=len(found), share=numbers.percent(closed))]
    if len(found) > URGENT:
        said.append(r.t("r8.gaps.urgent", **counted(found[:URGENT]), n=URGENT))
    best = plan.selection.best_coverage / float(total)
    if closed < best <= 1:
        said.append(r.t("r8.gaps.most", best=numbers.percent(best)))
    return tuple(said)


def counted(found: Sequence[Outcome]) -> dict[str, int]:
    """Count outcomes by state."""
    states = Counter(outcome.state for outcome in found)
    return {"closed": states["closed"], "raised": states["raised"], "left": states["untouched"]}

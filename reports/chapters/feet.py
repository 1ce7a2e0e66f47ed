"""The line at the foot of a page: what its numbers rest on."""

from reports.phrases import numbers
from reports.reading import Reading
from roadmap.plan import Plan, Solution

NOTHING = 0.0005
"""A gap that would be printed as 0.0 %."""
UNPROVEN = 0.2
"""A gap to the proven bound that says nothing about how good a plan is."""


def sources(r: Reading) -> str:
    """Name the sources and their sizes."""
    c = r.dossier.coverage
    return r.t(
        "foot.sources", returned=c.forms_returned, executives=c.executives, visits=c.visits, documents=c.documents
    )


def scores(r: Reading) -> str:
    """Say how missing answers count."""
    return r.t("foot.scores")


def plan(r: Reading) -> str:
    """Name spend, effort and how near the optimum the plan is proven to be."""
    if r.plan is None:
        return scores(r)
    params = {"money": r.money(r.plan.one_off), "weeks": numbers.plain(r.plan.person_weeks)}
    if optimal(r.plan.selection.solution):
        return r.t("foot.plan.optimal", **params)
    gap = proven(r.plan)
    return r.t("foot.plan", **params, gap=gap) if gap else r.t("foot.plan.unproven", **params)


def optimal(solution: Solution) -> bool:
    """Tell whether a plan is proven optimal and nothing worth printing was given up since; then no gap is printed."""
    return solution.status == "optimal" and solution.gap < NOTHING


def proven(found: Plan) -> str:
    """Write how near the optimum a plan is proven to be; empty when the bound says nothing."""
    gap = found.selection.solution.gap
    return "" if gap > UNPROVEN else numbers.plain(gap * 100, 1) + "%"


def profit(r: Reading) -> str:
    """Name draws and seed."""
    if r.plan is None:
        return scores(r)
    return r.t("foot.profit", draws=r.plan.draws, seed=str(r.plan.seed))

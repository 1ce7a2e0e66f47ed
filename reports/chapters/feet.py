"""The line at the foot of a page: what its numbers rest on."""

from reports.phrases import numbers
from reports.reading import Reading


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
    gap = numbers.plain(r.plan.selection.solution.gap * 100, 1) + "%"
    return r.t("foot.plan", money=r.money(r.plan.one_off), weeks=numbers.plain(r.plan.person_weeks), gap=gap)


def profit(r: Reading) -> str:
    """Name draws and seed."""
    if r.plan is None:
        return scores(r)
    return r.t("foot.profit", draws=r.plan.draws, seed=str(r.plan.seed))

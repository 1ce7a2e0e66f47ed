"""R8: why these, why not others, what is there already, what the law does not allow."""

from collections.abc import Mapping

from reports.chapters import feet
from reports.chapters.roadmap import ROWS, ordered
from reports.chapters.usual import usual
from reports.model import Block, Cell, Column, Heading, Lede, Row, Section, Table
from reports.phrases import numbers
from reports.reading import Reading
from roadmap.plan import Plan, PlanItem, Reason

WHY = 3


def reasons(r: Reading, plan: Plan) -> Section:
    """Compose the pages of reasons."""
    excluded = plan.selection.excluded
    words = usual(r, plan)
    blocks: list[Block] = [*([Lede(words)] if words else []), _why(r, plan)]
    if excluded:
        blocks += [
            Heading(r.t("r8.whynot.heading", n=len(excluded))),
            _list(r, excluded, r.t("r8.whynot.table"), r.t("col.whynot")),
        ]
    if plan.already_there:
        blocks += [
            Heading(r.t("r8.there", n=len(plan.already_there))),
            _list(r, plan.already_there, r.t("r8.there.table"), r.t("col.source")),
        ]
    if plan.forbidden:
        blocks += [
            Heading(r.t("r8.forbidden", n=len(plan.forbidden))),
            _list(r, plan.forbidden, r.t("r8.forbidden.table"), r.t("col.rule")),
        ]
    title = r.t("r8.why.title", n=len(plan.items), out=len(excluded) + len(plan.forbidden))
    return Section("R8.reasons", r.t("r8.why.label"), title, tuple(blocks), feet.plan(r), flows=True)


def _why(r: Reading, plan: Plan) -> Table:
    columns = (Column(r.t("col.initiative"), 26), Column(r.t("col.why"), 44), Column(r.t("col.when"), 30))
    rows = tuple(_row(r, item) for item in ordered(plan)[:ROWS])
    return Table(r.t("r8.why.table"), columns, rows)


def _row(r: Reading, item: PlanItem) -> Row:
    why = _sentences(r, _together(r, item.reasons)[:WHY])
    when = _sentences(r, item.because[:2])
    dates = numbers.day_range(item.start, item.finish, r.locale)
    return Row((Cell(r.name(item.initiative), "plain", item.initiative), Cell(why or "—"), Cell(dates, "plain", when)))


def _together(r: Reading, found: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Tell several gaps in one sentence, where the first of them stands."""
    gaps = [reason for reason in found if reason.code == "gap"]
    if len(gaps) < 2:
        return found
    texts = [
        r.t(
            "r8.gap",
            capability=r.quoted(r.capability(g.params["capability"])),
            level=g.params["level"],
            target=g.params["target"],
        )
        for g in gaps
    ]
    told = Reason("gaps", {"gaps": r.join(texts)})
    return tuple(told if reason is gaps[0] else reason for reason in found if reason.code != "gap" or reason is gaps[0])


def _sentences(r: Reading, found: tuple[Reason, ...]) -> str:
    words = (r.say(reason.code, reason.params).rstrip("。.") for reason in found)
    return r.list(dict.fromkeys(words))


def _list(r: Reading, found: Mapping[str, Reason], caption: str, head: str) -> Table:
    """List initiatives with one reason each; at most forty, the rest are counted."""
    columns = (Column(r.t("col.initiative"), 34), Column(r.t("col.code"), 10, nowrap=True), Column(head, 56))
    shown = sorted(found)[:ROWS]
    rows = tuple(
        Row(
            (
                Cell(r.name(ident)),
                Cell(ident, "faint"),
                Cell(r.say(found[ident].code, found[ident].params)),
            )
        )
        for ident in shown
    )
    rest = r.t("r8.rest", n=len(found) - ROWS) if len(found) > ROWS else ""
    return Table(caption, columns, rows, rest)

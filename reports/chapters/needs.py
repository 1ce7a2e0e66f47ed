"""R2: from the words said to the real needs, what flows, which levers move it, what it serves; and what is parked."""

from datetime import date

from assessment.engagement import Need
from assessment.needs import FIT, is_feature_only, opportunity_of, serves_something
from assessment.register_words import LEVER_KINDS
from reports.chapters import feet
from reports.chapters.three_reasons import three_reasons
from reports.model import Block, Cell, Column, Heading, Lede, Row, Section, Source, Table
from reports.phrases import labels, numbers
from reports.reading import Reading
from reports.titling import action_title

SHOWN = 12
END = ".。"


def needs(r: Reading) -> Section:
    """Compose R2; without needs it says what to ask first."""
    real, parked = ranked(r), tuple(n for n in r.dossier.needs if is_feature_only(n))
    blocks: list[Block] = [Lede(r.t("r2.lede" if r.dossier.needs else "r2.lede.none"))]
    if real:
        blocks += [Heading(r.t("r2.needs")), _overview(r, real), Source(r.t("r2.needs.source"))]
        blocks += [Heading(r.t("r2.levers")), _levers(r, real), Heading(r.t("r2.fit")), _fit(r, real)]
    if parked:
        blocks += [Heading(r.t("r2.parked", n=len(parked))), _parked(r, parked)]
    blocks += three_reasons(r)
    return Section("R2", r.t("r2.label"), title(r), tuple(blocks), feet.sources(r))


def title(r: Reading) -> str:
    """Conclude: how many requests were needs, how many features."""
    real = ranked(r)
    rated = [found.mean for need in real if (found := opportunity_of(need))]
    figures = {
        "requests": len(r.dossier.needs),
        "needs": len(real),
        "parked": len(r.dossier.needs) - len(real),
        "strongest": numbers.plain(max(rated)) if rated else None,
    }
    return action_title(r, "R2", figures)


def ranked(r: Reading) -> tuple[Need, ...]:
    """Return the real needs, the greatest opportunity first; those nobody rated come last."""

    def place(need: Need) -> tuple[bool, float, str]:
        rated = opportunity_of(need)
        return (rated is None, -float(rated.mean) if rated else 0.0, need.id)

    return tuple(sorted((n for n in r.dossier.needs if not is_feature_only(n)), key=place))


def request(r: Reading, need: Need) -> str:
    """Return the words said, without their full stop."""
    return r.both(need.request, need.request_en).rstrip(END) or r.name(need.id)


def said(r: Reading, need: Need) -> str:
    """Say who said it and on which day, as far as both are known; words that are no day are left out."""
    try:
        day = r.day(date.fromisoformat(need.said_on))
    except ValueError:
        day = ""
    who = r.name(need.said_by)
    return r.t("r2.said", who=who, date=day) if who and day else who or day


def _overview(r: Reading, real: tuple[Need, ...]) -> Table:
    columns = (
        Column(r.t("col.number"), 4, nowrap=True),
        Column(r.t("col.request"), 24),
        Column(r.t("col.need"), 44),
        Column(r.t("col.executives"), 7, right=True, nowrap=True),
        Column(r.t("col.stores"), 7, right=True, nowrap=True),
        Column(r.t("col.opportunity"), 14),
    )
    rows = tuple(_need(r, index, need) for index, need in enumerate(real[:SHOWN], 1))
    return Table(r.t("r2.needs.table"), columns, rows)


def _need(r: Reading, index: int, need: Need) -> Row:
    rated = opportunity_of(need)
    sides = (rated.executives, rated.stores) if rated else (None, None)
    strength = r.t(f"r2.strength.{rated.strength if rated else 'none'}")
    return Row(
        (
            Cell(str(index)),
            Cell(request(r, need), "plain", said(r, need)),
            Cell(r.both(need.statement, need.statement_en)),
            *(Cell("—" if side is None else numbers.plain(side)) for side in sides),
            Cell(strength, "hot" if rated and rated.strength == "extreme" else "plain"),
        )
    )


def _levers(r: Reading, real: tuple[Need, ...]) -> Table:
    columns = (
        Column(r.t("col.leverkind"), 9, nowrap=True),
        Column(r.t("col.leverwhat"), 29),
        Column(r.t("col.current"), 23),
        Column(r.t("col.target"), 26),
        Column(r.t("col.owner"), 13),
    )
    rows: list[Row] = []
    for index, need in enumerate(real[:SHOWN], 1):
        flow = r.both(need.flow, need.flow_en).rstrip(END) or "—"
        rows.append(Row((Cell(r.t("r2.levers.group", n=index, flow=flow)),), group=True))
        rows += [
            Row(
                (
                    Cell(r.of(LEVER_KINDS, lever.kind)),
                    Cell(r.both(lever.name, lever.name_en)),
                    Cell(r.both(lever.current, lever.current_en) or "—"),
                    Cell(r.both(lever.target, lever.target_en) or "—"),
                    Cell(r.name(lever.owner) if lever.owner else "—"),
                )
            )
            for lever in need.levers
        ]
    return Table(r.t("r2.levers.table"), columns, tuple(rows))


def _fit(r: Reading, real: tuple[Need, ...]) -> Table:
    columns = (
        Column(r.t("col.number"), 4, nowrap=True),
        Column(r.t("col.goal"), 20),
        Column(r.t("col.efficiency"), 20),
        Column(r.t("col.levels"), 23),
        Column(r.t("col.lever"), 11),
        Column(r.t("col.inplan"), 22),
    )
    rows = tuple(_served(r, index, need) for index, need in enumerate(real[:SHOWN], 1))
    return Table(r.t("r2.fit.table"), columns, rows)


def _served(r: Reading, index: int, need: Need) -> Row:
    goal, efficiency, capability, lever = (need.serves.get(key, "").strip() for key in FIT)
    words = r.both(goal, need.serves_en.get("goal", "")), r.both(efficiency, need.serves_en.get("efficiency", ""))
    planned = {item.initiative for item in r.plan.items} if r.plan else set[str]()
    doing = [initiative for initiative in need.initiatives if initiative in planned]
    return Row(
        (
            Cell(str(index)),
            *(Cell(text or "—") for text in words),
            Cell(_capability(r, capability)),
            Cell(r.of(labels.LEVERS, lever) if lever else "—"),
            Cell(r.names.many(doing, limit=3)) if doing else Cell(r.t("r2.fit.none"), "faint"),
        )
    )


def _capability(r: Reading, ident: str) -> str:
    if ident not in r.dossier.framework.capabilities:
        return ident or "—"
    score = r.dossier.sheet.capabilities.get(ident)
    if score is None:
        return r.t("r5.unasked", capability=r.capability(ident))
    if score.level is None:
        return r.t("r2.fit.capability", capability=r.capability(ident))
    target = r.dossier.targets.levels.get(ident, score.level)
    return r.t("r2.fit.capability", capability=r.capability(ident), level=score.level, target=target)


def _parked(r: Reading, parked: tuple[Need, ...]) -> Table:
    columns = (Column(r.t("col.request"), 34), Column(r.t("col.need"), 40), Column(r.t("col.whyparked"), 26))
    rows = tuple(
        Row(
            (
                Cell(request(r, need), "plain", said(r, need)),
                Cell(r.both(need.statement, need.statement_en) or "—", "faint"),
                Cell(r.t("r2.parked.decided" if serves_something(need) else "r2.parked.unserved")),
            )
        )
        for need in parked[:SHOWN]
    )
    return Table(r.t("r2.parked.table"), columns, rows)

"""R6: which systems there are, how data moves between them, what that breaks and which initiatives mend it."""

from assessment.engagement import DataFlow, Silo, System
from assessment.register_graph import register_figures
from assessment.register_words import HOLDINGS
from reports import register_charts
from reports.chapters import feet
from reports.model import Block, Cell, Column, Figure, Heading, Lede, Paragraph, Row, Section, Source, Table
from reports.phrases import numbers
from reports.reading import Reading
from reports.titling import action_title

ROWS = 40
BY_HAND = "manual"


def systems(r: Reading) -> Section:
    """Compose R6; without a register it says what to list first."""
    found = r.dossier.systems
    blocks: list[Block] = [Lede(r.t("r6.lede" if found else "r6.lede.none"))]
    if found:
        blocks += [Heading(r.t("r6.map")), Figure(register_charts.silo_map(r)), Source(_source(r))]
        blocks += [*_findings(r), *_flows(r), *_register(r)]
    return Section("R6", r.t("r6.label"), title(r), tuple(blocks), feet.sources(r), flows=True)


def title(r: Reading) -> str:
    """Conclude: what share of the member records is in the main system and how much is done by hand."""
    found = register_figures(r.dossier.systems, r.dossier.flows)
    figures = {
        "systems": len(r.dossier.systems),
        "flows": len(r.dossier.flows),
        "by_hand": sum(flow.mode == BY_HAND for flow in r.dossier.flows),
        "records": sum(system.members for system in r.dossier.systems) or None,
        "share": found.main_share,
        "findings": len(r.dossier.silos),
    }
    return action_title(r, "R6", figures)


def _source(r: Reading) -> str:
    rest = len(r.dossier.systems) - len(register_charts.shown_systems(r))
    words = r.t("r6.map.source", systems=len(r.dossier.systems), flows=len(r.dossier.flows))
    return r.sentences((words, r.t("r6.map.rest", n=rest) if rest else ""))


def _findings(r: Reading) -> list[Block]:
    found = r.dossier.silos
    if not found:
        return [Paragraph(r.t("r6.findings.none"))]
    columns = (
        Column(r.t("col.number"), 4, nowrap=True),
        Column(r.t("col.finding"), 56),
        Column(r.t("col.mends"), 40),
    )
    rows = tuple(_finding(r, index, silo) for index, silo in enumerate(found[:ROWS], 1))
    rest = r.t("r6.rest", n=len(found) - ROWS) if len(found) > ROWS else ""
    return [
        Heading(r.t("r6.findings", n=len(found))),
        Table(r.t("r6.findings.table"), columns, rows, rest),
        Source(r.t("r6.findings.source")),
    ]


def _finding(r: Reading, index: int, silo: Silo) -> Row:
    said = r.say(silo.code, silo.params)
    planned = {item.initiative for item in r.plan.items} if r.plan else set[str]()
    mending = [i for i in silo.initiatives if i in planned]
    mends = r.names.many(mending or silo.initiatives, limit=2)
    return Row((Cell(str(index)), Cell(said[:1].upper() + said[1:]), Cell(mends, "plain" if mending else "faint")))


def _flows(r: Reading) -> list[Block]:
    found = r.dossier.flows
    if not found:
        return [Paragraph(r.t("r6.flows.none"))]
    columns = (
        Column(r.t("col.from"), 22),
        Column(r.t("col.to"), 22),
        Column(r.t("col.data"), 18),
        Column(r.t("col.mode"), 13),
        Column(r.t("col.often"), 14),
        Column(r.t("col.alert"), 11),
    )
    by_hand = sum(flow.mode == BY_HAND for flow in found)
    rows = tuple(_flow(r, flow) for flow in found[:ROWS])
    rest = r.t("r6.rest", n=len(found) - ROWS) if len(found) > ROWS else ""
    heading = r.t("r6.flows", n=len(found), by_hand=by_hand)
    return [Heading(heading), Table(r.t("r6.flows.table"), columns, rows, rest)]


def _flow(r: Reading, flow: DataFlow) -> Row:
    by_hand = flow.mode == BY_HAND
    alert = r.t("r6.alert" if flow.failure_alert else "r6.alert.none")
    return Row(
        (
            Cell(r.name(flow.source)),
            Cell(r.name(flow.target)),
            Cell(r.join(r.of(HOLDINGS, data) for data in flow.objects)),
            Cell(r.of(r.dossier.framework.code_lists["flow_mode"], flow.mode), "hot" if by_hand else "plain"),
            Cell(r.both(flow.frequency, flow.frequency_en) or "—"),
            Cell("—" if by_hand else alert, "plain" if flow.failure_alert or by_hand else "hot"),
        )
    )


def _register(r: Reading) -> list[Block]:
    found = sorted(r.dossier.systems, key=lambda s: (not s.main_member_system, -s.members, -s.yearly_cost, s.id))
    columns = (
        Column(r.t("col.system"), 27),
        Column(r.t("col.kind"), 16),
        Column(r.t("col.members"), 11, right=True, nowrap=True),
        Column(r.t("col.yearly"), 11, right=True, nowrap=True),
        Column(r.t("col.seats"), 11, right=True, nowrap=True),
        Column(r.t("col.owner"), 10),
        Column(r.t("col.holds"), 14),
    )
    rows = tuple(_system(r, system) for system in found[:ROWS])
    rest = r.t("r6.rest", n=len(found) - ROWS) if len(found) > ROWS else ""
    cost = r.money(sum(system.yearly_cost for system in found))
    return [
        Heading(r.t("r6.systems", n=len(found), cost=cost)),
        Table(r.t("r6.systems.table"), columns, rows, rest),
        Source(r.t("r6.systems.source")),
    ]


def _system(r: Reading, system: System) -> Row:
    seats = "—" if system.accounts is None else f"{_count(system.active_accounts)} / {system.accounts}"
    return Row(
        (
            Cell(r.name(system.id), "strong" if system.main_member_system else "plain", _purpose(r, system)),
            Cell(r.of(r.dossier.framework.code_lists["tool_category"], system.category)),
            Cell(numbers.plain(system.members) if system.members else "—"),
            Cell(r.money(system.yearly_cost) if system.yearly_cost else "—"),
            Cell(seats),
            Cell(r.name(system.owner) if system.owner else "—"),
            Cell(r.join(r.of(HOLDINGS, data) for data in system.holds) or "—"),
        )
    )


def _purpose(r: Reading, system: System) -> str:
    return r.both(system.purpose, system.purpose_en)


def _count(value: int | None) -> str:
    return "—" if value is None else str(value)

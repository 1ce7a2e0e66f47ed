"""R11: who decides what, in which rhythm, what is done in the first week, and which figures say done or stop."""

from datetime import timedelta

from reports.chapters import feet, waves
from reports.chapters.compliance import touched
from reports.chapters.lead_indicators import lead_indicators
from reports.chapters.profit import fact
from reports.chapters.roadmap import ROWS, ordered
from reports.model import Block, Cell, Column, Heading, Lede, Paragraph, Row, Section, Source, Table
from reports.phrases import labels, numbers
from reports.plan_figures import wave_words
from reports.reading import Reading
from reports.titling import action_title
from roadmap.plan import Plan, PlanItem
from roadmap.playbooks import Playbook

FIRST_DAYS = timedelta(days=7)
END = ".。;；"
STOP = {"zh": "。", "en": "."}


def governance(r: Reading, plan: Plan) -> Section:
    """Compose R11."""
    blocks: list[Block] = [Lede(r.t("r11.lede")), Heading(r.t("r11.decide")), _decisions(r, plan)]
    blocks += [Heading(r.t("r11.rhythm")), _rhythm(r, plan), *_first_week(r, plan)]
    blocks += [*_kpis(r, plan), *lead_indicators(r, plan)]
    return Section("R11", r.t("r11.label"), title(r, plan), tuple(blocks), feet.plan(r), flows=True)


def title(r: Reading, plan: Plan) -> str:
    """Conclude: how many initiatives have a KPI and a stop rule in writing, how many start in the first week."""
    figures = {
        "items": len(plan.items),
        "kpis": len(_played(r, plan)),
        "first": len(starting(plan)),
        "owners": len({accountable(r, item) for item in plan.items}),
    }
    return action_title(r, "R11", figures)


def starting(plan: Plan) -> tuple[PlanItem, ...]:
    """Return the items of wave 1 that begin within the first seven days."""
    return tuple(i for i in ordered(plan) if i.wave == 1 and i.start < plan.start + FIRST_DAYS)


def accountable(r: Reading, item: PlanItem) -> str:
    """Name who answers for the result: whoever was assigned, else the executive of the playbook's role."""
    assigned = r.dossier.owners.get(item.initiative)
    if assigned:
        return r.person(assigned)
    playbook = r.dossier.catalogue.playbooks.get(item.initiative)
    return _holder(r, playbook.accountable) if playbook else r.owner(item)


def _holder(r: Reading, role: str, *, full: bool = False) -> str:
    """Name the executive who holds a role, or the role when nobody registered does."""
    person = next((p for p in r.dossier.people if p.kind == "executive" and role in p.roles), None)
    if person is None:
        return r.role(role)
    return r.t("r11.person", name=r.name(person.id), role=r.role(role)) if full else r.name(person.id)


def _group(r: Reading) -> str:
    chair = next((p for p in r.dossier.people if "owner" in p.roles), None)
    return r.t("r11.group", chair=r.name(chair.id)) if chair else r.t("r11.group.open")


def _decisions(r: Reading, plan: Plan) -> Table:
    days = [(r.day(group.gate.day), waves.funds(r, group.gate)) for group in waves.summarise(plan)]
    gates = r.sentences(f"{r.t('r11.gate', date=day, funds=funds)}{STOP[r.locale]}" for day, funds in days)
    rows = [
        ("r11.decide.money", _group(r), gates),
        ("r11.decide.stop", _group(r), r.t("r11.quarterly")),
        ("r11.decide.dates", _holder(r, "operations", full=True), r.t("r11.monthly")),
        ("r11.decide.figures", _holder(r, "finance", full=True), r.t("r11.monthly")),
        ("r11.decide.stores", _holder(r, "sales", full=True), r.t("r11.weekly")),
    ]
    if touched(r):
        rows.append(("r11.decide.release", r.of(r.dossier.catalogue.doers, "legal"), r.t("r11.before")))
    columns = (Column(r.t("col.decision"), 30), Column(r.t("col.who"), 34), Column(r.t("col.whendecided"), 36))
    cells = tuple(Row((Cell(r.t(key)), Cell(who), Cell(when))) for key, who, when in rows)
    return Table(r.t("r11.decide.table"), columns, cells)


def _rhythm(r: Reading, plan: Plan) -> Table:
    looks = {
        "week": r.t("r11.week.look", n=len(starting(plan))),
        "month": r.t("r11.month.look", n=len(_played(r, plan))),
        "quarter": r.t("r11.quarter.look", n=len(waves.summarise(plan)), flags=len(touched(r))),
    }
    columns = (
        Column(r.t("col.meeting"), 16),
        Column(r.t("col.who"), 24),
        Column(r.t("col.look"), 36),
        Column(r.t("col.output"), 24),
    )
    rows = tuple(
        Row((Cell(r.t(f"r11.{m}")), Cell(r.t(f"r11.{m}.who")), Cell(look), Cell(r.t(f"r11.{m}.out"))))
        for m, look in looks.items()
    )
    return Table(r.t("r11.rhythm.table"), columns, rows)


def _first_week(r: Reading, plan: Plan) -> list[Block]:
    found = starting(plan)
    if not found:
        first = min(plan.items, key=lambda item: (item.start, item.initiative))
        return [Paragraph(r.t("r11.first.none", date=r.day(first.start), name=r.name(first.initiative)))]
    columns = (Column(r.t("col.initiative"), 24), Column(r.t("col.doer"), 20), Column(r.t("col.actions"), 56))
    rows = tuple(_begun(r, item) for item in found[:ROWS])
    later = sum(item.wave == 1 for item in plan.items) - len(found)
    words = (r.t("r11.first.source"), r.t("r11.first.later", n=later) if later else "")
    table = Table(r.t("r11.first.table"), columns, rows)
    return [Heading(r.t("r11.first", n=len(found))), table, Source(r.sentences(words))]


def _begun(r: Reading, item: PlanItem) -> Row:
    playbook = r.dossier.catalogue.playbooks.get(item.initiative)
    doers = r.join(r.of(r.dossier.catalogue.doers, who) for who in playbook.responsible) if playbook else "—"
    actions = r.list(r.text(step).rstrip(END) for step in playbook.first_week) if playbook else "—"
    dates = numbers.day_range(item.start, item.finish, r.locale)
    return Row(
        (Cell(r.name(item.initiative), "plain", dates), Cell(accountable(r, item), "plain", doers), Cell(actions))
    )


def _played(r: Reading, plan: Plan) -> list[tuple[PlanItem, Playbook]]:
    """Return the planned items whose playbook says how they are measured."""
    books = r.dossier.catalogue.playbooks
    return [(item, books[item.initiative]) for item in ordered(plan) if item.initiative in books]


def _kpis(r: Reading, plan: Plan) -> list[Block]:
    found = _played(r, plan)
    lacking = len(plan.items) - len(found)
    rest = [Paragraph(r.t("r11.unplayed", n=lacking), small=True)] if lacking else []
    if not found:
        return list(rest)
    columns = (
        Column(r.t("col.initiative"), 14),
        Column(r.t("col.definition"), 41),
        Column(r.t("col.baseline"), 9),
        Column(r.t("col.done"), 36),
    )
    rows: list[Row] = []
    wave = 0
    for item, playbook in found[:ROWS]:
        if item.wave != wave:
            wave = item.wave
            rows.append(Row((Cell(wave_words(r, wave, [i for i in plan.items if i.wave == wave])),), group=True))
        rows.append(_kpi(r, item, playbook))
    more = r.t("r8.rest", n=len(found) - ROWS) if len(found) > ROWS else ""
    table = Table(r.t("r11.kpis.table"), columns, tuple(rows), more)
    return [Heading(r.t("r11.kpis", n=len(found))), table, Source(r.t("r11.kpis.source")), *rest]


def _kpi(r: Reading, item: PlanItem, playbook: Playbook) -> Row:
    formula, source = (r.text(t).rstrip(END) for t in (playbook.kpi.formula, playbook.kpi.source))
    stop = r.t("r11.stop", text=r.text(playbook.stop))
    return Row(
        (
            Cell(r.name(item.initiative), "plain", accountable(r, item)),
            Cell(r.text(playbook.kpi.definition), "plain", r.t("r11.formula", formula=formula, source=source)),
            _baseline(r, item),
            Cell(r.text(playbook.done), "plain", stop),
        )
    )


def _baseline(r: Reading, item: PlanItem) -> Cell:
    """Give the client's own figure the initiative works on; a default is no baseline."""
    initiative = r.dossier.catalogue.initiatives[item.initiative]
    effect = r.dossier.catalogue.effects.get(initiative.effect or "")
    known = r.dossier.facts.values.get(effect.parameter) if effect else None
    if known is None or known.assumed:
        return Cell(r.t("r11.baseline.open"), "faint")
    return Cell(r.t("r11.baseline", fact=r.of(labels.FACTS, known.id), value=fact(r, known), grade=known.grade))

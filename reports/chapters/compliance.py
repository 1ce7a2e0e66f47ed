"""R13: the rules that touch what is planned or owned, where they stand, what they hold back, and who has to review."""

from dataclasses import dataclass

from reports.chapters import feet
from reports.model import Block, Cell, Column, Heading, Lede, Paragraph, Row, Section, Source, Table
from reports.reading import Reading
from reports.titling import action_title
from roadmap.initiatives import ComplianceFlag

POINTS = 8
"""Sentences of one rule that are printed; the content pack holds them all."""
NAMED = 5
RULED_OUT = frozenset({"forbidden", "needs_forbidden", "commission_depth", "commission_for"})


@dataclass(frozen=True, slots=True)
class Touched:
    """One flag with the planned initiatives and the owned resources that carry it."""

    flag: ComplianceFlag
    initiatives: tuple[str, ...]
    resources: tuple[str, ...]


def compliance(r: Reading) -> Section:
    """Compose R13; without anything touched it says so and still sends the reader to a lawyer."""
    found = touched(r)
    blocks: list[Block] = [Lede(r.t("r13.lede" if found else "r13.lede.none"))]
    if found:
        blocks += [Heading(r.t("r13.overview")), _overview(r, found)]
    blocks += _barred(r)
    for one in found:
        blocks += _flag(r, one)
    if found:
        blocks.append(Source(r.sentences((_sources(r, found), r.t("r13.lawyer")))))
    return Section("R13", r.t("r13.label"), title(r), tuple(blocks), feet.plan(r), flows=True)


def title(r: Reading) -> str:
    """Conclude: how many rules come first, what they touch, what is barred. Only rules that touch what is named count."""
    found = touched(r)
    items = {i for one in found for i in one.initiatives}
    owned = {i for one in found for i in one.resources}
    rules = sum(bool(one.initiatives) for one in found) if items else len(found)
    figures = {"flags": rules, "items": len(items), "owned": len(owned), "blocked": len(barred(r))}
    return action_title(r, "R13", figures)


def touched(r: Reading) -> tuple[Touched, ...]:
    """Return the flags the plan or the resources carry, by code."""
    found: list[Touched] = []
    for code, flag in sorted(r.flags.items()):
        items = tuple(i.initiative for i in r.plan.items if code in i.flags) if r.plan else ()
        owned = tuple(a.resource.id for a in r.dossier.resources if code in a.resource.flags)
        if items or owned:
            found.append(Touched(flag, items, owned))
    return tuple(found)


def barred(r: Reading) -> tuple[str, ...]:
    """Return the initiatives that a rule, not the client, took out of the plan."""
    if r.published is None:
        return ()
    return tuple(sorted(i for i, reason in r.published.forbidden.items() if reason.code in RULED_OUT))


def _overview(r: Reading, found: tuple[Touched, ...]) -> Table:
    columns = (
        Column(r.t("col.flag"), 20),
        Column(r.t("col.touches"), 38),
        Column(r.t("col.first"), 25),
        Column(r.t("col.reviewed"), 17, right=True),
    )
    rows = tuple(
        Row(
            (
                Cell(r.text(one.flag.name), "strong", str(one.flag.code)),
                Cell(r.names.many(one.initiatives, limit=NAMED) or "—", "plain", _owned(r, one)),
                Cell(r.join(_first(r, ident) for ident in one.flag.pulls_in) or "—"),
                Cell(one.flag.reviewed, "plain", _by(r, one.flag)),
            )
        )
        for one in found
    )
    return Table(r.t("r13.overview.table"), columns, rows)


def _owned(r: Reading, one: Touched) -> str:
    return r.t("r13.resources", n=len(one.resources)) if one.resources else ""


def _first(r: Reading, ident: str) -> str:
    """Name what has to come first, with its date when it is planned."""
    item = next((i for i in r.plan.items if i.initiative == ident), None) if r.plan else None
    if item is not None:
        return r.t("r13.first", initiative=r.name(ident), date=r.day(item.finish))
    if r.published is not None and ident in r.published.already_there:
        return r.name(ident)
    return r.t("r13.first.open", initiative=r.name(ident))


def _barred(r: Reading) -> list[Block]:
    found = barred(r)
    if not found:
        return []
    return [Paragraph(r.t("r13.barred", n=len(found), names=r.names.many(found, limit=NAMED)))]


def _flag(r: Reading, one: Touched) -> list[Block]:
    flag, name = one.flag, r.text(one.flag.name)
    params = {"n": len(one.initiatives)} if one.initiatives else {"owned": len(one.resources)}
    blocks: list[Block] = [Heading(r.t("r13.flag", flag=name, **params))]
    points = flag.points_of(r.dossier.profile.industry)
    if not points:
        blocks.append(Paragraph(r.text(flag.rule)))
    else:
        columns = (Column(r.t("col.rule"), 58), Column(r.t("col.basis"), 28), Column(r.t("col.checked"), 14))
        rows = tuple(
            Row(
                (
                    Cell(r.text(point.text)),
                    Cell(r.text(point.basis)),
                    Cell(r.t(f"r13.checked.{point.checked}"), "hot" if point.checked == "lawyer" else "faint"),
                )
            )
            for point in points[:POINTS]
        )
        rest = r.t("r13.rest", n=len(points) - POINTS) if len(points) > POINTS else ""
        blocks.append(Table(r.t("r13.points.table", flag=name), columns, rows, rest))
    if flag.blocked_uses:
        uses = r.fragments(r.text(use) for use in flag.blocked_uses)
        blocks.append(Paragraph(r.t("r13.uses", uses=uses), small=True))
    return blocks


def _sources(r: Reading, found: tuple[Touched, ...]) -> str:
    """Name the sources of the rules that are not printed point by point with a basis each."""
    plain = [one.flag for one in found if not one.flag.points_of(r.dossier.profile.industry)]
    return r.list(_source(r, flag) for flag in plain) + ("。" if r.locale == "zh" else ".") if plain else ""


def _source(r: Reading, flag: ComplianceFlag) -> str:
    """Name a flag's source in this language (``中文 · English`` in the content) and when it was checked."""
    parts = flag.source.split(" · ")
    source = parts[0] if r.locale == "zh" else parts[-1]
    return r.t("r13.source", flag=r.text(flag.name), source=source, reviewed=flag.reviewed, by=_by(r, flag))


def _by(r: Reading, flag: ComplianceFlag) -> str:
    """Name the lawyer who settled the wording, or say that none has."""
    return r.t("r13.by", reviewer=flag.reviewer) if flag.reviewer else r.t("r13.by.none")

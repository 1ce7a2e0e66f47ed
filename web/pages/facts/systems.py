"""The system register with what it says about silos, and the needs from N1 to N5."""

from dataclasses import dataclass

from assessment.dossier import Dossier
from assessment.engagement import LeverOfNeed, Need, System
from assessment.register_words import HOLDINGS, LEVER_KINDS
from questionnaires.locale_text import LocaleText
from reports.phrases import numbers as written
from web.components.bilingual import Bilingual
from web.i18n.sentences import NOTHING, both, joined, original, same


@dataclass(frozen=True, slots=True)
class SystemRow:
    """One system of the register."""

    id: str
    name: LocaleText
    category: LocaleText
    purpose: LocaleText
    cost: LocaleText
    seats: LocaleText
    members: LocaleText
    owner: LocaleText
    until: str
    main: bool


@dataclass(frozen=True, slots=True)
class FlowRow:
    """Data that goes from one system to another."""

    way: LocaleText
    objects: LocaleText
    mode: str
    frequency: LocaleText


@dataclass(frozen=True, slots=True)
class SiloLine:
    """A finding about the systems and what it suggests."""

    text: LocaleText
    leads: LocaleText


@dataclass(frozen=True, slots=True)
class NeedCard:
    """A need: words said, need statement, what really flows, levers, what it serves, how urgent it is."""

    id: str
    request: LocaleText
    said: LocaleText
    statement: LocaleText
    flow: LocaleText
    levers: tuple[LocaleText, ...]
    leads: LocaleText
    urgency: LocaleText
    parked: bool


@dataclass(frozen=True, slots=True)
class SystemsView:
    """Systems, flows, findings and needs."""

    title: LocaleText = NOTHING
    rows: tuple[SystemRow, ...] = ()
    flows: tuple[FlowRow, ...] = ()
    silos: tuple[SiloLine, ...] = ()
    needs: tuple[NeedCard, ...] = ()
    needs_title: LocaleText = NOTHING


def systems_of(d: Dossier) -> SystemsView:
    """Return the register and the needs."""
    p = Bilingual(d)
    parked = sum(need.feature_only for need in d.needs)
    return SystemsView(
        title=_title(d),
        rows=tuple(_system(p, system) for system in d.systems),
        flows=tuple(
            FlowRow(
                both("flow.way", source=p.name(f.source), target=p.name(f.target)),
                joined(HOLDINGS.get(o, same(o)) for o in f.objects),
                f.mode,
                original(f.frequency, f.frequency_en),
            )
            for f in d.flows
        ),
        silos=tuple(SiloLine(p.say(s.code, s.params), p.names(s.initiatives)) for s in d.silos),
        needs=tuple(_need(p, need) for need in d.needs),
        needs_title=both("needs.title", n=len(d.needs), parked=parked) if d.needs else both("needs.title.none"),
    )


def _title(d: Dossier) -> LocaleText:
    if not d.systems:
        return both("systems.title.none")
    return (
        both("systems.title", n=len(d.systems), silos=len(d.silos))
        if d.silos
        else both("systems.title.calm", n=len(d.systems))
    )


def _system(p: Bilingual, s: System) -> SystemRow:
    seats = NOTHING
    if s.accounts is not None:
        used = "—" if s.active_accounts is None else written.plain(s.active_accounts)
        seats = same(f"{used} / {written.plain(s.accounts)}")
    kinds = p.dossier.framework.code_lists.get("tool_category", {})
    return SystemRow(
        id=s.id,
        name=original(s.name, s.name_en),
        category=kinds.get(s.category, same(s.category)),
        purpose=original(s.purpose, s.purpose_en),
        cost=p.money(s.yearly_cost) if s.yearly_cost else same("—"),
        seats=seats,
        members=p.both(lambda r: written.count(s.members, r.locale)) if s.members else same("—"),
        owner=_who(p.dossier, s.owner),
        until=s.contract_end,
        main=s.main_member_system,
    )


def _need(p: Bilingual, need: Need) -> NeedCard:
    return NeedCard(
        id=need.id,
        request=original(need.request, need.request_en),
        said=both("needs.said", who=_who(p.dossier, need.said_by), day=need.said_on),
        statement=original(need.statement, need.statement_en),
        flow=original(need.flow, need.flow_en),
        levers=tuple(_lever(p.dossier, lever) for lever in need.levers),
        leads=p.names(need.initiatives),
        urgency=_urgency(need),
        parked=need.feature_only,
    )


def _who(d: Dossier, name: str) -> LocaleText:
    """Return a person written down by name, in the register's other language too when they stand there."""
    return next((original(x.name, x.name_en) for x in d.people if name in {x.name, x.id}), same(name))


def _lever(d: Dossier, lever: LeverOfNeed) -> LocaleText:
    return both(
        "needs.lever",
        kind=LEVER_KINDS[lever.kind],
        name=original(lever.name, lever.name_en),
        current=original(lever.current, lever.current_en),
        target=original(lever.target, lever.target_en),
        owner=_who(d, lever.owner),
    )


def _urgency(need: Need) -> LocaleText:
    """Say how important it is and how well it is served, executives and stores apart."""
    parts = [
        both(
            f"needs.voice.{voice}",
            importance=written.plain(need.importance[voice]),
            satisfaction=written.plain(need.satisfaction.get(voice, 0)),
        )
        for voice in ("executives", "stores")
        if voice in need.importance
    ]
    return joined(parts) if parts else NOTHING

"""R9: what the comparison says against the platform of the plan, why the plan stands on it, and what the board decides."""

from assessment.comparing import rivals, speaks_against
from assessment.dossier import PlatformComparison
from reports.model import Block, Bullets, Heading, Paragraph
from reports.phrases import numbers
from reports.reading import Reading


def choice(r: Reading) -> list[Block]:
    """Name every platform that fits better or earns more, with cost of change; nothing before plans were compared."""
    if r.plan is None:
        return []
    main = r.plan.platform
    own = next((one for one in r.dossier.comparisons if one.platform == main), None)
    others = rivals(r.dossier.comparisons, main)
    if own is None or not others:
        return []
    against = [other for other in others if speaks_against(own, other)]
    if own.fit["knocked_out"]:
        against = [other for other in others if not other.fit["knocked_out"]]
    if not against:
        return [Paragraph(r.t("r9.choice.none", main=main))]
    items = [_said(r, own, other) for other in against]
    items += [_why(r, main), r.t("r9.choice.decide")]
    return [Heading(r.t("r9.choice")), Bullets(tuple(items))]


def _said(r: Reading, own: PlatformComparison, other: PlatformComparison) -> str:
    """Say what speaks for the other platform, what against, and what the change would take."""
    lead, more = round(other.fit["total"] - own.fit["total"], 1), other.net_p50 - own.net_p50
    case = "out" if own.fit["knocked_out"] else _case(lead, more)
    told = r.t(
        f"r9.choice.{case}",
        other=other.platform,
        main=own.platform,
        fit2=numbers.plain(other.fit["total"], 1),
        lead=numbers.plain(abs(lead), 1),
        net=r.money(abs(more)),
        spend=r.money(own.one_off),
        spend2=r.money(other.one_off),
    )
    return r.sentences((told, _change(r, own.platform, other.platform), _unproven(r, own, other)))


def _case(lead: float, more: int) -> str:
    if lead > 0:
        return "both" if more >= 0 else "fit"
    return "money"


def _change(r: Reading, main: str, other: str) -> str:
    """Say how much work the change is and how many of the client's systems would have to be connected by hand."""
    platforms = r.dossier.catalogue.platforms
    work, there = platforms[other].implementation, platforms[main].implementation
    systems = r.dossier.systems
    loose = sum(system.category not in platforms[other].connectors for system in systems)
    told = r.t("r9.choice.systems", n=len(systems), loose=loose) if systems else ""
    if work is None or there is None:
        return told
    spans = {"low": work.low, "high": work.high, "low2": there.low, "high2": there.high}
    return r.sentences((r.t("r9.choice.work", main=main, **spans), told))


def _unproven(r: Reading, own: PlatformComparison, other: PlatformComparison) -> str:
    return r.t("r9.choice.unproven") if "feasible" in {own.status, other.status} else ""


def _why(r: Reading, main: str) -> str:
    """Say why the plan stands on its platform all the same: somebody chose it, and a hub keeps what is there."""
    chosen = "profile" if r.dossier.profile.platform == main else "asked"
    platform = r.dossier.catalogue.platforms[main]
    keeps = platform.kind == "hub" and r.dossier.systems
    told = r.t("r9.choice.keeps", n=len(r.dossier.systems)) if keeps else ""
    return r.sentences((r.t(f"r9.choice.why.{chosen}", main=main), told))

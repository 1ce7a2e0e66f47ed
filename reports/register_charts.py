"""Chart specifications made from registers and trade: the map of systems and flows, the customer's journey."""

from assessment.engagement import System
from assessment.register_graph import feeds, holds_member_data
from reports.charts import JourneySpec, JourneyStep, SiloMapSpec, SystemBox, SystemFlow
from reports.charts.journey import Mark
from reports.phrases import numbers
from reports.reading import Reading

MOST_BOXES = 24


def silo_map(r: Reading, width: float = 665) -> SiloMapSpec:
    """Draw the systems with their member records and how data moves; beyond 24 systems the smaller ones stay out."""
    systems = shown_systems(r)
    known = {system.id for system in systems}
    main = next((s.id for s in r.dossier.systems if s.main_member_system), None)
    return SiloMapSpec(
        title=r.t("fig.silo.title"),
        desc=r.t("fig.silo.desc"),
        boxes=tuple(
            SystemBox(
                id=system.id,
                label=r.name(system.id),
                note=r.t("r6.members", n=numbers.count(system.members, r.locale)) if system.members else "",
                main=system.id == main,
                island=_island(r, system, main),
            )
            for system in systems
        ),
        flows=tuple(
            SystemFlow(flow.source, flow.target, flow.mode)
            for flow in r.dossier.flows
            if flow.source in known and flow.target in known
        ),
        legend=tuple(r.t(f"fig.silo.legend.{sign}") for sign in ("api", "file", "hand", "main", "island")),  # pyright: ignore[reportArgumentType]
        width=width,
    )


def shown_systems(r: Reading) -> tuple[System, ...]:
    """Return the systems the map has room for, in the order of the register."""
    joined = {end for flow in r.dossier.flows for end in (flow.source, flow.target)}
    ranked = sorted(r.dossier.systems, key=lambda s: (not s.main_member_system, s.id not in joined, -s.members, s.id))
    kept = {system.id for system in ranked[:MOST_BOXES]}
    return tuple(system for system in r.dossier.systems if system.id in kept)


def _island(r: Reading, system: System, main: str | None) -> bool:
    """Whether member data of a system never reach the main one."""
    if main is None or system.id == main or not holds_member_data(system):
        return False
    return not feeds(system.id, main, r.dossier.flows)


def journey(r: Reading, width: float = 665) -> JourneySpec:
    """Draw the way of a customer of this trade with its peak, its end and where it breaks."""
    found = r.dossier.industry.journey
    marks: dict[str, list[tuple[Mark, str]]] = {}
    marks.setdefault(found.peak.step, []).append(("peak", r.text(found.peak.text)))
    marks.setdefault(found.end.step, []).append(("end", r.text(found.end.text)))
    for point in found.breaks:
        marks.setdefault(point.step, []).append(("break", r.text(point.text)))
    steps = tuple(JourneyStep(s.step, r.text(s.text), tuple(marks.get(s.step, ()))) for s in found.steps)
    words = (r.t("r5.peak"), r.t("r5.end"), r.t("r5.break"))
    return JourneySpec(r.t("fig.journey.title"), r.t("fig.journey.desc"), steps, words, width)

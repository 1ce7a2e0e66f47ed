"""What a reader of a score sheet must know: queries, findings and limits, as code and parameters."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from scoring.capability_level import Assessed
from scoring.observation import Stratum
from scoring.sheet import Attained, CapabilityScore, NodeScore, Remark
from scoring.unit_values import STORE_GROUPS

NOT_COMMUNICATED = Fraction(3, 10)
MIN_CELL = 3


def remarks(
    assessed: Mapping[str, Assessed],
    capabilities: Mapping[str, CapabilityScore],
    nodes: Mapping[str, NodeScore],
    attained: Attained,
    strata: tuple[Stratum, ...],
) -> tuple[Remark, ...]:
    """Return all remarks, sorted by code and by what they are about."""
    found = [
        *_queries(assessed),
        *_findings(capabilities),
        *_limits(capabilities, nodes),
        *_unknown_strata(assessed, strata),
        *_spread(attained),
    ]
    return tuple(sorted(found, key=lambda r: (r.code, str(sorted(r.params.items(), key=str)))))


def _queries(assessed: Mapping[str, Assessed]) -> Iterator[Remark]:
    """Ask back where executives say N/A but stores answer (the answers stand), or where nobody approved an N/A."""
    for capability, made in assessed.items():
        declined = {
            o.respondent for o in made.observations if o.group == "E" and o.owner and o.state == "not_applicable"
        }
        stores = {u.id for g in STORE_GROUPS for u in made.units.get(g, ()) if u.state == "value"}
        if declined and stores:
            params = {"capability": capability, "executives": len(declined), "stores": len(stores)}
            yield Remark("executives_na_stores_answer", params)
        unapproved = sum(u.state == "unapproved" for units in made.units.values() for u in units)
        if unapproved:
            yield Remark("na_unapproved", {"capability": capability, "n": unapproved})


def _findings(capabilities: Mapping[str, CapabilityScore]) -> Iterator[Remark]:
    for capability, score in capabilities.items():
        for g in sorted(STORE_GROUPS & set(score.groups)):
            made = score.groups[g]
            if made.asked >= MIN_CELL and made.dont_know_share > NOT_COMMUNICATED:
                params = {"capability": capability, "group": g, "n": made.asked, "share": made.dont_know_share}
                yield Remark("not_communicated", params)


def _limits(capabilities: Mapping[str, CapabilityScore], nodes: Mapping[str, NodeScore]) -> Iterator[Remark]:
    estimates = [(c, e) for c, s in capabilities.items() for e in s.groups.values()]
    visited = tuple(sorted(c for c, e in estimates if e.basis == "visited" and e.units))
    indicative = tuple(sorted(c for c, e in estimates if e.indicative and e.units))
    scant = tuple(sorted(c for c, s in capabilities.items() if s.state in {"insufficient", "missing"}))
    for code, ids in (("visited_only", visited), ("forms_indicative", indicative), ("insufficient_data", scant)):
        if ids:
            yield Remark(code, {"capabilities": ids, "n": len(ids)})
    for node in nodes.values():
        if node.unsupported:
            yield Remark("unsupported", {"node": node.id})


def _unknown_strata(assessed: Mapping[str, Assessed], strata: tuple[Stratum, ...]) -> Iterator[Remark]:
    known = {s.id for s in strata}
    lost = {
        u.id
        for made in assessed.values()
        for g in STORE_GROUPS
        for u in made.units.get(g, ())
        if known and u.answered and u.stratum not in known
    }
    if lost:
        yield Remark("stratum_unknown", {"units": tuple(sorted(lost)), "n": len(lost)})


def _spread(attained: Attained) -> Iterator[Remark]:
    """Say when the attained level depends on what is missing."""
    if attained.possible is not None and attained.possible[0] != attained.possible[1]:
        yield Remark("level_within_bounds", {"low": attained.possible[0], "high": attained.possible[1]})

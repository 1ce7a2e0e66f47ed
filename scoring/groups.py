"""From the units of one source group to the group's value of a capability, with its sampling error.

Decisions where the rule leaves room:

- Store groups: with at least one chosen visit and fewer than four census or random units, the mean is taken over all
  visited stores, has no interval and is marked ``visited`` ("visited stores, not the chain"). Otherwise chosen visits
  stay outside the mean and are reported apart as a range.
- One sampled unit without a known stratum makes the whole group a simple mean (warned about by the sheet).
- Forms: the share returned is answered / asked, where asked is what the caller says; else, when forms are marked
  ``census``, all stores of the register; else the units that appear. Below 60 % the mean is ``indicative`` and has no
  interval.
- Asked units of every other group are the units that appear.
"""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from scoring.agreement import agreement
from scoring.exact import Exact
from scoring.observation import Stratum
from scoring.sheet import GroupEstimate
from scoring.strata import MIN_UNITS, Estimate, StratumSample, samples_of, stratified, t_interval
from scoring.unit_values import STORE_GROUPS, Unit, median

RETURNED_ENOUGH = Fraction(3, 5)
FORMS = "F"
Basis = Literal["mean", "stratified", "simple", "visited"]


def estimate(
    group: str, units: Sequence[Unit], strata: Sequence[Stratum], asked: int | None = None, options: int = 5
) -> GroupEstimate:
    """Return the group's estimate.

    ``asked`` is the number of forms sent out (forms only); ``options`` the number of levels of the scale.
    """
    mine = [u for u in units if u.owner]
    basis = _basis(group, mine, strata)
    counted = mine if basis in {"mean", "visited"} else [u for u in mine if u.selection != "chosen"]
    apart = [] if basis == "mean" else [u for u in mine if u.selection == "chosen"]
    valued = [u for u in counted if u.state == "value"]
    out = [u for u in counted if u.state == "not_applicable"]
    sent = _asked(group, counted, strata, asked)
    indicative = group == FORMS and returned_share(counted, sent) < RETURNED_ENOUGH
    interval = basis in {"stratified", "simple"} and not indicative
    proven = _mean(basis, valued, [_value(u.verified) for u in valued], out, strata, interval=interval)
    claims = [_value(u.claimed) for u in valued]
    said = proven
    if any(u.claimed != u.verified for u in valued):
        said = _mean(basis, valued, claims, out, strata, interval=interval)
    described = agreement(claims, options)
    elsewhere = sorted(_value(u.claimed) for u in apart if u.state == "value")
    return GroupEstimate(
        group=group,
        units=len(valued),
        asked=sent - len(out),
        dont_know=sum(u.state == "dont_know" for u in counted),
        not_applicable=len(out),
        claimed=said.mean if said else None,
        verified=proven.mean if proven else None,
        median=Fraction(median([_value(u.verified) for u in valued])) if valued else None,
        low=Fraction(min(claims)) if claims else None,
        high=Fraction(max(claims)) if claims else None,
        basis=basis,
        se=proven.se if proven else None,
        df=proven.df if proven else None,
        ci=t_interval(float(proven.mean), proven.se, proven.df) if proven else None,
        average_deviation=described.average_deviation if described else None,
        rwg=described.rwg if described else None,
        indicative=indicative,
        spread=described.spread if described else None,
        claimed_se=said.se if said else None,
        claimed_df=said.df if said else None,
        outside=proven.outside if proven else Fraction(0),
        visited=len(elsewhere),
        visited_range=(Fraction(elsewhere[0]), Fraction(elsewhere[-1])) if elsewhere else None,
    )


def unit_shares(group: str, units: Sequence[Unit], strata: Sequence[Stratum]) -> dict[str, Fraction]:
    """Return unit id → its normalised weight in the group's mean; units that do not count are left out.

    In a stratified mean a unit stands for N_h/n_h stores, where n_h counts N/A units too (ratio estimator).
    """
    mine = [u for u in units if u.owner]
    basis = _basis(group, mine, strata)
    counted = [u for u in mine if u.answered and (basis in {"mean", "visited"} or u.selection != "chosen")]
    seen = Counter(u.stratum for u in counted)
    size = {s.id: s.stores for s in strata}
    stands_for: dict[str, Fraction] = {}
    for u in counted:
        if u.state == "value":
            known = basis == "stratified" and u.stratum is not None
            stands_for[u.id] = Fraction(size[u.stratum or ""], seen[u.stratum]) if known else Fraction(1)
    total = sum(stands_for.values(), Fraction(0))
    return {unit: share / total for unit, share in stands_for.items()}


def _value(value: Exact | None) -> Exact:
    """Unwrap the value of a unit that has one."""
    return 0 if value is None else value


def _basis(group: str, units: Sequence[Unit], strata: Sequence[Stratum]) -> Basis:
    """Tell how the mean is made."""
    if group not in STORE_GROUPS:
        return "mean"
    sampled = [u for u in units if u.answered and u.selection != "chosen"]
    chosen = any(u.answered and u.selection == "chosen" for u in units)
    if chosen and len(sampled) < MIN_UNITS:
        return "visited"
    known = {s.id for s in strata}
    return "stratified" if known and all(u.stratum in known for u in sampled) else "simple"


def returned_share(units: Sequence[Unit], asked: int) -> Fraction:
    """Return answered / asked for forms."""
    return Fraction(sum(u.answered for u in units), max(asked, 1))


def _asked(group: str, units: Sequence[Unit], strata: Sequence[Stratum], asked: int | None) -> int:
    census = group == FORMS and any(u.selection == "census" for u in units)
    told = asked if asked is not None else sum(s.stores for s in strata) if census else 0
    return max(len(units), told if group == FORMS else 0)


def _mean(
    basis: Basis,
    valued: Sequence[Unit],
    values: Sequence[Exact],
    out: Sequence[Unit],
    strata: Sequence[Stratum],
    *,
    interval: bool,
) -> Estimate | None:
    if not values:
        return None
    if basis == "stratified":
        rows: dict[str, tuple[str, Exact | None]] = {u.id: (u.stratum or "", None) for u in out}
        rows |= {u.id: (u.stratum or "", v) for u, v in zip(valued, values, strict=True)}
        return stratified(samples_of(rows, strata), interval=interval)
    endless = StratumSample("", None, tuple(values), len(out) if basis == "simple" else 0)
    return stratified([endless], interval=interval)

"""The profit identity: what a year of today's business brings, and what each of its parameters is worth.

Per year ``GP = V·c·T·m + A·f·Tm·m`` with visits V (own traffic and leads who come), conversion c, ticket T, gross margin
m, active members A, purchases f and member ticket Tm. Where repeat purchase does not count the second term is dropped.
A new customer also brings, where it does count, the member purchases of its first year.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from roadmap.situation import Facts

MONTHS = 12
COMMON = ("stores", "visits_per_store_month", "conversion", "ticket", "gross_margin")
MEMBERS = ("members_active", "member_purchases_per_year", "member_ticket", "gross_margin")
SIGNED = "schedule_change_signed"
"""Fact (1 or 0): the client has signed the change of rosters. Without it no store hour counts as money."""


@dataclass(frozen=True, slots=True)
class Business:
    """Today's yearly figures; money in minor units. ``follow_on`` is the member profit of a year's new customers."""

    facts: Facts
    repeat: bool
    visits: float
    orders: float
    sales_new: float
    sales_members: float
    follow_on: float

    def __getitem__(self, fact: str) -> float:
        """Return a fact; one that nobody gave is 0, so that nothing is claimed on it."""
        return number(self.facts, fact)

    @property
    def profit_new(self) -> float:
        """Gross profit of new customers' orders."""
        return self.sales_new * self["gross_margin"]

    @property
    def profit_members(self) -> float:
        """Gross profit of members' purchases."""
        return self.sales_members * self["gross_margin"]

    @property
    def profit(self) -> float:
        """Gross profit in all."""
        return self.profit_new + self.profit_members

    @property
    def lead_share(self) -> float:
        """Share of visits that come from leads."""
        monthly = self.visits / MONTHS
        return min(1.0, self["leads_per_month"] * self["lead_visit_rate"] / monthly) if monthly else 0.0


def number(facts: Facts, fact: str) -> float:
    """Return a fact's number, 0 when it is not there."""
    found = facts.values.get(fact)
    return 0.0 if found is None else found.value


def business(facts: Facts, *, repeat: bool) -> Business:
    """Return the yearly figures behind the facts; ``repeat``: whether repeat purchase counts in this trade."""

    def n(fact: str) -> float:
        return number(facts, fact)

    visits = n("stores") * n("visits_per_store_month") * MONTHS
    orders = visits * n("conversion")
    per_member = n("member_purchases_per_year") * n("member_ticket")
    return Business(
        facts=facts,
        repeat=repeat,
        visits=visits,
        orders=orders,
        sales_new=orders * n("ticket"),
        sales_members=n("members_active") * per_member if repeat else 0.0,
        follow_on=orders * n("enrolment_rate") * per_member * n("gross_margin") if repeat else 0.0,
    )


@dataclass(frozen=True, slots=True)
class Worth:
    """What a doubling of a parameter would bring in a year: profit, follow-on profit of new customers, and sales."""

    profit: float
    follow_on: float = 0.0
    sales: float = 0.0


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of the identity. ``falls``: the gain comes from its fall. ``facts`` are those it is computed from."""

    worth: Callable[[Business], Worth]
    facts: tuple[str, ...]
    falls: bool = False


def _new(b: Business, share: float = 1.0) -> Worth:
    return Worth(share * b.profit_new, share * b.follow_on, share * b.sales_new)


def _members(b: Business, share: float = 1.0) -> Worth:
    return Worth(share * b.profit_members, 0.0, share * b.sales_members)


def _enrolment(b: Business) -> Worth:
    margin = b["gross_margin"]
    return Worth(b.follow_on, 0.0, b.follow_on / margin if margin else 0.0)


def _dormant(b: Business) -> Worth:
    sales = b["members_dormant"] * b["member_ticket"]
    return Worth(sales * b["gross_margin"], 0.0, sales)


def _referred(b: Business) -> Worth:
    return _new(b, b["referred_share"])


def _on_line(b: Business) -> Worth:
    share = b["online_order_share"]
    return Worth(share * b.profit, 0.0, share * (b.sales_new + b.sales_members))


def _no_shows(b: Business) -> Worth:
    missed = b["no_show_rate"]
    return _new(b, missed / (1 - missed) if missed < 1 else 0.0)


def _roster(b: Business) -> Worth:
    return Worth(b["stores"] * b["store_labour_cost_year"] if b[SIGNED] else 0.0)


def _cost(fact: str) -> Parameter:
    return Parameter(lambda b: Worth(b[fact]), (fact,), falls=True)


PARAMETERS: Mapping[str, Parameter] = {
    "conversion": Parameter(_new, COMMON),
    "visits_per_store_month": Parameter(_new, COMMON),
    "leads_per_month": Parameter(lambda b: _new(b, b.lead_share), (*COMMON, "leads_per_month", "lead_visit_rate")),
    "lead_visit_rate": Parameter(lambda b: _new(b, b.lead_share), (*COMMON, "leads_per_month", "lead_visit_rate")),
    "ticket": Parameter(lambda b: Worth(b.profit_new, 0.0, b.sales_new), COMMON),
    "online_order_share": Parameter(_on_line, (*COMMON, "online_order_share")),
    "referred_share": Parameter(_referred, (*COMMON, "referred_share")),
    "lost_order_share": Parameter(_new, (*COMMON, "lost_order_share")),
    "no_show_rate": Parameter(_no_shows, (*COMMON, "no_show_rate"), falls=True),
    "enrolment_rate": Parameter(_enrolment, (*COMMON, "enrolment_rate", *MEMBERS[1:3])),
    "members_active": Parameter(_members, MEMBERS),
    "members_dormant": Parameter(_dormant, ("members_dormant", "member_ticket", "gross_margin")),
    "member_purchases_per_year": Parameter(_members, MEMBERS),
    "member_ticket": Parameter(_members, MEMBERS),
    "member_retention": Parameter(lambda b: _members(b, b["member_retention"]), (*MEMBERS, "member_retention")),
    "store_labour_cost_year": Parameter(_roster, ("stores", "store_labour_cost_year"), falls=True),
    "process_hours_cost_year": _cost("process_hours_cost_year"),
    "tool_spend_year": _cost("tool_spend_year"),
    "acquisition_spend_year": _cost("acquisition_spend_year"),
}
"""Parameters by the id of their fact."""

PEOPLE_FACTS = ("members_active", "ticket", "gross_margin")


def worth_of(b: Business, parameter: str, of: str) -> Worth:
    """Return what a change of 100 % is worth: relative to the parameter, or a share of ``of``.

    A share of active members (``members_active``) is that many new customers a year.
    """
    if of == "members_active":
        sales = b["members_active"] * b["ticket"]
        follow_on = b.follow_on * b["members_active"] / b.orders if b.orders else 0.0
        return Worth(sales * b["gross_margin"], follow_on, sales)
    return PARAMETERS[parameter].worth(b)


def facts_of(parameter: str, of: str) -> tuple[str, ...]:
    """Return the facts behind `worth_of`."""
    return PEOPLE_FACTS if of == "members_active" else PARAMETERS[parameter].facts

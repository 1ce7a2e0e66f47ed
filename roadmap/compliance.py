"""What the law and the rules of platforms demand or bar, by industry."""

from roadmap.initiatives import Catalogue, FlagCode, Initiative
from roadmap.plan import Reason
from roadmap.situation import IndustryRules

DEEPEST_COMMISSION = 2
PAID_FOR = frozenset({"sale", "verified_purchase", "service"})
"""What commission may be paid for; entry fees, head counts and team pay are not among it."""


def flags_in_force(initiative: Initiative, industry: IndustryRules) -> tuple[FlagCode, ...]:
    """Return the flags of an initiative that count in this industry."""
    return tuple(flag for flag in initiative.flags if flag in industry.flags)


def pulled_in(initiative: Initiative, catalogue: Catalogue, industry: IndustryRules) -> dict[str, FlagCode]:
    """Return the initiatives that have to come first because of a flag, with the flag."""
    found: dict[str, FlagCode] = {}
    for flag in flags_in_force(initiative, industry):
        if flag in catalogue.flags:
            for ident in catalogue.flags[flag].pulls_in:
                if ident != initiative.id:
                    found.setdefault(ident, flag)
    return found


def held_back(flag: FlagCode, catalogue: Catalogue, industry: IndustryRules) -> tuple[str, ...]:
    """Return the initiatives that wait for a flag's review in this industry, by id; none where it is not in force."""
    return tuple(
        ident
        for ident, initiative in sorted(catalogue.initiatives.items())
        if flag in flags_in_force(initiative, industry) and barred(initiative, catalogue, industry) is None
    )


def barred(initiative: Initiative, catalogue: Catalogue, industry: IndustryRules) -> Reason | None:
    """Return why an initiative must not be generated in this industry, or None.

    ``forbidden`` {industry, instead}: barred in this trade, with what is offered in its place; ``commission_depth``
    {depth, at_most}; ``commission_for`` {paid_for}: paid for something other than a sale or a service.
    """
    if initiative.id in catalogue.forbidden.get(industry.id, ()):
        return Reason("forbidden", {"industry": industry.id, "instead": list(catalogue.instead.get(initiative.id, ()))})
    if initiative.commission_depth > DEEPEST_COMMISSION:
        return Reason("commission_depth", {"depth": initiative.commission_depth, "at_most": DEEPEST_COMMISSION})
    wrong = sorted(set(initiative.paid_for) - PAID_FOR)
    return Reason("commission_for", {"paid_for": wrong}) if wrong else None

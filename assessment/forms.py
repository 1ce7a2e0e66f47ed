"""Which form a person answers, and how the form of one store visit is called."""

from collections.abc import Mapping

from assessment.engagement import Person

VISIT, SHORT, EXECUTIVE, GUIDE = "visit", "short", "executive", "guide"
_BY_KIND: Mapping[str, str] = {"executive": EXECUTIVE, "manager": "manager", "guide": GUIDE}


def form_of(person: Person) -> str | None:
    """Return the instrument a person answers, None for those who answer none.

    >>> form_of(Person("P1", "王", "executive", form="short")), form_of(Person("C1", "李", "consultant"))
    ('short', None)
    """
    if person.kind == EXECUTIVE and person.form == SHORT:
        return SHORT
    return _BY_KIND.get(person.kind)


def instrument_of(form: str) -> str:
    """Return the instrument a form asks.

    >>> instrument_of("visit:V03"), instrument_of("manager")
    ('visit', 'manager')
    """
    return form.partition(":")[0]


def visit_form(visit: str) -> str:
    """Return the name of the form of one visit: every visit has its own, so that a store can be coded twice."""
    return f"{VISIT}:{visit}"


def visit_of(form: str) -> str | None:
    """Return the visit a form belongs to, None when it belongs to none.

    >>> visit_of(visit_form("V03")), visit_of("manager"), visit_of("visit")
    ('V03', None, None)
    """
    instrument, _, visit = form.partition(":")
    return visit or None if instrument == VISIT else None

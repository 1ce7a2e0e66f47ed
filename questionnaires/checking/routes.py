"""Who is asked what: every executive item has an owner, no role too many, no capability is forgotten. Q040 to Q047."""

from collections import Counter
from collections.abc import Mapping

from questionnaires.checking import shapes
from questionnaires.checking.ground import DIMENSIONS, Ground, inside
from questionnaires.instruments import OBSERVED

MOST = 16
PAIRS = 3
PAIRS_APART: Mapping[str, int] = {"STR": 2}
"""Strategy is known to few outside the head office."""

ALL_PAIRS = 45
ASKS: Mapping[str, str] = {"executive": "E", "manager": "M", "guide": "G", "visit": "V"}
"""Which source an instrument asks; other instruments ask none of the framework's."""

SEEN, DATA = "O", "D"
"""The sources of what is observed, whichever instrument holds the point, and of what is sent."""


def check(ground: Ground) -> None:
    """Note holes in the routing."""
    _owners(ground)
    _answered_for(ground)
    _asked(ground)
    _pairs(ground)


def _owners(ground: Ground) -> None:
    for at, question, instrument in ground.questions:
        if question.kind != "text" and question.capability is None:
            ground.error("Q046.level", at, id=question.id)
        if question.kind == "text" and question.capability is not None:
            ground.error("Q046.text", inside(at, "capability"), id=question.id, capability=question.capability)
        if instrument.group == "E" and question.kind == "level" and not question.roles:
            ground.error("Q040", at, id=question.id)


def _answered_for(ground: Ground) -> None:
    """Compare a role's ``owns`` with the ``roles`` of questions: two sides of one routing."""
    routed: dict[str, set[str]] = {}
    for _, question, instrument in ground.questions:
        if instrument.group == "E" and question.capability is not None:
            for role in question.roles:
                routed.setdefault(role, set()).add(question.capability)
    for at, role in ground.roles:
        mine = routed.get(role.id, set())
        for capability in sorted(mine ^ set(role.owns)):
            side = "asked" if capability in mine else "owned"
            ground.error(f"Q042.{side}", inside(at, "owns"), capability=capability, id=role.id)
        items = len(mine | set(role.owns))
        if items > MOST:
            ground.error("Q041", at, id=role.id, n=items, most=MOST)


def _asked(ground: Ground) -> None:
    there = {source for _, question, instrument in ground.questions if (source := source_of(question, instrument))}
    asked = {(source_of(question, instrument), question.capability) for _, question, instrument in ground.questions}
    there |= {DATA}
    asked |= {(DATA, capability) for _, request in ground.requests for capability in request.capabilities}
    says = {capability.id: set(capability.asked) for _, capability in ground.capabilities}
    for at, capability in ground.capabilities:
        if not capability.asked:
            ground.error("Q043", at, id=capability.id)
        for source in sorted(there & set(capability.asked)):
            if (source, capability.id) not in asked:
                ground.error("Q044", inside(at, "asked"), id=capability.id, source=source)
    for at, question, instrument in ground.questions:
        source = source_of(question, instrument)
        if source and question.capability in says and source not in says[question.capability]:
            params = {"id": question.id, "capability": question.capability, "source": source}
            ground.error("Q045", inside(at, "capability"), **params)


def source_of(question: shapes.Question, instrument: shapes.Instrument) -> str | None:
    """Return the source a question stands for; None in an instrument the framework does not know."""
    asks = ASKS.get(instrument.id)
    return SEEN if asks and question.kind in OBSERVED else asks


def _pairs(ground: Ground) -> None:
    """Count what both executives and stores answer: a perception gap needs both."""
    paired = Counter(
        capability.id.rstrip("0123456789")
        for _, capability in ground.capabilities
        if "E" in capability.asked and {"M", "V"} & set(capability.asked)
    )
    for at, dimension in ground.dimensions:
        least = PAIRS_APART.get(dimension.id, PAIRS)
        if paired[dimension.id] < least:
            ground.error("Q047.one", at, id=dimension.id, n=paired[dimension.id], least=least)
    if paired.total() < ALL_PAIRS:
        ground.error("Q047.all", (DIMENSIONS, ("dimensions",)), n=paired.total(), least=ALL_PAIRS)

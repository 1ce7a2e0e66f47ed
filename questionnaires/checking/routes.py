"""Who is asked what: every executive item has an owner, no role too many, no capability is forgotten. Q040 to Q047."""

from collections import Counter
from collections.abc import Mapping

from questionnaires.checking.ground import DIMENSIONS, Ground, inside

MOST = 16
PAIRS = 2
ASKS: Mapping[str, str] = {"executive": "E", "manager": "M", "guide": "G", "visit": "V"}
"""Which source an instrument asks; other instruments ask none of the framework's."""


def check(ground: Ground) -> None:
    """Note holes in the routing."""
    _owners(ground)
    _answered_for(ground)
    _asked(ground)
    _pairs(ground)


def _owners(ground: Ground) -> None:
    for at, question, instrument in ground.questions:
        if question.kind == "level" and question.capability is None:
            message = f"{question.id} has anchors of no capability."
            ground.error("Q046", at, message, "Name the capability, or make it an open question (kind: text).")
        if question.kind == "text" and question.capability is not None:
            message = f"{question.id} is an open question and cannot score {question.capability}."
            ground.error("Q046", inside(at, "capability"), message, "Remove the capability, or use kind: level.")
        if instrument.group == "E" and question.kind == "level" and not question.roles:
            ground.error("Q040", at, f"{question.id} is asked of no role.", "Name its owners in `roles`.")


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
            side = "is asked about it but does not own it" if capability in mine else "owns it but is not asked"
            message = f"{capability}: the role {role.id} {side}."
            ground.error("Q042", inside(at, "owns"), message, "Let `owns` and the `roles` of the question agree.")
        if len(mine | set(role.owns)) > MOST:
            message = f"The role {role.id} has {len(mine | set(role.owns))} items."
            ground.error("Q041", at, message, f"Leave it {MOST} at most; give some to another role.")


def _asked(ground: Ground) -> None:
    there = {source for _, instrument in ground.instruments if (source := ASKS.get(instrument.id))}
    asked = {(ASKS.get(instrument.id), question.capability) for _, question, instrument in ground.questions}
    says = {capability.id: set(capability.asked) for _, capability in ground.capabilities}
    for at, capability in ground.capabilities:
        if not capability.asked:
            ground.error("Q043", at, f"{capability.id} is asked of nobody.", "Name at least one source in `asked`.")
        for source in sorted(there & set(capability.asked)):
            if (source, capability.id) not in asked:
                message = f"{capability.id} is to be asked by {source}, but no question does."
                ground.error("Q044", inside(at, "asked"), message, "Add the question or remove the source.")
    for at, question, instrument in ground.questions:
        source = ASKS.get(instrument.id)
        if source and question.capability in says and source not in says[question.capability]:
            message = f"{question.id} asks {question.capability}, which does not list {source} in `asked`."
            ground.error("Q045", inside(at, "capability"), message, "Add the source there or remove the question.")


def _pairs(ground: Ground) -> None:
    """Count what both executives and stores answer: a dimension's perception gap needs two."""
    paired = Counter(
        capability.id.rstrip("0123456789")
        for _, capability in ground.capabilities
        if "E" in capability.asked and {"M", "V"} & set(capability.asked)
    )
    for i, (_, dimension) in enumerate(ground.dimensions):
        if paired[dimension.id] < PAIRS:
            message = f"{dimension.id} has {paired[dimension.id]} capabilities asked of executives and stores alike."
            remedy = f"Ask at least {PAIRS} of both, or no perception gap can be shown."
            ground.error("Q047", (DIMENSIONS, ("dimensions", i)), message, remedy)

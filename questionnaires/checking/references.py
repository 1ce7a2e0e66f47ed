"""References: everything named exists, and every capability says where it comes from. Q006, Q007."""

from collections.abc import Iterable

from questionnaires.checking.ground import RULES, At, Ground, inside


def check(ground: Ground) -> None:
    """Note names of things that do not exist."""
    known = _Known(ground)
    for at, capability in ground.capabilities:
        known.one(inside(at, "id"), "dimension", capability.id.rstrip("0123456789"), known.dimensions)
        known.each(inside(at, "source"), "source", capability.source, known.items)
        for i, anchor in enumerate(capability.anchors):
            known.each(inside(at, "anchors", i, "evidence"), "evidence", anchor.evidence, known.evidence)
        if not capability.source and not capability.own_addition:
            ground.error("Q007", at, id=capability.id)
    for at, role in ground.roles:
        known.each(inside(at, "owns"), "capability", role.owns, known.capabilities)
    for at, question, instrument in ground.questions:
        known.one(inside(at, "section"), "section", question.section, {s.id for s in instrument.sections})
        known.each(inside(at, "roles"), "role", question.roles, known.roles)
        if question.capability is not None:
            known.one(inside(at, "capability"), "capability", question.capability, known.capabilities)
        if question.code_list is not None:
            known.one(inside(at, "code_list"), "code_list", question.code_list, ground.code_lists)
    _cards(ground, known)
    _gates(ground, known)


def _gates(ground: Ground, known: "_Known") -> None:
    for at, gate in ground.rows(RULES, "gates", ground.rules.gates):
        nodes = known.dimensions | known.capabilities
        for node in gate.min_node:
            known.one(inside(at, "min_node", node), "node", node, nodes)
        for capability in gate.min_capability:
            known.one(inside(at, "min_capability", capability), "capability", capability, known.capabilities)
        for i, share in enumerate(gate.share_at_least):
            named = [] if share.of == "all" else share.of
            known.each(inside(at, "share_at_least", i, "of"), "capability", named, known.capabilities)


def _cards(ground: Ground, known: "_Known") -> None:
    for at, selection in ground.selections:
        known.one(inside(at, "of"), "instrument", selection.of, {i.id for _, i in ground.instruments})
        chosen = [] if selection.capabilities == "core" else selection.capabilities
        known.each(inside(at, "capabilities"), "capability", chosen, known.capabilities)
    for at, request in ground.requests:
        known.each(inside(at, "capabilities"), "capability", request.capabilities, known.capabilities)
        known.each(inside(at, "accepts"), "evidence", request.accepts, known.evidence)
        known.one(inside(at, "role"), "role", request.role, known.roles)
    for at, card in (*ground.moments, *ground.reasons):
        known.each(inside(at, "capabilities"), "capability", card.capabilities, known.capabilities)
    for at, one in (*ground.vignettes, *ground.mystery):
        if one.capability is not None:
            known.one(inside(at, "capability"), "capability", one.capability, known.capabilities)


class _Known:
    """All ids by kind."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.dimensions = {d.id for _, d in ground.dimensions}
        self.capabilities = {c.id for _, c in ground.capabilities}
        self.items = {item.id for _, item in ground.items}
        self.roles = {role.id for _, role in ground.roles}
        self.evidence = {kind.id for kind in ground.rules.evidence_kinds}

    def one(self, at: At, kind: str, name: str, known: Iterable[str]) -> None:
        if name not in known:
            self.ground.error(f"Q006.{kind}", at, id=name)

    def each(self, at: At, kind: str, names: Iterable[str], known: Iterable[str]) -> None:
        for i, name in enumerate(names):
            self.one(inside(at, i), kind, name, known)

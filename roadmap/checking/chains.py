"""Prerequisites: in an order that can be kept, with the flags' own first; and a way up for every capability."""

from collections.abc import Iterator, Mapping, Sequence

from questionnaires import Framework
from questionnaires.findings import Finding
from roadmap.catalogue import Rows
from roadmap.catalogue_rows import InitiativeRow
from roadmap.checking.telling import told
from roadmap.cycles import cycle_in
from roadmap.prerequisites import closure

GOOD_LEVEL = 4
LONGEST = 6
"""Most initiatives one after the other: a chain of seven outlives the patience of everybody who pays for it."""


def check_chains(rows: Rows, framework: Framework) -> Iterator[Finding]:
    """Yield what is wrong with the order.

    R011 cycles, R014 flags without their prerequisites, R016 capabilities out of reach, R034 chains too long, R035
    initiatives that raise nothing beyond what comes before them.
    """
    pulled = {code: flag.pulls_in for code, flag in rows.flags.items()}
    needs = {ident: row.needs for ident, row in rows.initiatives.items()}
    cycle = cycle_in((need, ident) for ident, named in needs.items() for need in named)
    if cycle is not None:
        first = rows.initiatives[cycle.split(" → ")[0]]
        yield told(rows, first, "R011.needs", ("needs",), cycle=cycle)
        return
    for ident, row in rows.initiatives.items():
        chain = closure([ident], needs.__getitem__)
        for flag in row.flags:
            for first in pulled.get(flag, ()):
                if first not in chain:
                    yield told(rows, row, "R014", ("needs",), id=ident, flag=flag, first=first)
        length = _length(ident, needs)
        if length > LONGEST:
            yield told(rows, row, "R034", ("needs",), id=ident, n=length, most=LONGEST)
        yield from _gain(rows, row, [rows.initiatives[first] for first in chain if first != ident])
    yield from _reach(rows, framework)


def _length(ident: str, needs: Mapping[str, Sequence[str]]) -> int:
    return 1 + max((_length(need, needs) for need in needs[ident]), default=0)


def _gain(rows: Rows, row: InitiativeRow, before: Sequence[InitiativeRow]) -> Iterator[Finding]:
    reached: dict[str, int] = {}
    for lifted in (lifted for earlier in before for lifted in earlier.raises):
        reached[lifted.capability] = max(reached.get(lifted.capability, 0), lifted.to)
    if all(reached.get(lifted.capability, 0) >= lifted.to for lifted in row.raises):
        yield told(rows, row, "R035", ("raises",), id=row.id)


def _reach(rows: Rows, framework: Framework) -> Iterator[Finding]:
    reached: dict[str, int] = {}
    for row in rows.initiatives.values():
        for lifted in row.raises:
            reached[lifted.capability] = max(reached.get(lifted.capability, 0), lifted.to)
    somewhere = next(iter(rows.initiatives.values()), None)
    for capability in framework.capabilities:
        if somewhere is not None and reached.get(capability, 0) < GOOD_LEVEL:
            yield told(rows, somewhere, "R016", (), capability=capability, level=GOOD_LEVEL)

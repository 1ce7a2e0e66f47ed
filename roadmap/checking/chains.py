"""Prerequisites: in an order that can be kept, with the flags' own first; and a way up for every capability."""

from collections.abc import Iterator

from questionnaires import load_library
from questionnaires.findings import Finding
from roadmap.catalogue import Rows
from roadmap.checking.telling import told
from roadmap.cycles import cycle_in
from roadmap.prerequisites import closure

GOOD_LEVEL = 4


def check_chains(rows: Rows) -> Iterator[Finding]:
    """Yield R011 (cycles), R014 (flags without their prerequisites) and R016 (capabilities out of reach)."""
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
    yield from _reach(rows)


def _reach(rows: Rows) -> Iterator[Finding]:
    reached: dict[str, int] = {}
    for row in rows.initiatives.values():
        for lifted in row.raises:
            reached[lifted.capability] = max(reached.get(lifted.capability, 0), lifted.to)
    somewhere = next(iter(rows.initiatives.values()), None)
    for capability in load_library().framework.capabilities:
        if somewhere is not None and reached.get(capability, 0) < GOOD_LEVEL:
            yield told(rows, somewhere, "R016", (), capability=capability, level=GOOD_LEVEL)

"""Prerequisites: in an order that can be kept, with the flags' own first; and a way up for every capability."""

from collections.abc import Iterator

from questionnaires import load_library
from questionnaires.findings import Finding
from roadmap.catalogue import Rows
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
        yield rows.about(
            first, "R011", f"Each of these waits for the next: {cycle}.", "Remove one prerequisite.", "needs"
        )
        return
    for ident, row in rows.initiatives.items():
        chain = closure([ident], needs.__getitem__)
        for flag in row.flags:
            for first in pulled.get(flag, ()):
                if first not in chain:
                    message = f"{ident} carries {flag} but {first} does not come before it."
                    yield rows.about(row, "R014", message, f"Add {first} to needs, or to what it needs.", "needs")
    yield from _reach(rows)


def _reach(rows: Rows) -> Iterator[Finding]:
    reached: dict[str, int] = {}
    for row in rows.initiatives.values():
        for lifted in row.raises:
            reached[lifted.capability] = max(reached.get(lifted.capability, 0), lifted.to)
    somewhere = next(iter(rows.initiatives.values()), None)
    for capability in load_library().framework.capabilities:
        if somewhere is not None and reached.get(capability, 0) < GOOD_LEVEL:
            message = f"No initiative raises {capability} to level {GOOD_LEVEL} or more."
            yield rows.about(somewhere, "R016", message, "Add one, or let an existing one reach further.")

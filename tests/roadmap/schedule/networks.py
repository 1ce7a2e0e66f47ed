"""Networks to date, written shortly."""

from datetime import date

from roadmap.network import Link, Network, Task

MONDAY = date(2026, 3, 2)


def network(durations: dict[str, int], *links: str, **tasks: dict[str, object]) -> Network:
    """A network from Monday 2 March 2026, Monday to Friday.

    Links read ``"a b"``, ``"a b SS"`` or ``"a b FF 3"``; keywords add fields to a task.
    """
    made = tuple(Task(name, length, **tasks.get(name, {})) for name, length in durations.items())
    parts = [link.split() for link in links]
    return Network(
        MONDAY,
        made,
        tuple(Link(p[0], p[1], p[2] if len(p) > 2 else "FS", int(p[3]) if len(p) > 3 else 0) for p in parts),
    )

"""Measure scoring against its bars: a large assessment, an ordinary one, and the time to import the package."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from questionnaires.loading import load_library
from scoring.framework_tree import tree_from_framework
from scoring.observation import Group, Observation, Stratum
from scoring.score import score
from scoring.tree import ScoringTree

LARGE, LARGE_STORES, USUAL_STORES, STRATA = 100_000, 500, 30, 5
SHOWN = ((), ("statement",), ("document",), ("screenshot", "export"), ("demonstration",), ("photo_timed",), ("export",))
BARS = {"large_seconds": 2.0, "usual_ms": 50.0, "import_ms": 150.0}
REPEATS = 5
PROBE = "import time; t = time.process_time(); import scoring; print(time.process_time() - t)"


def run() -> dict[str, Any]:
    """Return the measured figures beside their bars, in CPU time, the best of several runs.

    Scoring runs on one thread and waits for nothing, so that CPU time is what an idle machine's clock would show.
    """
    tree = tree_from_framework(load_library().framework)
    large = list(islice(made_up(tree, LARGE_STORES, respondents=9), LARGE))
    usual = list(made_up(tree, USUAL_STORES, respondents=1))
    figures = {
        "large_seconds": _best(lambda: score(tree, large, strata=register(LARGE_STORES)), 3),
        "usual_ms": 1000 * _best(lambda: score(tree, usual, strata=register(USUAL_STORES)), REPEATS),
        "import_ms": 1000 * _import_seconds(),
    }
    return {
        "large": {"observations": len(large), "stores": LARGE_STORES},
        "usual": {"observations": len(usual), "stores": USUAL_STORES},
        "figures": {name: round(value, 3) for name, value in figures.items()},
        "bars": BARS,
        "met": {name: value <= BARS[name] for name, value in figures.items()},
    }


def register(stores: int) -> Sequence[Stratum]:
    """Return a register with equal strata."""
    return tuple(Stratum(f"h{h}", stores // STRATA) for h in range(STRATA))


def made_up(tree: ScoringTree, stores: int, respondents: int) -> Iterator[Observation]:
    """Yield answers of all stores to all capabilities with mixed evidence and some don't-knows; always the same."""
    leaves = [node.id for node in tree.nodes if all(other.parent != node.id for other in tree.nodes)]
    groups: tuple[Group, ...] = ("F", "F", "V")
    number = 0
    for person in range(respondents):
        for store in range(stores):
            for capability in leaves:
                number += 1
                known = number % 19 != 0
                yield Observation(
                    capability=capability,
                    group=groups[number % 3],
                    unit=f"s{store}",
                    respondent=f"s{store}p{person}",
                    answer=f"a{number}",
                    state="value" if known else "dont_know",
                    value=1 + number * 7919 % 5 if known else None,
                    stratum=f"h{store % STRATA}",
                    selection="census" if number % 3 < 2 else "random",
                    evidence=SHOWN[number * 31 % len(SHOWN)],
                )


def _best(work: Callable[[], object], repeats: int) -> float:
    def once() -> float:
        started = time.process_time()
        work()
        return time.process_time() - started

    return min(once() for _ in range(repeats))


def _import_seconds() -> float:
    """Import in fresh interpreters, because this one has everything already."""
    return min(
        float(subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True).stdout)
        for _ in range(REPEATS)
    )

"""Measure the roadmap engine against its bars: choosing, dating, levelling."""

import json
import random
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import mean, median
from time import perf_counter
from typing import Any

from roadmap.calendar import load_calendar
from roadmap.forecasting import consequence
from roadmap.initiatives import Catalogue
from roadmap.making import PlanInput, make_plan
from roadmap.network import Link, LinkType, Network, Task
from roadmap.plan import Plan, Progress
from roadmap.psplib import run as run_psplib
from roadmap.schedule import schedule
from roadmap.selection import plan_value, read_problem, select
from roadmap.selection.greedy import greedy
from roadmap.situation import Suggestion

SELECTION_BARS = {50: (20.0, 0.005), 150: (60.0, 0.02), 300: (30.0, 0.01)}
"""Initiatives → (seconds, relative gap)."""
PATH_BARS = {300: 5.0, 10_000: 500.0}
"""Tasks → milliseconds."""
PLAN_BARS = {"sample": (15.0, 0.005), "all initiatives": (30.0, 0.02)}
"""Which candidates → (seconds, relative gap)."""
PREVIEW_BAR = 300.0
"""Milliseconds within which 95 % of the previews of a slip are there."""
PREVIEWS = 40
LINK_TYPES: tuple[LinkType, ...] = ("FS", "SS", "FF", "SF")
PSPLIB_SAMPLE = 60


def run(data_dir: Path | None = None, *, psplib_limit: int = PSPLIB_SAMPLE) -> dict[str, Any]:
    """Return all figures; without ``data_dir`` (folders ``portfolio`` and ``psplib``) only the critical path's."""
    figures: dict[str, Any] = {"critical_path": critical_path()}
    if data_dir is not None and (data_dir / "portfolio").is_dir():
        figures["selection"] = selection(data_dir / "portfolio")
    if data_dir is not None and (data_dir / "psplib").is_dir():
        figures["psplib"] = run_psplib(data_dir / "psplib", limit=psplib_limit)
    return figures


def random_network(size: int, seed: int = 1) -> Network:
    """Return a network of ``size`` tasks and about twice as many links of all four types."""
    draw = random.Random(seed)  # noqa: S311 - a bench instance, not a secret
    tasks = tuple(Task(f"t{index}", draw.randint(1, 20)) for index in range(size))
    links = tuple(
        Link(f"t{draw.randrange(max(0, index - 30), index)}", f"t{index}", draw.choice(LINK_TYPES), draw.randint(-2, 5))
        for index in range(1, size)
        for _ in range(2)
    )
    return Network(date(2026, 1, 5), tasks, links, load_calendar("CN"))


def critical_path(repeats: int = 7) -> dict[str, Any]:
    """Time the critical path with dates, slacks and reasons."""
    figures: dict[str, Any] = {}
    for size, bar in PATH_BARS.items():
        network = random_network(size)
        times: list[float] = []
        for _ in range(repeats):
            begun = perf_counter()
            schedule(network)
            times.append((perf_counter() - begun) * 1000)
        figures[f"{size} tasks"] = {"ms": round(median(times), 2), "bar_ms": bar, "met": median(times) <= bar}
    return figures


def selection(folder: Path) -> dict[str, Any]:
    """Solve every ``zhidian.selection/1`` instance of a folder and compare with greedy and the best value known."""
    known_path = folder / "best_known.json"
    known: dict[str, Any] = json.loads(known_path.read_text("utf-8")) if known_path.exists() else {}
    figures: dict[str, Any] = {}
    for path in sorted(folder.glob("*.json")):
        if path.name == known_path.name:
            continue
        problem = read_problem(json.loads(path.read_text("utf-8")))
        size = min(SELECTION_BARS, key=lambda count: abs(count - len(problem.options)))
        seconds, bar = SELECTION_BARS[size]
        floor = plan_value(problem, greedy(problem) or {})
        result = select(problem, seconds, gap=1e-4)
        figures[path.stem] = {
            "status": result.status,
            "value": round(result.value, 2),
            "bound": round(result.bound, 2),
            "gap": round(result.gap, 5),
            "seconds": round(result.seconds, 2),
            "reproducible": result.reproducible,
            "against_greedy": round(result.value / floor, 3) if floor > 0 else None,
            "best_known": known.get(path.name, {}).get("npv"),
            "bar": {"seconds": seconds, "gap": bar},
            "met": result.gap <= bar,
        }
    ratios = [one["against_greedy"] for one in figures.values() if one["against_greedy"]]
    if ratios:
        figures["mean_against_greedy"] = round(mean(ratios), 3)
    return figures


def planning(given: PlanInput, today: date) -> dict[str, Any]:
    """Plan an engagement, then the same with every initiative of the catalogue as a candidate, and preview slips."""
    there = {suggestion.initiative for suggestion in given.suggestions}
    rest = tuple(
        Suggestion(name, "bench", "bench", "bench") for name in given.catalogue.initiatives if name not in there
    )
    inputs = {"sample": given, "all initiatives": replace(given, suggestions=(*given.suggestions, *rest))}
    figures: dict[str, Any] = {}
    for name, (seconds, bar) in PLAN_BARS.items():
        begun = perf_counter()
        plan = make_plan(replace(inputs[name], time_limit=seconds))
        solution = plan.selection.solution
        figures[name] = {
            "candidates": len(plan.items) + len(plan.selection.excluded),
            "chosen": len(plan.items),
            "gap": round(solution.gap, 5),
            "seconds": round(solution.seconds, 2),
            "seconds_with_valuation_and_dates": round(perf_counter() - begun, 2),
            "reproducible": solution.reproducible,
            "bar": {"seconds": seconds, "gap": bar},
            "met": solution.gap <= bar,
        }
        if name == "sample":
            figures["slip preview"] = _previews(plan, today, given.catalogue)
    return figures


def _previews(plan: Plan, today: date, catalogue: Catalogue) -> dict[str, Any]:
    """Time what is shown before a slip is saved, for one item after the other."""
    times: list[float] = []
    for index in range(PREVIEWS):
        item = plan.items[index % len(plan.items)]
        change = Progress(item.initiative, "off_track", remaining_days=60, reported=today)
        begun = perf_counter()
        consequence(plan, {}, change, today, catalogue)
        times.append((perf_counter() - begun) * 1000)
    slowest = sorted(times)[int(0.95 * PREVIEWS) - 1]
    return {"p95_ms": round(slowest, 1), "bar_ms": PREVIEW_BAR, "met": slowest <= PREVIEW_BAR}

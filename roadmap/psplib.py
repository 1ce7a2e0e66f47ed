"""PSPLIB: the standard instances of resource-constrained project scheduling, so that the engine is measurable.

Format and instances: Kolisch & Sprecher, "PSPLIB - a project scheduling problem library", EJOR 96 (1997).
"""

import csv
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import mean, median
from time import perf_counter
from typing import Any

from roadmap.levelling import Levelled, level
from roadmap.network import Link, Network, NetworkInputError, Task

NUMBER = re.compile(r"-?\d+")
WORKERS = 2
"""Measured: two workers give the best makespans in a given time; plans of a client use one, to be repeatable."""


@dataclass(frozen=True, slots=True)
class Instance:
    """One project: tasks with daily loads, finish-to-start links, capacity per resource."""

    name: str
    network: Network
    capacity: dict[str, float]


def read_sm(text: str, name: str) -> Instance:
    """Read a single-mode ``.sm`` file. Raises `NetworkInputError` for anything else."""
    try:
        relations = _section(text, "PRECEDENCE RELATIONS:")
        requests = _section(text, "REQUESTS/DURATIONS:")
        limits = _section(text, "RESOURCEAVAILABILITIES:")[-1]
        links = tuple(Link(str(row[0]), str(after)) for row in relations for after in row[3 : 3 + row[2]])
        roles = [f"R{index + 1}" for index in range(len(limits))]
        tasks = tuple(
            Task(str(row[0]), row[2], load={role: use for role, use in zip(roles, row[3:], strict=True) if use})
            for row in requests
        )
    except (ValueError, IndexError):
        raise _not_single_mode(name) from None
    if any(row[1] != 1 for row in requests) or not tasks:
        raise _not_single_mode(name)
    capacity = {role: float(limit) for role, limit in zip(roles, limits, strict=True)}
    return Instance(name, Network(date(2026, 1, 5), tasks, links), capacity)


def _not_single_mode(name: str) -> NetworkInputError:
    return NetworkInputError(name, "is not a single-mode PSPLIB file (.sm).")


def _section(text: str, title: str) -> list[list[int]]:
    """Return the rows of numbers below a title, up to the next line of stars; headings are skipped."""
    if title not in text:
        raise ValueError(title)
    rows: list[list[int]] = []
    for line in text.split(title, 1)[1].splitlines()[1:]:
        if line.startswith("*"):
            break
        if re.fullmatch(r"[\s\d-]*\d[\s\d-]*", line) and not line.startswith("-"):
            rows.append([int(number) for number in NUMBER.findall(line)])
    return rows


def read_folder(folder: Path) -> Iterator[Instance]:
    """Yield every ``.sm`` file below ``folder``, also those packed in ``.tar.gz``, sorted by name."""
    for path in sorted(folder.rglob("*.sm")):
        yield read_sm(path.read_text("utf-8"), path.stem)
    for path in sorted(folder.glob("*.tar.gz")):
        with tarfile.open(path) as archive:
            for member in sorted(archive.getnames()):
                file = archive.extractfile(member) if member.endswith(".sm") else None
                if file is not None:
                    yield read_sm(file.read().decode("utf-8"), Path(member).stem)


def best_known(folder: Path) -> dict[str, int]:
    """Return the best known makespans from the ``best_known*.csv`` files of a folder (columns instance, ub)."""
    found: dict[str, int] = {}
    for path in sorted(folder.glob("best_known*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found.update((row["instance"], int(row["ub"])) for row in csv.DictReader(file))
    return found


def faults(instance: Instance, levelled: Levelled) -> list[str]:
    """Check a dated instance independently of the solver; an empty list means that it is valid."""
    dated = levelled.schedule.tasks
    found = [
        f"{link.before} → {link.after}"
        for link in instance.network.links
        if dated[link.after].early.start < dated[link.before].early.finish
    ]
    for role, limit in instance.capacity.items():
        for day in range(levelled.length):
            used = sum(
                task.load.get(role, 0)
                for task in instance.network.tasks
                if dated[task.id].early.start <= day < dated[task.id].early.finish
            )
            if used > limit:
                found.append(f"{role} on day {day}")
    return found


def run(folder: Path, seconds: float = 10.0, *, limit: int | None = None) -> dict[str, Any]:
    """Date every instance below ``folder`` (every n-th so that at most ``limit`` are taken) and return the figures."""
    instances = list(read_folder(folder))
    if not instances:
        raise NetworkInputError(str(folder), "holds no PSPLIB file (.sm).")
    known = best_known(folder)
    step = 1 if limit is None else max(1, -(-len(instances) // limit))
    sets: dict[str, list[dict[str, Any]]] = {}
    for instance in instances[::step]:
        begun = perf_counter()
        levelled = level(
            instance.network,
            instance.capacity,
            deterministic_time=1e9,
            seconds=seconds,
            workers=WORKERS,
            compact=False,
        )
        row = {
            "seconds": perf_counter() - begun,
            "proven": levelled.status == "optimal",
            "valid": not faults(instance, levelled),
            "gap": levelled.length / known[instance.name] - 1 if instance.name in known else None,
        }
        sets.setdefault(f"{len(instance.network.tasks) - 2} tasks", []).append(row)
    return {name: _summary(rows) for name, rows in sets.items()}


def _summary(rows: list[dict[str, Any]]) -> dict[str, Any]:
    gaps = [row["gap"] for row in rows if row["gap"] is not None]
    return {
        "instances": len(rows),
        "proven": sum(row["proven"] for row in rows),
        "proven_share": round(mean(row["proven"] for row in rows), 4),
        "valid": sum(row["valid"] for row in rows),
        "best_known_reached": sum(gap <= 0 for gap in gaps) if gaps else None,
        "mean_gap_to_best_known": round(mean(gaps), 5) if gaps else None,
        "median_seconds": round(median(row["seconds"] for row in rows), 3),
        "total_seconds": round(sum(row["seconds"] for row in rows), 1),
    }

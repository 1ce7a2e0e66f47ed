"""From what was seen to a level: each point has its table, and each table runs one way. Q048, Q049."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from questionnaires.checking import shapes
from questionnaires.checking.anchors import LEVELS
from questionnaires.checking.ground import At, Ground, inside

NEEDS: Mapping[str, frozenset[str]] = {
    "level": frozenset(),
    "text": frozenset(),
    "observe": frozenset({"test", "levels"}),
    "choice": frozenset({"test", "options"}),
    "measure": frozenset({"test", "unit", "levels"}),
    "checks": frozenset({"test", "code_list", "unit", "levels"}),
}
"""What a question of a kind has, besides what all have; nothing else of the rest."""

ALL: tuple[str, ...] = ("test", "unit", "levels", "options", "code_list")


def check(ground: Ground) -> None:
    """Note points that cannot be read into levels."""
    for at, point in (*((a, q) for a, q, _ in ground.questions), *ground.mystery):
        _complete(ground, at, point)
        if isinstance(point.levels, shapes.YesNo):
            levels: Sequence[int] = [point.levels.yes, point.levels.no]
            _within(ground, inside(at, "levels"), point.id, levels)
        elif point.levels:
            _table(ground, inside(at, "levels"), point.id, point.levels)
        given = [option.level for option in point.options if option.level is not None]
        _within(ground, inside(at, "options"), point.id, given)
    for at, request in ground.requests:
        if request.levels:
            _table(ground, inside(at, "levels"), request.id, request.levels)
        if bool(request.levels) != (request.unit is not None):
            lacking = "unit" if request.levels else "levels"
            ground.error("Q048.missing", at, id=request.id, kind="request", name=lacking)


def _complete(ground: Ground, at: At, point: shapes.Point) -> None:
    """Note what a point lacks or has in vain; what is only noted has no table, and a table of the wrong kind (yes and no, or lines) is none."""
    has = {name for name in ALL if getattr(point, name)}
    if isinstance(point.levels, shapes.YesNo) != (point.kind == "observe"):
        has.discard("levels")
    needs = NEEDS[point.kind] - ({"levels"} if point.noted else set())
    for name in sorted(needs - has):
        ground.error("Q048.missing", at, id=point.id, kind=point.kind, name=name)
    for name in sorted(has - needs):
        ground.error("Q048.extra", inside(at, name), id=point.id, kind=point.kind, name=name)


def _within(ground: Ground, at: At, name: str, levels: Sequence[int]) -> None:
    for level in levels:
        if level not in LEVELS:
            ground.error("Q049.level", at, id=name, level=level)


def _table(ground: Ground, at: At, name: str, steps: Sequence[shapes.Step]) -> None:
    """All lines but the last have one bound, of one kind; bounds and levels never turn round."""
    _within(ground, at, name, [step.level for step in steps])
    if steps[-1].at_most is not None or steps[-1].at_least is not None:
        ground.error("Q049.rest", at, id=name)
        return
    most = [step.at_most for step in steps[:-1] if step.at_most is not None]
    least = [-step.at_least for step in steps[:-1] if step.at_least is not None]
    bounds = most or least
    falling = [step.level for step in steps]
    one_kind = not (most and least) and len(bounds) == len(steps) - 1
    one_way = falling in (sorted(falling), sorted(falling, reverse=True)) and all(a < b for a, b in pairwise(bounds))
    if not (one_kind and one_way):
        ground.error("Q049.order", at, id=name)

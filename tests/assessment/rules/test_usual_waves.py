"""What a trade usually begins with has a place in every plan: now, later, there already, or left out for a reason."""

from dataclasses import dataclass, field, replace
from datetime import date
from types import SimpleNamespace

import pytest

from assessment.usual_waves import UsualPlace, usual_places
from roadmap.plan import Reason

MAY = date(2027, 5, 10)


@dataclass
class Planned:
    """The parts of a plan that are read."""

    items: tuple[SimpleNamespace, ...] = ()
    already_there: dict[str, Reason] = field(default_factory=dict)
    forbidden: dict[str, Reason] = field(default_factory=dict)
    excluded: dict[str, Reason] = field(default_factory=dict)

    @property
    def selection(self) -> SimpleNamespace:
        return SimpleNamespace(excluded=self.excluded)


@pytest.fixture
def trade(pack):
    return replace(pack.industries["home"], first_wave=("A", "B", "C"), next_wave=("D",))


def item(ident: str, wave: int) -> SimpleNamespace:
    return SimpleNamespace(initiative=ident, wave=wave, start=MAY)


def test_what_is_planned_is_on_time_or_later_than_usual(trade):
    plan = Planned((item("A", 1), item("B", 2), item("C", 3), item("D", 2), item("E", 1)))
    assert usual_places(trade, plan) == (
        UsualPlace("A", 1, "on_time", 1, MAY),
        UsualPlace("B", 1, "later", 2, MAY),
        UsualPlace("C", 1, "later", 3, MAY),
        UsualPlace("D", 2, "on_time", 2, MAY),
    )


def test_what_usually_follows_may_come_sooner(trade):
    assert usual_places(trade, Planned((item("D", 1),)))[-1] == UsualPlace("D", 2, "on_time", 1, MAY)
    assert usual_places(trade, Planned((item("D", 3),)))[-1] == UsualPlace("D", 2, "later", 3, MAY)


def test_what_is_not_planned_says_why(trade):
    there, barred, short = Reason("already_done", {"id": "A"}), Reason("forbidden", {}), Reason("budget", {})
    plan = Planned((), {"A": there}, {"B": barred}, {"C": short})
    assert usual_places(trade, plan) == (
        UsualPlace("A", 1, "there", reason=there),
        UsualPlace("B", 1, "left_out", reason=barred),
        UsualPlace("C", 1, "left_out", reason=short),
        UsualPlace("D", 2, "left_out", reason=Reason("unasked", {})),
    )


def test_a_trade_without_usual_waves_has_no_places(trade):
    assert usual_places(replace(trade, first_wave=(), next_wave=()), Planned()) == ()

"""From what was seen to a level: every table against cases worked out by hand, and laws over all tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires import LocaleText, Question, level_of, load_library, ticked
from questionnaires.readings import Reading, Step

LIBRARY = load_library()
POINTS = {q.id: q for q in (*LIBRARY.instruments["visit"].questions, *LIBRARY.mystery.points)}
READINGS = {
    **{key: q.reading for key, q in POINTS.items() if q.reading and not q.noted},
    **{r.id: r.reading for r in LIBRARY.requests if r.reading},
}

BY_HAND = {
    "O.MEM1.1": {"": 1, "mall": 1, "mall live": 2, "mall live event content": 2, "mall live event content referral": 2}
    | {"mall staff_code red_packet group_buy referral live": 2}
    | {"mall staff_code red_packet group_buy referral live event content": 2},
    "O.MEM1.2": {12: None, 600: None},
    "O.MEM1.3": {"yes": None, "no": None},
    "O.MEM2.1": {0: 1, 1: 2, 2: 2, 3: 3, 4: 3, 5: 3},
    "O.MEM2.2": {"unknown": 1, "by_hand": 2, "same_file": 3, "live": 3},
    "O.DIG3.1": {1: 3, 2: 2, 3: 1, 7: 1},
    "O.SAL1.1": {"talk": 1, "own_phone": 2, "library": 3, "by_type": 4},
    "O.SAL1.2": {"yes": None, "no": None},
    "O.RES5.1": {30: 3, 60: 3, 61: 2, 599: 2, 600: 1},
    "O.RES5.2": {"no_case": 1, "no_consent": 2, "consent": 3, "tracked": 4},
    "O.SAL5.1": {"counter": 1, "rekeyed": 2, "on_the_spot": 3, "linked": 4},
    "O.SAL5.2": {"wait": 1, "paper": 2, "other_device": 3, "syncs": 3},
    "O.DIG5.1": {0: 1, 19: 1, 20: 2, 49: 2, 50: 3, 79: 3, 80: 3, 100: 3},
    "O.DIG5.2": {0: None, 3: None, 5: None},
    "O.SVC2.1": {"unknown": 1, "chat": 2, "reminded": 3, "prepared": 4},
    "O.SVC3.1": {0: 2, 1: 2, 5: 2, 6: 1},
    "O.SVC4.1": {"original": 1, "phone": 2, "online": 3, "anywhere": 4},
    "O.SVC5.1": {0: 1, 1: 2, 2: 3},
    "O.SVC5.2": {"nothing": 1, "own": 2, "taught": 3, "logged": 3},
    "O.OPS3.1": {"none": 1, "by_word": 2, "checklist": 3, "task": 4},
    "O.OPS6.1": {"no_notice": 1, "open_data": 2, "kept": 3, "reviewed": 4},
    "O.BIZ2.1": {"copied": 1, "imported": 2, "automatic": 3, "status": 4},
    "O.BIZ3.1": {5: 3, 60: 3, 61: 2, 600: 2, 3600: 1},
    "O.BIZ5.1": {"paper": 1, "chat": 2, "system": 3, "alerted": 4},
    "Y.SVC2.1": {"unknown": 1, "found": 2, "listed": 3, "prepared": 4},
    "Y.SAL1.1": {0: 1, 1: 2, 3: 2, 4: 2},
    "Y.SVC3.1": {0: 2, 5: 2, 6: 1},
    "Y.SAL4.1": {"blanket": 1, "verbal": 2, "coupon": 3},
    "Y.SAL5.1": {"counter": 1, "rekeyed": 2, "on_the_spot": 3, "linked": 3},
    "Y.SVC5.1": {"yes": 2, "no": 1},
    "Y.SAL3.1": {15: 2, 4319: 2, 4320: 1},
    "Y.SAL2.1": {"yes": 3, "no": 1},
    "Y.SVC6.1": {"none": 1, "by_hand": 2, "automatic": 3, "recovered": 3},
    "Y.SVC4.1": {"original": 1, "phone": 2, "online": 3, "anywhere": 4},
}
"""What a consultant reads from each sight, by the anchors of its capability."""


CAPS = {
    "O.MEM1.1": (2, "level 3 wants the source of each member on record, which no entrance shows"),
    "O.SVC3.1": (2, "level 3 wants order, trial and progress; a wait shows one of them"),
    "O.SVC5.1": (3, "level 4 wants how often it is done read beside satisfaction"),
    "O.SVC5.2": (3, "level 4 wants how often it is done read beside satisfaction"),
    "O.SAL1.1": (4, "level 5 wants what each item adds to sales"),
    "O.RES5.1": (3, "level 4 wants use in deals counted"),
    "O.RES5.2": (4, "level 5 wants customers sending in cases of their own"),
    "O.DIG5.1": (3, "level 4 wants it used without being told; a log shows only that it was used"),
    "O.MEM2.1": (3, "level 4 wants nine in ten members; five receipts of one store do not show that"),
    "O.MEM2.2": (3, "the link of shop and till holds for every member; level 4 wants nine in ten, each with a source"),
    "O.DIG3.1": (3, "level 4 wants monthly checks against a limit"),
    "O.SAL5.1": (4, "level 5 wants what a payment triggers"),
    "O.SAL5.2": (3, "level 4 wants deposit, balance, online and store in one order"),
    "O.SVC2.1": (4, "level 5 wants slots released by capacity and no-shows"),
    "O.SVC4.1": (4, "level 5 wants causes analysed and returns falling"),
    "O.OPS3.1": (4, "level 5 wants execution held against results"),
    "O.OPS6.1": (4, "level 5 wants a yearly audit and drill"),
    "O.BIZ2.1": (4, "level 5 wants one number up to after-sales"),
    "O.BIZ3.1": (3, "level 4 wants it reserved on the spot; the stopwatch shows a look-up"),
    "O.BIZ5.1": (4, "level 5 wants staff and goods following a forecast"),
    "Y.SVC2.1": (4, "level 5 wants slots released by capacity and no-shows"),
    "Y.SAL1.1": (2, "level 3 wants one shared library, which a customer does not see"),
    "Y.SVC3.1": (2, "level 3 wants order, trial and progress; a wait shows one of them"),
    "Y.SAL4.1": (3, "level 4 wants redemption and margin of each coupon"),
    "Y.SAL5.1": (3, "level 4 wants deposit and balance in one order; a small thing has no deposit"),
    "Y.SVC5.1": (2, "level 3 wants it written down and taught"),
    "Y.SAL3.1": (2, "level 3 wants a system that holds the time of the next contact"),
    "Y.SAL2.1": (3, "level 4 wants alerts by themselves"),
    "Y.SVC6.1": (3, "level 4 wants the case closed on record"),
    "Y.SVC4.1": (4, "level 5 wants causes analysed and returns falling"),
}
"""The highest level one sight speaks for, and what the next anchor asks that it does not show."""


def levels_of(point):
    """Return every level a table can lead to."""
    return {step.level for step in point.reading.steps} if point.reading else {o.level for o in point.options}


def test_no_sight_speaks_for_more_than_it_shows():
    tables = {key: levels_of(q) - {None} for key, q in POINTS.items() if q.kind not in {"level", "text"}}
    assert {key: max(levels) for key, levels in tables.items() if levels} == {
        key: cap for key, (cap, _) in CAPS.items()
    }


def test_every_measured_number_has_a_bound_that_its_table_stays_within():
    measured = {key: q.reading for key, q in POINTS.items() if q.kind == "measure"}
    assert {key for key, reading in measured.items() if reading.highest is None} == set()
    bounds = {
        key: max(filter(None, (s.at_most or s.at_least for s in r.steps)), default=0) for key, r in measured.items()
    }
    assert {key for key, bound in bounds.items() if bound > measured[key].highest} == set()


def test_every_point_was_worked_out_by_hand():
    assert set(BY_HAND) == {key for key, q in POINTS.items() if q.kind not in {"level", "text"}}


@pytest.mark.parametrize("key", BY_HAND)
def test_a_sight_speaks_for_the_level_worked_out_by_hand(key):
    assert {value: level_of(POINTS[key], value) for value in BY_HAND[key]} == BY_HAND[key]


@pytest.mark.parametrize("key", BY_HAND)
def test_every_option_was_worked_out(key):
    point = POINTS[key]
    if point.kind in {"observe", "choice"}:
        assert {option.id for option in point.options} == set(BY_HAND[key])


@pytest.mark.parametrize(
    ("key", "number", "level"),
    [
        ("D.MEM2", 95, 4),
        ("D.MEM2", 60, 3),
        ("D.MEM2", 59, 2),
        ("D.MEM2", 0, 1),
        ("D.MEM3", 80, 4),
        ("D.MEM3", 50, 3),
        ("D.MEM3", 49, 2),
        ("D.DIG7", 0, 3),
        ("D.DIG7", 1, 2),
    ],
)
def test_a_number_that_was_sent(key, number, level):
    assert READINGS[key].level(number) == level


@given(st.sampled_from(sorted(READINGS)), st.integers(0, 100), st.integers(0, 100))
def test_more_never_turns_round(key, one, other):
    reading = READINGS[key]
    low, high = sorted(min(number, reading.highest or number) for number in (one, other))
    quick_is_good = any(step.at_most is not None for step in reading.steps)
    levels = reading.level(low) or 0, reading.level(high) or 0
    assert levels == tuple(sorted(levels, reverse=quick_is_good))


@given(st.sampled_from(sorted(READINGS)), st.integers(0, 100))
def test_every_number_has_a_level(key, number):
    reading = READINGS[key]
    assert reading.level(min(number, reading.highest or number)) in {1, 2, 3, 4, 5}


@given(st.data())
def test_one_more_tick_never_lowers(data):
    point = POINTS["O.MEM1.1"]
    names = [option.id for option in point.options]
    seen = data.draw(st.lists(st.sampled_from(names), unique=True))
    more = data.draw(st.sampled_from(names))
    fewer, many = level_of(point, " ".join(seen)), level_of(point, " ".join({*seen, more}))
    assert fewer is not None
    assert many is not None
    assert many >= fewer


def test_a_tick_counts_once():
    assert level_of(POINTS["O.MEM1.1"], "mall mall mall") == 1
    assert ticked("") == ()


def test_an_anchored_answer_is_its_own_level():
    question = LIBRARY.instruments["manager"].question("M.MEM2")
    assert [level_of(question, n) for n in (1, 5)] == [1, 5]


def test_words_have_no_level():
    assert level_of(LIBRARY.instruments["manager"].question("M.open.1"), "丢在报价") is None


def test_a_measure_without_table_has_no_level():
    words = LocaleText("几分钟", "How many minutes")
    question = Question("O.X.1", "measure", "tests", words, None, (), None, 60, test="stopwatch")
    assert level_of(question, 3) is None


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("O.SVC3.1", -1),
        ("O.SVC3.1", "3"),
        ("O.SVC3.1", True),
        ("O.MEM1.2", -1),
        ("O.DIG5.1", 101),
        ("O.SVC5.1", 42),
        ("O.MEM2.1", 17),
        ("O.DIG5.2", 6),
        ("O.MEM1.2", 601),
        ("O.SAL1.1", "magic"),
        ("O.MEM1.3", "maybe"),
        ("O.MEM1.3", 1),
        ("O.MEM1.1", "mall magic"),
        ("V.ORG1", 6),
        ("V.ORG1", "3"),
    ],
)
def test_what_cannot_be_seen_is_refused(key, value):
    with pytest.raises(ValueError, match=r"is no number of|cannot be answered by"):
        level_of(POINTS[key], value)


def test_the_first_line_that_holds_decides():
    reading = Reading("minutes", (Step(5, at_least=2, at_most=3), Step(1)))
    assert [reading.level(n) for n in (1, 2, 3, 4)] == [1, 5, 5, 1]

from fractions import Fraction

from scoring.capability_level import assess_capability
from scoring.coverage import capability_coverage
from scoring.observation import Adjudication, Stratum


def assess(plant, answers, **more):
    return assess_capability("A", answers, plant({"index": {"A": 1}}), **more).score


def test_groups_weigh_one_two_three_three(plant, say):
    answers = [
        say("A", 5, "E", "ceo"),
        say("A", 4, "F", "s1"),
        say("A", 3, "V", "s1"),
        say("A", 1, "D", "log"),
    ]
    assert assess(plant, answers).level == Fraction(5 + 2 * 4 + 3 * 3 + 3 * 1, 9)


def test_a_group_that_did_not_answer_drops_out(plant, say):
    assert assess(plant, [say("A", 5, "E", "ceo"), say("A", unit="s1")]).level == 5


def test_who_is_asked_out_of_role_weighs_nothing(plant, say):
    made = assess(plant, [say("A", 2, "E", "cmo"), say("A", 5, "E", "cfo", owner=False)])
    assert (made.level, made.groups["E"].units, len(made.answers)) == (2, 1, 2)


def test_an_adjudication_replaces_the_level_and_keeps_what_was_said(plant, say):
    ruling = Adjudication("A", 2.5, "seen otherwise", "lead", "2026-09-01")
    made = assess(plant, [say("A", 5, "V", "s1"), say("A", unit="s2")], adjudication=ruling)
    assert (made.level, made.claimed, made.adjudicated, made.coverage, made.bounds) == (
        Fraction(5, 2),
        5,
        True,
        1,
        (Fraction(5, 2), Fraction(5, 2)),
    )
    assert made.groups["V"].verified == 5
    silent = assess(plant, [], adjudication=ruling)
    assert (silent.level, silent.claimed, silent.state) == (Fraction(5, 2), Fraction(5, 2), "scored")


def test_below_sixty_percent_there_is_no_number(plant, say):
    five = [say("A", 3, unit=f"s{i}") for i in range(3)]
    enough = assess(plant, [*five, say("A", unit="s3"), say("A", unit="s4")])
    assert (enough.state, enough.coverage) == ("scored", Fraction(3, 5))
    short = assess(plant, [*five, *(say("A", unit=f"t{i}") for i in range(3))])
    assert (short.state, short.level, short.claimed, short.bounds) == ("insufficient", None, None, (1, 5))


def test_coverage_is_that_of_the_strongest_group(plant, say):
    made = assess(plant, [say("A", 3, "E", "ceo"), say("A", 3, "V", "s1"), say("A", unit="s2")])
    assert (made.coverage, made.state) == (Fraction(1, 2), "insufficient")


def test_between_equally_strong_groups_the_better_covered_counts(plant, say):
    made = assess(plant, [say("A", 3, "D", "log"), say("A", 3, "V", "s1"), say("A", unit="s2")])
    assert made.coverage == 1


def test_coverage_without_any_answer_is_zero():
    assert capability_coverage({}, {"E": 1}) == 0


def test_a_group_of_weight_zero_gives_no_level(plant, say):
    made = assess_capability(
        "A", [say("A", 3, "E")], plant({"index": {"A": 1}}, group_weights={"E": Fraction(0)})
    ).score
    assert (made.level, made.state) == (None, "missing")


def test_only_an_approved_na_is_not_applicable(plant, say):
    approved = say("A", unit="a", state="not_applicable", approver="lead")
    assert assess(plant, [approved]).state == "not_applicable"
    assert assess(plant, [approved, say("A", unit="b", state="not_applicable")]).state == "missing"
    assert assess(plant, []).state == "missing"


def test_stores_never_seen_are_inside_the_bounds(plant, say):
    register = (Stratum("x", 10), Stratum("y", 30))
    answers = [say("A", 3, unit=f"s{i}", stratum="x") for i in range(4)]
    made = assess(plant, [*answers, say("A", 3, "E", "ceo")], strata=register)
    # V: a quarter seen at 3, three quarters at 1 or at 5; V weighs 3, E weighs 1
    low, high = (Fraction(3, 4) + Fraction(3, 4) * 1), (Fraction(3, 4) + Fraction(3, 4) * 5)
    assert made.bounds == ((3 * low + 3) / 4, (3 * high + 3) / 4)
    assert made.level == 3

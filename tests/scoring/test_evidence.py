import pytest

from scoring.evidence import confidence, own_cap, supports, verified_values

WEIGHTS = {"E": 1, "F": 2, "V": 3, "D": 3}


@pytest.mark.parametrize(
    ("shown", "cap"),
    [
        ((), 3),
        (("statement",), 3),
        (("document",), 4),
        (("screenshot",), 4),
        (("demonstration",), 5),
        (("photo_timed",), 5),
        (("export",), 5),
        (("statement", "document"), 4),
        (("hearsay",), 3),
    ],
)
def test_what_one_answer_can_prove_by_itself(shown, cap, evidence_rule):
    assert own_cap(shown, evidence_rule) == cap


def verified(answers, rule, weights=WEIGHTS):
    return verified_values(answers, rule, weights)


def test_a_claim_of_five_by_word_is_worth_three(say, evidence_rule):
    assert verified([say("A", 5, "E", "ceo", "a", evidence=())], evidence_rule) == {"a": 3}


def test_an_over_claim_beside_a_lower_export_stays_where_it_was(say, evidence_rule):
    answers = [say("A", 5, "E", "ceo", "said", evidence=()), say("A", 3, "D", "log", "export")]
    assert verified(answers, evidence_rule) == {"said": 3, "export": 3}


def test_corroboration_by_another_group_helps(say, evidence_rule):
    answers = [say("A", 5, "E", "ceo", "said", evidence=()), say("A", 4, "D", "log", "export")]
    assert verified(answers, evidence_rule)["said"] == 4


def test_the_own_group_corroborates_nothing(say, evidence_rule):
    answers = [say("A", 5, "E", "ceo", "said", evidence=()), say("A", 5, "E", "coo", "shown")]
    assert verified(answers, evidence_rule) == {"said": 3, "shown": 5}


@pytest.mark.parametrize(("one", "other", "value"), [("document", "export", 5), ("document", "screenshot", 4)])
def test_two_different_kinds_from_two_sources_make_a_pair(one, other, value, say, evidence_rule):
    answers = [
        say("A", 5, "V", "s1", "a", evidence=(one,)),
        say("A", 2, "V", "s2", "b", evidence=(other,)),
    ]
    assert verified(answers, evidence_rule)["a"] == value


def test_a_statement_never_counts_for_a_pair(say, evidence_rule):
    answers = [
        say("A", 5, "V", "s1", "a", evidence=("document",)),
        say("A", 1, "V", "s2", "b", evidence=("statement",)),
    ]
    assert verified(answers, evidence_rule)["a"] == 4


def test_one_source_makes_no_pair_with_itself(say, evidence_rule):
    rule = evidence_rule
    both = [
        say("A", 5, "V", "s1", "a", evidence=("document",)),
        say("A", 1, "V", "s1", "b", evidence=("export",)),
    ]
    assert verified(both, rule)["a"] == 4
    others = [*both, say("A", 1, "V", "s1", "c", respondent="guide", evidence=("export",))]
    assert verified(others, rule)["a"] == 5


def test_an_answer_with_two_kinds_pairs_with_either_of_them(say, evidence_rule):
    rule = type(evidence_rule)({"statement": 3, "document": 3, "export": 3}, evidence_rule.families, 5)
    alone = say("A", 5, "V", "s1", "a", evidence=("document", "export"))
    beside = say("A", 1, "V", "s2", "b", evidence=("export",))
    assert verified([alone], rule) == {"a": 3}
    assert verified([alone, beside], rule) == {"a": 5, "b": 1}


def test_who_weighs_nothing_corroborates_nothing(say, evidence_rule):
    outsider = say("A", 5, "E", "cfo", "o", owner=False)
    told = say("A", 5, "V", "s1", "a", evidence=())
    assert verified([outsider, told], evidence_rule)["a"] == 3
    silent = say("A", 5, "D", "log", "d")
    assert verified([silent, told], evidence_rule, {**WEIGHTS, "D": 0})["a"] == 3


def test_support_says_why(say, evidence_rule):
    answers = [
        say("A", 5, "E", "ceo", "said", evidence=()),
        say("A", 4, "D", "log", "export"),
        say("A", 3, "V", "s1", "seen", evidence=("document",)),
        say("A", answer="unknown"),
    ]
    why = supports(answers, evidence_rule, WEIGHTS)
    assert why.keys() == {"said", "export", "seen"}
    assert (why["said"].cap, why["said"].others, why["said"].corroborated_by) == (3, 4, ("export",))
    assert (why["seen"].cap, why["seen"].paired, why["seen"].corroborated_by) == (5, True, ())
    values = verified(answers, evidence_rule)
    assert {a: min(s.claimed, max(s.cap, s.others)) for a, s in why.items()} == values


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        ([], "none"),
        ([("E", ())], "low"),
        ([("E", ("statement",)), ("F", ())], "low"),
        ([("F", ("document",))], "medium"),
        ([("V", ("export",))], "medium"),
        ([("V", ("document",)), ("E", ())], "medium"),
        ([("V", ("photo_timed",)), ("E", ())], "high"),
    ],
)
def test_confidence(answers, level, say, evidence_rule):
    observations = [say("A", 3, group, group, evidence=shown) for group, shown in answers]
    assert confidence(observations, evidence_rule) == level


def test_confidence_is_not_raised_by_who_was_asked_out_of_role(say, evidence_rule):
    assert confidence([say("A", 3, "E", "cfo", owner=False)], evidence_rule) == "none"

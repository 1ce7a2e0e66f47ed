"""Coverage, targets, perception and the input of the plan."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.coverage import coverage_of
from assessment.engagement import CompanyProfile, Person, Silo, Store
from assessment.fieldwork import DocumentFinding, Fieldwork, VisitFinding
from assessment.industries import TargetChange
from assessment.observing import observations_of
from assessment.perception import kind_of, perception_suggestions
from assessment.situation import blackout_months, constraints_of, silo_suggestions, standing_of
from assessment.targets import reachable_levels
from assessment.wave import industry_of, read_wave, score_wave, scoring_profile, targets_of
from questionnaires import Answer, LocaleText
from scoring.sheet import PerceptionGap

HOME = CompanyProfile("禾屿", "home", "hub_existing")
WHY = LocaleText("研讨会", "workshop")


def test_coverage_counts_stores_not_forms(pack):
    stores = tuple(Store(f"S{i}", f"店{i}", "own", "standard", "t12", stratum="a" if i < 3 else "b") for i in (1, 2, 3))
    people = (
        Person("P1", "老板", "executive", ("owner",)),
        Person("P2", "没谈", "executive", ("sales",)),
        *(Person(f"M{i}", f"店长{i}", "manager", store=f"S{i}") for i in (1, 2, 3)),
        Person("M1b", "副店长", "manager", store="S1"),
    )
    answers = {
        ("P1", "executive"): {"E.STR1": Answer("E.STR1", 3)},
        ("M1", "manager"): {"M.RES5": Answer("M.RES5", 3), "M.MEM2": Answer("M.MEM2", None, "dont_know")},
        ("M1b", "manager"): {"M.RES5": Answer("M.RES5", 4)},
        ("M3", "manager"): {"M.RES5": Answer("M.RES5", None, "skipped")},
    }
    work = Fieldwork(
        stores,
        people,
        answers,
        visits=(VisitFinding("S2", "MEM2", 2), VisitFinding("S2", "MEM1", 2)),
        documents=(DocumentFinding("HQ", "MEM2", 2), DocumentFinding("HQ", "DIG3", None, "dont_know")),
    )
    seen = observations_of(pack.library, work, tuple(pack.library.framework.capabilities))
    assert coverage_of(pack.library, work, seen).evidence_share == 0
    shown = Answer("M.RES5", 3, evidence=("statement", "screenshot"))
    proven = replace(work, answers={**answers, ("M1", "manager"): {"M.RES5": shown}})
    covered = coverage_of(
        pack.library, proven, observations_of(pack.library, proven, tuple(pack.library.framework.capabilities))
    )
    assert covered.evidence_share == pytest.approx(1 / 6)  # one of six answered levels shows more than words
    covered = coverage_of(pack.library, work, seen)
    assert (covered.stores, covered.forms_asked, covered.forms_returned, covered.executives) == (3, 3, 2, 1)
    assert (covered.visits, covered.documents, covered.answers) == (1, 1, 8)  # the skipped one is no answer
    assert covered.dont_know_share == pytest.approx(2 / 8)
    assert covered.by_stratum == {"a": (1, 2), "b": (1, 1)}
    assert covered.missing_forms == ("S2",)
    handed_in = coverage_of(pack.library, work, seen, submitted=("M1", "P1"))
    assert (handed_in.forms_returned, handed_in.missing_forms) == (1, ("S2", "S3"))


def test_weights_are_the_trades_with_what_the_consultant_changed(pack):
    profile = replace(HOME, dimension_weights={"RES": 20})
    weights = scoring_profile(profile, pack.industries["home"]).dimension_weights
    assert (weights["RES"], weights["SAL"]) == (20, 16)


def test_an_unknown_trade_falls_back_on_the_generic_one(pack):
    assert industry_of(replace(HOME, industry="pets"), pack).id == "generic"


def test_targets_default_trade_workshop_reach(pack):
    trade = replace(pack.industries["home"], targets=(TargetChange("STR6", 4, WHY), TargetChange("MEM1", 4, WHY)))
    changed = replace(pack, industries={**pack.industries, "home": trade})
    wishes = (TargetChange("MEM1", 3.5, WHY), TargetChange("BIZ3", 3, WHY), TargetChange("NO1", 5, WHY))
    chosen = targets_of(HOME, wishes, changed)
    levels = chosen.targets.levels
    assert (levels["ORG1"], levels["SAL1"]) == (3, 4)  # SAL is among the heaviest areas of the trade
    assert (levels["STR6"], chosen.origins["STR6"]) == (4, "industry")
    assert (levels["MEM1"], chosen.origins["MEM1"]) == (
        Fraction(7, 2),
        "workshop",
    )  # the workshop goes before the trade
    assert (levels["BIZ3"], chosen.reasons["BIZ3"]) == (3, WHY)
    assert "NO1" not in levels
    assert chosen.targets.reasons["STR6"] == "industry"
    assert "ORG1" not in chosen.targets.reasons


def test_a_wish_above_what_any_initiative_leads_to_is_capped(pack):
    reach = reachable_levels(pack.catalogue, ["RES3", "STR4"])
    assert reach == {"RES3": 4, "STR4": 4}
    chosen = targets_of(HOME, (TargetChange("RES3", 5, WHY),), pack)
    assert (chosen.targets.levels["RES3"], chosen.origins["RES3"]) == (4, "capped")
    assert chosen.reasons["RES3"] == WHY


def test_barred_initiatives_lead_nowhere(pack):
    everything = [i.id for i in pack.catalogue.initiatives.values() if any(r.capability == "RES3" for r in i.raises)]
    assert reachable_levels(pack.catalogue, ["RES3"], everything) == {"RES3": 5}  # nothing touches it: no cap known


def test_a_core_assessment_has_targets_for_its_26_capabilities_only(pack):
    assert len(targets_of(replace(HOME, scope="core"), (), pack).targets.levels) == 26


def test_needs_weigh_on_the_priority_of_gaps(pack, sample):
    plain = read_wave(sample.profile, sample.work, (), sample.targets, pack)
    weighed = read_wave(sample.profile, sample.work, sample.needs, sample.targets, pack)
    assert plain.sheet.digest == weighed.sheet.digest
    before, after = ({g.capability: g.priority for g in w.gaps} for w in (plain, weighed))
    assert after["SAL2"] == before["SAL2"] * Fraction(3, 2)
    assert after["RES1"] == before["RES1"]


def gap(delta: float, verdict: str, *, called: bool | None = None, unknown: Fraction = Fraction(0)) -> PerceptionGap:
    d = Fraction(str(delta))
    return PerceptionGap(d, Fraction(3), (Fraction(3), Fraction(3)), 1, "F", 3 - d, 20, unknown, verdict, called=called)


@pytest.mark.parametrize(
    ("made", "kind"),
    [
        (gap(1.2, "gap", called=True), "ahead"),
        (gap(-1.2, "gap", called=True), "hidden"),
        (gap(1.2, "gap"), "ahead"),  # not tested: too few stores for an error, but the difference is clear
        (gap(1.2, "gap", called=False), None),
        (gap(0.7, "watch", called=True), "ahead"),
        (gap(0.7, "watch"), None),
        (gap(0.2, "aligned"), None),
        (gap(0.2, "aligned", unknown=Fraction(4, 10)), "not_communicated"),
        (gap(0.2, "aligned", unknown=Fraction(3, 10)), None),
        (gap(2, "hidden", unknown=Fraction(1, 2)), None),
    ],
)
def test_what_a_perception_gap_means(made, kind):
    assert kind_of(made) == kind


def test_perception_suggestions_come_largest_difference_first(pack, sample):
    sheet = score_wave(sample.profile, sample.work, pack)
    found = perception_suggestions(sheet, pack.perception)
    assert found[0].origin == "RES5"  # stores do more than head office believes
    assert (found[0].initiative, found[0].code) == ("I-RES01", "suggest.perception.hidden")
    assert found[0].params["delta"] == pytest.approx(-1.73, abs=0.01)
    deltas = [abs(s.params["delta"]) for s in found]
    assert deltas == sorted(deltas, reverse=True)


@pytest.mark.parametrize(
    ("start", "ranges", "expected"),
    [
        (date(2026, 12, 1), [(2, 2), (9, 10)], (2, 9, 10, 14)),
        (date(2026, 2, 15), [(2, 2)], (0, 12)),
        (date(2026, 6, 1), [(11, 2)], (5, 6, 7, 8, 17)),  # over the turn of the year
        (date(2026, 6, 1), [], ()),
        (date(2026, 6, 1), [(1, 12)], tuple(range(18))),
    ],
)
def test_peak_season_becomes_month_numbers_from_the_start(start, ranges, expected):
    assert blackout_months(start, ranges, 18) == expected


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 12), st.integers(1, 12))
def test_a_range_has_the_same_length_wherever_the_plan_starts(start, first, last):
    assert len(blackout_months(start, [(first, last)], 12)) == (last - first) % 12 + 1


def test_constraints_take_defaults_and_begin_next_month(pack):
    defaults = pack.catalogue.defaults
    plain = constraints_of(HOME, defaults, date(2026, 12, 20))
    assert plain.start == date(2027, 1, 1)
    assert plain.capacity == defaults.capacity
    assert sum(plain.capacity.values()) == pytest.approx(defaults.capacity_per_month)
    own = replace(HOME, start=date(2027, 3, 1), capacity={"it": 9.0}, must=("I-STR01",), waived={"I-DIG01": "有台账"})
    told = constraints_of(own, defaults, date(2026, 12, 20))
    assert (told.start, told.capacity["it"], told.must) == (date(2027, 3, 1), 9.0, ("I-STR01",))
    assert (told.done, told.started, told.waived) == ((), {}, {"I-DIG01": "有台账"})


def test_standing_is_the_verified_level_and_unknown_stays_unknown(pack):
    sheet = score_wave(HOME, Fieldwork(documents=(DocumentFinding("HQ", "MEM2", 2, None, ("export",)),)), pack)
    levels = standing_of(sheet).levels
    assert levels["MEM2"] == 2.0
    assert levels["SAL1"] is None


def test_a_silo_suggests_each_of_its_initiatives():
    found = silo_suggestions([Silo("silo.islands", {"n": 2}, ("I-DIG03", "I-MEM02"))])
    assert [(s.initiative, s.kind, s.code, s.params) for s in found] == [
        ("I-DIG03", "silo", "silo.islands", {"n": 2}),
        ("I-MEM02", "silo", "silo.islands", {"n": 2}),
    ]

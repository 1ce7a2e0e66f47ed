"""Engagements and the list everybody starts from."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.answering import save_answers, submit
from assessment.assessing import assess
from assessment.codec import print_of
from assessment.engagement import CompanyProfile
from assessment.engagements import archive, create_engagement, edit_profile, list_engagements, profile_of
from assessment.errors import Conflict, Forbidden, InvalidInput, NotFound
from assessment.sample_loading import load_sample
from questionnaires.locale_text import LocaleText

PROFILE = CompanyProfile(
    "禾屿",
    "home",
    "hub_existing",
    start=date(2026, 12, 1),
    budget=120_000_000,
    capacity={"it": 2.5},
    blackouts=((2, 2), (9, 10)),
    dimension_weights={"SAL": 20},
    confidentiality=LocaleText("仅供董事会", "Board only"),
    waived={"I-STR01": "已做"},
    name_en="Heyu",
)


def cards(world, actor, **how):
    return {card.id: card for card in list_engagements(world.db, actor, **how)}


def test_a_profile_comes_back_as_it_was_given(world):
    ident = create_engagement(world.db, world.carl, PROFILE, world.now)
    assert profile_of(world.db, world.alice, ident) == PROFILE
    card = cards(world, world.alice)[ident]
    assert (card.name, card.name_en, card.industry, card.phase, card.index) == ("禾屿", "Heyu", "home", "setup", None)


def test_a_changed_profile_shows_at_once(world):
    edit_profile(world.db, world.carl, world.engagement, replace(PROFILE, name="新名"), world.later(hours=1))
    assert profile_of(world.db, world.vera, world.engagement).budget == 120_000_000
    first = list_engagements(world.db, world.alice)[0]
    assert (first.id, first.name, first.updated) == (world.engagement, "新名", world.later(hours=1))


def test_a_profile_changed_meanwhile_is_not_overwritten(world):
    create = world.engagement
    shown = print_of(profile_of(world.db, world.carl, create))
    edit_profile(world.db, world.carl, create, replace(PROFILE, budget=91_000_000), world.now, expected=shown)
    stale = replace(PROFILE, budget=51_000_000)
    with pytest.raises(Conflict) as caught:
        edit_profile(world.db, world.alice, create, stale, world.now, expected=shown)
    assert caught.value.theirs.budget == 91_000_000
    assert profile_of(world.db, world.carl, create).budget == 91_000_000
    edit_profile(world.db, world.alice, create, stale, world.now, expected=print_of(caught.value.theirs))
    assert profile_of(world.db, world.carl, create).budget == 51_000_000


@pytest.mark.parametrize("start", [date(1900, 1, 1), date(2024, 1, 1), date(2035, 1, 1)])
def test_a_plan_starts_near_today(world, start):
    with pytest.raises(InvalidInput) as caught:
        create_engagement(world.db, world.carl, replace(PROFILE, start=start), world.now)
    assert [problem.where for problem in caught.value.problems] == ["start"]


def test_a_start_that_lies_long_back_stays_when_something_else_changes(world):
    ident = create_engagement(world.db, world.carl, PROFILE, world.now)
    late = world.later(days=800)
    edit_profile(world.db, world.carl, ident, replace(PROFILE, budget=1), late)
    assert profile_of(world.db, world.carl, ident).start == PROFILE.start


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"name": " "}, "name"),
        ({"industry": ""}, "industry"),
        ({"platform": ""}, "platform"),
        ({"budget": -1}, "budget"),
        ({"capacity": {"it": -1.0}}, "capacity.it"),
        ({"blackouts": ((0, 13),)}, "blackouts"),
        ({"blackouts": ((1, 3), (3, 5))}, "blackouts"),
        ({"blackouts": ((11, 2), (1, 1))}, "blackouts"),
        ({"blackouts": ((1, 4), (5, 8), (9, 12))}, "blackouts"),
        ({"blackouts": ((1, 10),)}, "blackouts"),
        ({"dimension_weights": {"SAL": -1}}, "dimension_weights.SAL"),
        ({"budget": "much"}, "budget"),
        ({"scope": "half"}, "scope"),
    ],
)
def test_what_is_wrong_with_a_profile_is_named(world, change, where):
    with pytest.raises(InvalidInput) as refused:
        create_engagement(world.db, world.alice, replace(PROFILE, **change), world.now)
    assert [p.where for p in refused.value.problems] == [where]
    assert refused.value.sentence("zh") != refused.value.sentence("en")
    assert len(cards(world, world.alice)) == 4


def test_with_content_every_id_in_a_profile_must_be_there(world, content):
    wrong = replace(
        PROFILE,
        industry="mining",
        platform="nonesuch",
        compare_platform="other",
        capacity={"wizard": 1.0},
        dimension_weights={"XYZ": 1},
        must=("I-XYZ1",),
        must_not=("I-XYZ2",),
        waived={"I-XYZ3": "r"},
    )
    with pytest.raises(InvalidInput) as refused:
        create_engagement(world.db, world.alice, wrong, world.now, content=content)
    assert [p.where for p in refused.value.problems] == [
        "industry",
        "platform",
        "platform",
        "capacity",
        "dimension_weights",
        "must",
        "must_not",
        "waived",
    ]
    ident = create_engagement(world.db, world.alice, PROFILE, world.now, content=content)
    with pytest.raises(InvalidInput):
        edit_profile(world.db, world.alice, ident, wrong, world.now, content=content)
    assert profile_of(world.db, world.alice, ident) == PROFILE


def test_a_dimension_the_content_lost_does_not_take_the_scores_with_it(world, content):
    profile = profile_of(world.db, world.alice, world.sample)
    before = assess(world.db, world.alice, world.sample, content, world.now)
    edit_profile(world.db, world.alice, world.sample, replace(profile, dimension_weights={"GONE": 9}), world.now)
    assert assess(world.db, world.alice, world.sample, content, world.now).digest == before.digest


def test_only_consultants_begin_engagements(world):
    for actor in (world.ann, *world.clients):
        with pytest.raises(Forbidden):
            create_engagement(world.db, actor, PROFILE, world.now)


def test_everybody_sees_only_their_own(world):
    firm = {world.engagement, world.elsewhere, world.sample, world.planned}
    for insider in (world.alice, world.carl, world.ann):
        assert set(cards(world, insider)) == firm
    for client in world.clients:
        assert set(cards(world, client)) == {world.engagement, world.sample, world.planned}
    assert set(cards(world, world.dora)) == {world.elsewhere}
    assert cards(world, world.charlie) == {}


@pytest.mark.parametrize(
    ("search", "found"), [("小", True), ("SMALL", True), ("%", False), ("_", False), (" 小店 ", True)]
)
def test_search_by_name_in_both_languages(world, search, found):
    assert (world.engagement in cards(world, world.alice, search=search)) is found


def test_an_archived_engagement_is_out_of_the_way_and_not_lost(world):
    archive(world.db, world.alice, world.engagement, True, world.now)
    assert world.engagement not in cards(world, world.vera)
    assert world.engagement in cards(world, world.vera, archived=True)
    archive(world.db, world.alice, world.engagement, False, world.now)
    assert world.engagement in cards(world, world.vera)


def test_the_phase_moves_on(world, event, content):
    assert cards(world, world.alice)[world.elsewhere].phase == "setup"
    assert cards(world, world.alice)[world.engagement].phase == "research"
    form = (world.db, world.ann, world.engagement, "M01", "manager")
    save_answers(*form, [event()], world.now)
    submit(*form, world.now)
    card = cards(world, world.alice)[world.engagement]
    assert (card.stores, card.forms_asked, card.forms_returned) == (2, 2, 1)
    assess(world.db, world.alice, world.sample, content, world.now)
    card = cards(world, world.alice)[world.sample]
    assert (card.phase, card.stores, card.forms_returned, card.forms_asked) == ("plan", 30, 28, 30)
    assert 0 < card.index < 100
    assert card.sample


def test_the_sample_is_loaded_once_per_firm(world, content):
    assert world.sample == "sample-home"
    assert load_sample(world.db, world.carl, content, world.later(days=9)) == world.sample
    other = load_sample(world.db, world.charlie, content, world.now)
    assert other != world.sample
    assert [card.name_en for card in list_engagements(world.db, world.charlie)] == ["Heyu Home"]
    with pytest.raises(Forbidden):
        load_sample(world.db, world.vera, content, world.now)
    with pytest.raises(KeyError):
        load_sample(world.db, world.alice, content, world.now, "nonesuch")


def test_strangers_find_nothing(world):
    for stranger in world.strangers:
        for call in (
            lambda a: profile_of(world.db, a, world.engagement),
            lambda a: edit_profile(world.db, a, world.engagement, PROFILE, world.now),
            lambda a: archive(world.db, a, world.engagement, True, world.now),
        ):
            with pytest.raises(NotFound):
                call(stranger)
    for actor in (world.ann, *world.clients):
        with pytest.raises(Forbidden):
            edit_profile(world.db, actor, world.engagement, PROFILE, world.now)
        with pytest.raises(Forbidden):
            archive(world.db, actor, world.engagement, True, world.now)
    with pytest.raises(NotFound):
        profile_of(world.db, world.alice, "nonesuch")

"""Both samples in one workspace: loaded through the same doors, apart from each other, whole for every reader."""

from assessment.assessing import assess
from assessment.dossiers import dossier_of
from assessment.engagements import list_engagements
from assessment.registering import list_people
from assessment.sample_loading import load_sample
from assessment.samples import read_sample


def test_both_stand_side_by_side(world, content):
    fnb = load_sample(world.db, world.alice, content, world.now, "fnb")
    assert fnb == "sample-fnb"
    assert load_sample(world.db, world.alice, content, world.later(days=1), "fnb") == fnb
    cards = {card.id: card for card in list_engagements(world.db, world.alice)}
    assert {fnb, world.sample} <= set(cards)
    card = cards[fnb]
    assert (card.name_en, card.industry, card.sample) == ("Maixiang Bakery", "fnb_retail", True)
    assert (card.stores, card.forms_returned, card.forms_asked) == (6, 5, 6)


def test_what_is_stored_is_what_was_read(world, content):
    fnb, sample = load_sample(world.db, world.alice, content, world.now, "fnb"), read_sample("fnb", content)
    dossier = dossier_of(world.db, world.alice, fnb, content, world.now)
    assert dossier.profile == sample.profile
    assert set(list_people(world.db, world.alice, fnb)) == set(sample.work.people)
    assert len(dossier.resources) == len(sample.resources)
    assert len(dossier.needs) == len(sample.needs)
    sheet = assess(world.db, world.alice, fnb, content, world.now)
    assert len(sheet.capabilities) == 26
    assert dossier.coverage.guides_returned == 7

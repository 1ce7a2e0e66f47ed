from fractions import Fraction

import pytest

from questionnaires import ContentError, LocaleText, load_library
from questionnaires.loading import library_from, read_library_pack
from questionnaires.pack import Pack


@pytest.fixture(scope="module")
def library():
    return load_library()


def test_the_framework_is_complete(library):
    framework = library.framework
    assert len(framework.capabilities) == 63
    assert [d.id for d in framework.dimensions] == [
        "STR",
        "ORG",
        "OPS",
        "DIG",
        "MEM",
        "SAL",
        "SVC",
        "MKT",
        "RES",
        "BIZ",
    ]
    assert [len(d.capabilities) for d in framework.dimensions] == [6, 6, 6, 7, 7, 6, 6, 6, 7, 6]
    assert {len(c.anchors) for c in framework.capabilities.values()} == {5}
    assert sum(c.core for c in framework.capabilities.values()) == 26
    assert sum(c.paired for c in framework.capabilities.values()) == 47
    assert len(framework.roles) == 6


def test_the_rules_of_scoring_are_data(library):
    framework = library.framework
    assert (framework.cuts, framework.pair_cap) == ((20, 40, 60, 80), 5)
    assert framework.split == {"foundations": Fraction(2, 5), "areas": Fraction(3, 5)}
    assert framework.group_weights == {"E": 1, "F": 2, "V": 3, "D": 3}
    assert {k: kind.cap for k, kind in framework.evidence_kinds.items()} == {
        "statement": 3,
        "document": 4,
        "screenshot": 4,
        "demonstration": 5,
        "photo_timed": 5,
        "export": 5,
    }
    three, four, _ = framework.gates
    assert (three.min_node, three.min_capability) == ({"OPS": 30, "DIG": 30, "MEM": 30}, {"OPS6": 2})
    assert four.share_at_least == ((3, Fraction(3, 5), "all"),)


def test_the_ladder_says_all_it_has_to_say(library):
    meanings = [level.meaning.zh for level in library.framework.levels]
    assert [len(m) >= 8 for m in meanings] == [True] * 5, "a comma inside plain YAML once cut them short"


def test_ten_dimensions_carry_their_words(library):
    assert library.framework.dimension("RES").name == LocaleText("资源数字化", "Resource")
    with pytest.raises(StopIteration):
        library.framework.dimension("XXX")


def test_the_instruments(library):
    executive, manager = library.instruments["executive"], library.instruments["manager"]
    assert (executive.group, len(executive.questions)) == ("E", 65)
    assert (manager.group, len(manager.questions)) == ("F", 36)
    assert executive.question("E.MEM2").capability == "MEM2"
    with pytest.raises(KeyError):
        executive.question("M.MEM2")


def test_it_is_loaded_once(library):
    assert load_library() is library


MINE = """capabilities:
  - id: MEM2
    name: {zh: 统一会员库, en: One member store}
"""


def test_an_overlay_changes_one_entry_and_the_hash(library, overlay):
    mine = load_library(overlay({"framework/capabilities/MEM.yaml": MINE})).framework
    assert mine.capabilities["MEM2"].name == LocaleText("统一会员库", "One member store")
    assert mine.capabilities["MEM2"].anchors == library.framework.capabilities["MEM2"].anchors
    assert mine.content_hash != library.framework.content_hash


def test_an_overlay_that_is_no_folder_is_refused(tmp_path):
    with pytest.raises(ContentError) as caught:
        load_library(tmp_path / "nowhere")
    assert [f.code for f in caught.value.findings] == ["P007"]


def test_an_unsound_overlay_is_refused_whole(overlay):
    folder = overlay({"framework/capabilities/MEM.yaml": "capabilities:\n  - {id: MEM2, source: [S999]}\n"})
    with pytest.raises(ContentError) as caught:
        load_library(folder)
    (finding,) = caught.value.findings
    assert (finding.code, finding.line, finding.severity) == ("Q006", 2, "error")
    assert finding.file.endswith("questionnaires/framework/capabilities/MEM.yaml")
    assert str(finding) in str(caught.value)
    assert finding.as_dict()["code"] == "Q006"


def test_an_overlay_with_warnings_only_is_taken(overlay):
    question = "questions:\n  - {id: M.open.1, seconds: 400}\n"
    assert (
        load_library(overlay({"instruments/manager.yaml": question})).instruments["manager"].questions[0].seconds == 400
    )


def test_a_base_that_cannot_be_built_says_where(library):
    pack = read_library_pack()
    documents = {k: v for k, v in pack.documents.items() if k != "framework/roles.yaml"}
    with pytest.raises(ContentError) as caught:
        library_from(Pack(pack.root, documents, pack.places, pack.hash, pack.version))
    assert [f.code for f in caught.value.findings] == ["Q002"]


@pytest.mark.parametrize(("error", "words"), [(KeyError("name"), "'name' is missing"), (TypeError("odd"), "odd")])
def test_should_the_checks_miss_something_the_loader_still_refuses(error, words, monkeypatch):
    def trip(_pack):
        raise error

    monkeypatch.setattr("questionnaires.loading.framework_from", trip)
    with pytest.raises(ContentError) as caught:
        library_from(read_library_pack())
    (finding,) = caught.value.findings
    assert finding.code == "Q000"
    assert words in finding.message

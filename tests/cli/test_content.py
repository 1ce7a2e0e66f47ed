"""``zhidian check`` and ``zhidian content``: findings, the pack at hand, starting files, differences of an overlay."""

import json
import re
from pathlib import Path

import pytest

from assessment.content import check_pack, load_pack
from assessment.starting_files import starting_files
from tests.cli.conftest import Terminal

HOME = "assessment/industries/home.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "ours"


def write(folder: Path, place: str, text: str) -> None:
    file = folder / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def test_a_sound_pack_ends_with_zero(terminal: Terminal) -> None:
    result = terminal.run("check")
    assert result.exit_code == 0
    assert "content pack: 0 errors" in result.stdout


def test_findings_as_text_and_as_json(terminal: Terminal, folder: Path) -> None:
    write(folder, HOME, "id: home\nfact_defaults:\n  conversion: 20\n")
    result = terminal.run("check", str(folder))
    assert result.exit_code == 1
    assert f"{folder.as_posix()}/{HOME}:3: A007 " in result.stdout
    result = terminal.run("check", str(folder), "--format", "json")
    assert result.exit_code == 1
    said = json.loads(result.stdout)
    assert said["errors"] == 1
    found = next(row for row in said["findings"] if row["code"] == "A007")
    assert (found["severity"], found["line"], found["path"]) == ("error", 3, "fact_defaults.conversion")
    assert found["remedy"]
    assert found["zh"]


def test_a_folder_that_is_not_there(terminal: Terminal, folder: Path) -> None:
    for arguments in (["check", str(folder)], ["content", "--overlay", str(folder)], ["content", "diff", str(folder)]):
        result = terminal.run(*arguments)
        assert result.exit_code == 1
        assert result.stderr.count("\n") == 1
        assert str(folder) in result.stderr


def test_the_pack_at_hand(terminal: Terminal, folder: Path) -> None:
    pack = load_pack()
    result = terminal.run("content")
    assert result.exit_code == 0
    assert f"content pack {pack.version}, hash {pack.hash}" in result.stdout
    assert "no overlay" in result.stdout
    write(folder, HOME, "id: home\nname: {zh: 家装, en: Fit-out}\n")
    said = json.loads(terminal.run("content", "--overlay", str(folder), "--json").stdout)
    assert said["hash"] == load_pack(folder).hash != pack.hash
    assert (said["version"], said["initiatives"], said["overlay"]) == (pack.version, 86, str(folder))


@pytest.mark.parametrize(
    ("kind", "ident", "places"),
    [
        ("platform", "shop_suite", ["roadmap/platforms/shop_suite.yaml"]),
        ("initiative", "I-OWN07", ["roadmap/initiatives/I-OWN07.yaml", "roadmap/playbooks/I-OWN07.yaml"]),
        ("question", "M.own.1", ["questionnaires/instruments/M.own.1.yaml"]),
        ("question", "E.own.1", ["questionnaires/instruments/E.own.1.yaml"]),
        ("question", "G.own.1", ["questionnaires/instruments/G.own.1.yaml"]),
        ("question", "V.own.1", ["questionnaires/instruments/V.own.1.yaml"]),
    ],
)
def test_a_starting_file_passes_the_checks_as_it_stands(
    terminal: Terminal, folder: Path, kind: str, ident: str, places: list[str]
) -> None:
    result = terminal.run("content", "new", kind, ident, "--out", str(folder))
    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines()[:-1] == [str(folder / place) for place in places]
    written = {place: (folder / place).read_text("utf-8") for place in places}
    assert all(ident in text and "# " in text for text in written.values())
    assert [str(found) for found in check_pack(folder) if found.severity == "error"] == []
    assert ident in {
        "platform": lambda pack: pack.catalogue.platforms,
        "initiative": lambda pack: pack.catalogue.initiatives,
        "question": lambda pack: {q.id for one in pack.library.instruments.values() for q in one.questions},
    }[kind](load_pack(folder))


def test_nothing_is_overwritten_and_no_id_stands_twice(terminal: Terminal, folder: Path) -> None:
    assert terminal.run("content", "new", "question", "M.own.1", "--out", str(folder)).exit_code == 0
    file = folder / "questionnaires/instruments/M.own.1.yaml"
    before = file.read_bytes()
    other = folder / "questionnaires/instruments/M.own.2.yaml"
    other.write_text("id: manager\nquestions: []\n", "utf-8")
    for kind, ident, words in (
        ("question", "M.own.2", "exists and is left alone"),
        ("question", "M.own.1", "is taken"),
        ("question", "M.MEM2", "is taken"),
        ("initiative", "I-STR01", "is taken"),
        ("platform", "hub_existing", "is taken"),
        ("question", "X.own.1", "cannot be an id"),
        ("question", "O.own.1", "needs its own table to levels"),
        ("initiative", "STR99", "cannot be an id"),
        ("platform", "../evil", "cannot be an id"),
    ):
        result = terminal.run("content", "new", kind, ident, "--out", str(folder))
        assert (result.exit_code, result.stdout) == (1, "")
        assert words in result.stderr
        assert result.stderr.count("\n") == 1
    assert file.read_bytes() == before
    assert sorted(path for path in folder.rglob("*") if path.is_file()) == [file, other]
    assert terminal.run("content", "new", "question", "M.own.3", "--out", str(folder)).exit_code == 0
    assert [str(found) for found in check_pack(folder) if found.severity == "error"] == []


@pytest.mark.parametrize(
    ("ident", "form", "said"),
    [
        ("E.own.1", "Executive interview", "held up the digital work"),
        ("M.own.1", "Store manager form", "kept you most from serving"),
        ("G.own.1", "Guide form", "Last week, what kept you"),
        ("V.own.1", "Store visit", "kept the store most"),
    ],
)
def test_a_question_begins_with_a_stem_for_those_it_is_asked_of(ident: str, form: str, said: str) -> None:
    (file,) = starting_files("question", ident, load_pack())
    head, *_ = file.text.splitlines()
    assert f"“{form}”" in head
    assert said in file.text
    assert "{form" not in file.text
    assert "{stem}" not in file.text


def test_without_an_overlay_there_is_nowhere_to_write(terminal: Terminal, folder: Path) -> None:
    assert "--out" in terminal.run("content", "new", "platform", "shop_suite").stderr
    terminal.environment["ZHIDIAN_CONTENT"] = str(folder)
    folder.mkdir()
    assert terminal.run("content", "new", "platform", "shop_suite").exit_code == 0
    assert (folder / "roadmap/platforms/shop_suite.yaml").exists()


def test_the_differences_of_an_overlay(terminal: Terminal, folder: Path) -> None:
    write(folder, HOME, "id: home\nname: {zh: 家装, en: Fit-out}\nrepeat_business: false\n")
    terminal.run("content", "new", "initiative", "I-OWN07", "--out", str(folder))
    result = terminal.run("content", "diff", str(folder))
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert f"{folder}/{HOME}:2: changed name.zh: 家居家装 → 家装" in lines
    assert f"{folder}/{HOME}:3: repeats repeat_business: same as the built-in, can go" in lines
    assert any("I-OWN07.yaml" in line and "added initiatives.I-OWN07" in line for line in lines)
    assert lines[-1] == "2 added, 2 changed, 1 repeated."
    said = json.loads(terminal.run("content", "diff", str(folder), "--json").stdout)
    assert said["hash"] != said["base"] == load_pack().hash
    assert {row["kind"] for row in said["differences"]} == {"added", "changed", "same"}
    assert (
        next(row for row in said["differences"] if row["path"] == "name.en")["old"] == "Home furnishing and renovation"
    )
    assert "overlay" in terminal.run("content", "diff").stderr


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_example_of_the_readme_is_where_a_platform_is_read(readme: str) -> None:
    """The path it names is the one ``content new`` writes, and a platform there is a platform of the pack."""
    text = (Path(__file__).parents[2] / readme).read_text("utf-8")
    (place,) = re.findall(r"my-content/(\S+\.yaml)", text)
    assert [file.place for file in starting_files("platform", "our_suite", load_pack())] == [place]

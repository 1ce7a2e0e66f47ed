"""Work on engagements from a terminal: list, import, score, plan, report."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Terminal


@pytest.fixture(scope="session")
def sample_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of an installation that holds the sample engagement, without a roadmap yet."""
    from assessment.content import load_pack
    from assessment.database import Database
    from web.cli.sample import loaded

    folder = tmp_path_factory.mktemp("sample")
    db = Database.open(f"sqlite:///{folder}/zhidian.db")
    db.migrate()
    loaded(db, load_pack())
    db.close()
    return folder


@pytest.fixture
def at_work(terminal: Terminal, sample_data: Path) -> Terminal:
    """A terminal on a copy of it."""
    target = terminal.folder / "data"
    target.mkdir()
    for file in sample_data.glob("zhidian.db*"):
        (target / file.name).write_bytes(file.read_bytes())
    return terminal


def test_an_installation_without_engagements_says_what_to_do(terminal: Terminal) -> None:
    for arguments in (["engagements"], ["assess", "Heyu Home"], ["plan", "x"]):
        result = terminal.run(*arguments)
        assert result.exit_code == 1
        assert "zhidian demo --live" in result.stderr
    assert not (terminal.folder / "data").exists()


def test_engagements_are_listed(at_work: Terminal) -> None:
    line = at_work.run("engagements").stdout
    assert "Heyu Home (sample)  30 stores  forms 28/30" in line
    (row,) = json.loads(at_work.run("engagements", "--json").stdout)["engagements"]
    assert line.startswith(row["id"])
    assert (row["name"], row["sample"], row["stores"]) == ("禾屿家居", True, 30)
    at_work.locale = "zh"
    assert "禾屿家居（示例）" in at_work.run("engagements").stdout
    assert json.loads(at_work.run("engagements", "--archived", "--json").stdout) == {"engagements": []}


@pytest.mark.parametrize("name", ["heyu home", "禾屿家居", " Heyu Home "])
def test_an_engagement_is_found_by_either_name(at_work: Terminal, name: str) -> None:
    result = at_work.run("assess", name, "--json")
    assert result.exit_code == 0
    scores = json.loads(result.stdout)
    assert 0 < scores["index"]["score"] < 100
    assert scores["index"]["bounds"][0] <= scores["index"]["score"] <= scores["index"]["bounds"][1]
    assert len(scores["dimensions"]) == 10
    assert len(scores["capabilities"]) == 63
    assert len(scores["digest"]) == 64


def test_scores_are_shown_in_both_languages(at_work: Terminal) -> None:
    english = at_work.run("assess", "Heyu Home").stdout.splitlines()
    at_work.locale = "zh"
    chinese = at_work.run("assess", "禾屿家居").stdout.splitlines()
    assert len(english) == len(chinese) == 12
    assert english[1].split()[:2] == chinese[1].split()[:2]
    assert "index" in english[0]
    assert "指数" in chinese[0]


def test_an_unknown_engagement(at_work: Terminal) -> None:
    for arguments in (["assess", "none"], ["report", "none", "-o", str(at_work.folder / "x.pdf")]):
        result = at_work.run(*arguments)
        assert (result.exit_code, result.stderr) == (
            1,
            "There is no engagement “none”. List them with: zhidian engagements\n",
        )


def test_a_table_is_imported_whole_or_not_at_all(at_work: Terminal) -> None:
    from assessment import samples

    stores = (samples.SAMPLES / "home" / "stores.csv").read_text("utf-8").splitlines()
    good, bad = at_work.folder / "stores.csv", at_work.folder / "bad.csv"
    good.write_text("\n".join(stores) + "\n", "utf-8")
    bad.write_text("\n".join([*stores[:3], "not,a,store"]) + "\n", "utf-8")
    result = at_work.run("import", "Heyu Home", "stores", str(good), "--json")
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["rows"] == 30
    result = at_work.run("import", "Heyu Home", "stores", str(bad))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "Nothing was saved." in result.stderr
    assert "30 stores" in at_work.run("engagements").stdout


@pytest.mark.parametrize(
    ("kind", "name", "content"),
    [
        ("stores", "stores.xlsx", b"PK this is no workbook"),
        ("stores", "stores.csv", b"\xff\xfe\x00"),
        ("stores", "stores.doc", b"words"),
        ("colours", "stores.csv", b"id\n1\n"),
        ("answers:nobody", "answers.csv", b"id\n1\n"),
    ],
)
def test_a_broken_workbook_is_refused_in_one_breath(at_work: Terminal, kind: str, name: str, content: bytes) -> None:
    path = at_work.folder / name
    path.write_bytes(content)
    for at_work.locale in ("en", "zh"):
        result = at_work.run("import", "Heyu Home", kind, str(path))
        assert result.exit_code == 1
        assert result.stderr
        assert "Traceback" not in result.stderr
        assert "zhidian-error" not in result.stderr
    at_work.locale = "en"
    assert "30 stores" in at_work.run("engagements").stdout


def test_a_table_that_is_not_there(at_work: Terminal) -> None:
    result = at_work.run("import", "Heyu Home", "stores", "/no/such/stores.csv")
    assert (result.exit_code, result.stderr.split(".")[0]) == (1, "/no/such/stores")


def test_a_report_needs_a_name_that_tells_its_kind_and_a_place_to_lie(at_work: Terminal) -> None:
    for name, part in (
        ("report.docx", "tells no format"),
        ("missing/report.pdf", "missing is not there"),
        (".", "tells no format"),
    ):
        result = at_work.run("report", "Heyu Home", "-o", str(at_work.folder / name))
        assert result.exit_code == 1
        assert part in result.stderr
    (at_work.folder / "folder.pdf").mkdir()
    result = at_work.run("report", "Heyu Home", "-o", str(at_work.folder / "folder.pdf"))
    assert "is of the wrong kind" in result.stderr


@pytest.mark.parametrize(("locale", "lang"), [("zh", "zh-CN"), ("en", "en-GB")])
def test_a_report_as_a_page_needs_no_pdf_libraries(at_work: Terminal, locale: str, lang: str) -> None:
    path = at_work.folder / "report.html"
    result = at_work.run("report", "Heyu Home", "--locale", locale, "-o", str(path), "--json")
    assert result.exit_code == 0, result.stderr
    facts = json.loads(result.stdout)
    assert (facts["locale"], facts["path"]) == (locale, str(path))
    assert facts["bytes"] == path.stat().st_size
    assert f'lang="{lang}"' in path.read_text("utf-8")


def test_without_the_pdf_libraries_nothing_is_written(at_work: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    import reports
    from reports.errors import RenderError

    def missing(*_: Any) -> Any:
        raise RenderError("render.missing", "The PDF engine needs text layout libraries this machine lacks.")

    monkeypatch.setattr(reports, "render", missing)
    monkeypatch.setattr(reports, "ensure_fonts", lambda _: None)
    path = at_work.folder / "report.pdf"
    for at_work.locale, part in (("en", "libpango-1.0-0"), ("zh", "缺少生成 PDF 的系统库")):
        result = at_work.run("report", "Heyu Home", "-o", str(path))
        assert result.exit_code == 1
        assert part in result.stderr
        assert not path.exists()


def test_a_platform_that_is_not_in_the_catalogue(at_work: Terminal) -> None:
    result = at_work.run("plan", "Heyu Home", "--platform", "none")
    assert result.exit_code == 1
    assert "hub_existing suite_generic" in result.stderr


def test_a_roadmap_is_built_once_for_the_same_inputs(at_work: Terminal) -> None:
    first = at_work.run("plan", "Heyu Home", "--time-limit", "8", "--json")
    assert first.exit_code == 0, first.stderr
    roadmap = json.loads(first.stdout)["roadmap"]
    assert roadmap["version"] == 1
    assert roadmap["plan"]["items"]
    again = at_work.run("plan", "Heyu Home", "--time-limit", "8")
    assert again.stdout.startswith("roadmap version 1: ")
    assert again.stdout.count("\n  wave ") == len(roadmap["plan"]["items"])


def test_an_unknown_kind_of_table_is_told_the_kinds(at_work: Terminal) -> None:
    file = at_work.folder / "t.csv"
    file.write_text("id\n", "utf-8")
    result = at_work.run("import", "Heyu Home", "storez", str(file))
    assert result.exit_code == 1
    assert "storez" in result.stderr
    assert "stores people systems" in result.stderr
    assert "answers:manager" in result.stderr


def test_an_assessment_calls_the_company_by_its_name_in_the_language_of_the_terminal(at_work: Terminal) -> None:
    assert at_work.run("assess", "Heyu Home").stdout.startswith("Heyu Home: ")
    at_work.locale = "zh"
    assert at_work.run("assess", "Heyu Home").stdout.startswith("禾屿家居：")


def test_a_language_that_is_none_of_ours_is_said(at_work: Terminal) -> None:
    at_work.locale = "fr"
    result = at_work.run("engagements")
    assert result.exit_code == 0
    assert "“fr”" in result.stderr
    at_work.locale = "en"
    assert at_work.run("engagements").stderr == ""


def test_a_report_into_no_folder_names_the_folder(at_work: Terminal) -> None:
    result = at_work.run("report", "Heyu Home", "-o", str(at_work.folder / "nowhere" / "x.pdf"))
    assert result.exit_code == 1
    assert f"{at_work.folder / 'nowhere'} is not there" in result.stderr

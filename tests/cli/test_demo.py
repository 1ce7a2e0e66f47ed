"""The main job from end to end, as a newcomer's first command runs it."""

import re
from pathlib import Path
from typing import Any

import pytest

import reports
from reports.errors import FontError
from tests.cli.conftest import Terminal

LARGEST = 400_000
"""Bytes a report of the sample may have: the bar of the specification, held by the very files a newcomer gets."""
FILES = ["zhidian-heyu-home-en.pdf", "zhidian-heyu-home-zh.pdf"]


@pytest.mark.pdf
def test_live_it_is_kept_and_a_second_run_makes_nothing_anew(terminal: Terminal) -> None:
    out = terminal.folder / "out"
    terminal.locale = "zh"
    first = terminal.run("demo", "--out", str(out), "--live")
    assert first.exit_code == 0, first.stderr
    assert re.search(r"得分：指数 \d+\.\d，达到 \d 级，\d+ 个答案，摘要 [0-9a-f]{12}", first.stdout)
    assert all(path.read_bytes().startswith(b"%PDF-") for path in out.iterdir())
    made = {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in out.iterdir()}
    assert sorted(made) == FILES
    assert all(len(data) <= LARGEST for _, data in made.values()), {name: len(data) for name, (_, data) in made.items()}
    passwords = logins(first.stdout)
    assert set(passwords) == {"负责人", "顾问", "客户负责人", "高管", "执行成员", "查看者"}
    assert "演示客户负责人" in terminal.run("user", "list").stdout

    second = terminal.run("demo", "--out", str(out), "--live")
    assert second.exit_code == 0, second.stderr
    assert "路线图第 1 版" in second.stdout
    assert "沿用已有路线图" in second.stdout
    assert second.stdout.count("沿用已有文件") == 2
    assert {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in out.iterdir()} == made
    assert not set(passwords.values()) & set(logins(second.stdout).values())
    listed = terminal.run("engagements").stdout
    assert "禾屿家居（示例）" in listed
    assert "麦巷面包咖啡（示例）" in listed  # the other sample stands beside it, with its roadmap
    assert second.stdout.count("路线图第 1 版") == 2


def logins(text: str) -> dict[str, str]:
    rows = re.findall(r"^  \S+@demo\.example +(\S+)  (.+)$", text, re.MULTILINE)
    return {role: password for password, role in rows}


@pytest.mark.parametrize(("language", "sentence"), [("zh", "不生成演示账号"), ("en", "no demo accounts are made")])
def test_where_a_client_s_engagement_is_kept_no_demo_accounts_are_made(
    terminal: Terminal, language: str, sentence: str
) -> None:
    from datetime import UTC, datetime

    from assessment.accounts import ensure_workspace, list_users, operator
    from assessment.database import Database
    from assessment.engagement import CompanyProfile
    from assessment.engagements import archive, create_engagement, list_engagements

    (terminal.folder / "data").mkdir()
    when, url = datetime(2026, 11, 24, tzinfo=UTC), f"sqlite:///{terminal.folder / 'data' / 'zhidian.db'}"
    db = Database.open(url)
    db.migrate()
    actor = operator(db, ensure_workspace(db, when))
    engagement = create_engagement(db, actor, CompanyProfile("真客户", "home", "hub_existing"), when)
    archive(db, actor, engagement, True, when)
    db.close()
    terminal.locale = language
    result = terminal.run("demo", "--out", str(terminal.folder / "out"), "--live")
    assert result.exit_code == 3
    assert sentence in result.stderr
    db = Database.open(url)
    assert list_users(db) == ()
    assert list_engagements(db, actor) == ()
    db.close()


def test_demo_accounts_are_named_in_the_language_of_the_terminal(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import UTC, datetime

    from assessment.accounts import ensure_workspace, list_users, operator
    from assessment.content import load_pack
    from assessment.database import Database
    from assessment.sample_loading import load_sample
    from web.cli import demo

    when = datetime(2026, 11, 24, tzinfo=UTC)
    db = Database.open(f"sqlite:///{terminal.folder / 'x.db'}")
    db.migrate()
    sample = load_sample(db, operator(db, ensure_workspace(db, when)), load_pack(), when)
    said: list[str] = []
    monkeypatch.setattr(demo.typer, "echo", said.append)
    monkeypatch.setenv("ZHIDIAN_LOCALE", "en")
    demo._logins(db, sample)
    assert {card.name for card in list_users(db)} >= {"Demo client owner", "Demo team member"}
    assert set(logins("\n".join(said))) == {
        "owner",
        "consultant",
        "client owner",
        "executive",
        "team member",
        "viewer",
    }
    db.close()


def test_on_a_scratch_database_and_without_fonts_the_reports_are_pages(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def offline(_: Path) -> Any:
        raise FontError("fonts.offline", "The report fonts cannot be fetched.")

    monkeypatch.setattr(reports, "ensure_fonts", offline)
    out = terminal.folder / "made" / "here"
    result = terminal.run("demo", "--out", str(out), "--time-limit", "5")
    assert result.exit_code == 0, result.stderr
    assert "No PDF was made, so here is the HTML report." in result.stderr
    assert sorted(path.name for path in out.iterdir()) == [name.replace(".pdf", ".html") for name in FILES]
    assert "sample engagement: Heyu Home, 30 stores" in result.stdout
    assert re.search(r"scores: index \d+\.\d, level \d attained, \d+ answers, digest [0-9a-f]{12}", result.stdout)
    assert re.search(r"roadmap version 1: \d+ initiatives, net .*, proven gap \d+\.\d+%", result.stdout)
    for path in out.iterdir():
        assert f": {path}\n" in result.stdout
    assert "log-in" not in result.stdout
    assert not (terminal.folder / "data").exists()


def test_the_small_sample_runs_the_same_way(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def offline(_: Path) -> Any:
        raise FontError("fonts.offline", "The report fonts cannot be fetched.")

    monkeypatch.setattr(reports, "ensure_fonts", offline)
    out = terminal.folder / "out"
    result = terminal.run("demo", "--sample", "fnb", "--out", str(out), "--time-limit", "5")
    assert result.exit_code == 0, result.stderr
    names = ["zhidian-maixiang-bakery-en.html", "zhidian-maixiang-bakery-zh.html"]
    assert sorted(path.name for path in out.iterdir()) == names
    assert "sample engagement: Maixiang Bakery, 6 stores, 15 respondents" in result.stdout
    assert "麦巷面包咖啡" in (out / names[1]).read_text("utf-8")


@pytest.mark.parametrize(("language", "sentence"), [("zh", "没有示例“nonesuch”"), ("en", "no sample “nonesuch”")])
def test_a_sample_that_is_not_there_is_one_sentence(terminal: Terminal, language: str, sentence: str) -> None:
    terminal.locale = language
    result = terminal.run("demo", "--sample", "nonesuch", "--out", str(terminal.folder / "out"))
    assert result.exit_code == 1
    assert sentence in result.stderr
    assert "fnb" in result.stderr
    assert not (terminal.folder / "out").exists()


@pytest.mark.parametrize("place", ["file/out", "file"])
def test_a_folder_that_cannot_be_written_stops_it_before_any_work(terminal: Terminal, place: str) -> None:
    (terminal.folder / "file").write_text("in the way", "utf-8")
    result = terminal.run("demo", "--out", str(terminal.folder / place), "--live")
    assert result.exit_code == 1
    assert str(terminal.folder / "file") in result.stderr
    assert not (terminal.folder / "data").exists()

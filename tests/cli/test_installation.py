"""What an operator does: look, migrate, make accounts, check content, serve — and every setting that can be wrong."""

import json
import socket
from pathlib import Path

import pytest

from tests.cli.conftest import Terminal
from web.cli import doctor


def test_the_doctor_changes_nothing_and_says_what_comes_by_itself(terminal: Terminal) -> None:
    result = terminal.run("doctor", "--json")
    checks = {check["id"]: check for check in json.loads(result.stdout)["checks"]}
    assert list(checks) == ["python", "settings", "pdf", "node", "fonts", "pages", "data", "database", "content"]
    assert checks["python"]["state"] == "ok"
    assert checks["content"]["state"] == "ok"
    assert (checks["database"]["state"], checks["database"]["mend"]) == ("later", "made by the first run")
    assert list(terminal.folder.iterdir()) == []
    assert result.exit_code == (1 if any(check["state"] == "missing" for check in checks.values()) else 0)


def test_the_doctor_speaks_chinese(terminal: Terminal) -> None:
    terminal.locale = "zh"
    text = terminal.run("doctor").stdout
    assert "正常  Python" in text
    assert "首次运行时自动建立" in text


def test_the_doctor_names_the_command_that_mends(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    from web import machine

    monkeypatch.setattr(machine, "loads", lambda name: "pango" not in name)
    result = terminal.run("doctor", "--json")
    pdf = next(check for check in json.loads(result.stdout)["checks"] if check["id"] == "pdf")
    assert result.exit_code == 1
    assert pdf["state"] == "missing"
    assert "libpango-1.0-0 libpangoft2-1.0-0" in pdf["mend"] or "brew install pango" in pdf["mend"]


def test_the_doctor_examines_a_broken_installation(terminal: Terminal) -> None:
    overlay = terminal.folder / "overlay"
    overlay.mkdir()
    (overlay / "pack.yaml").write_text("version: [", "utf-8")
    (terminal.folder / "file").write_text("in the way", "utf-8")
    terminal.environment |= {
        "ZHIDIAN_CONTENT": str(overlay),
        "ZHIDIAN_DATA_DIR": str(terminal.folder / "file" / "data"),
        "ZHIDIAN_DATABASE_URL": "postgresql+psycopg://zhou:secret@127.0.0.1:1/none",
    }
    result = terminal.run("doctor", "--json")
    states = {check["id"]: check["state"] for check in json.loads(result.stdout)["checks"]}
    assert result.exit_code == 1
    assert (states["data"], states["database"]) == ("missing", "missing")
    assert "secret" not in result.stdout


def test_an_old_python_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "OLDEST_PYTHON", (9, 0))
    assert doctor.LOOKS["python"]().state == "missing"


def test_the_database_is_migrated_when_asked_and_not_in_passing(terminal: Terminal) -> None:
    assert json.loads(terminal.run("db", "status", "--json").stdout)["revision"] is None
    result = terminal.run("user", "list")
    assert result.exit_code == 1
    assert "zhidian db migrate" in result.stderr
    assert not (terminal.folder / "data").exists()
    result = terminal.run("db", "migrate")
    assert result.exit_code == 0
    status = json.loads(terminal.run("db", "status", "--json").stdout)
    assert status["current"] is True
    assert status["revision"] == status["head"]
    assert terminal.run("db", "migrate").stdout == result.stdout
    assert terminal.run("db", "url").stdout == f"sqlite:///{terminal.folder}/data/zhidian.db\n"


def test_a_password_is_never_printed_with_the_address(terminal: Terminal) -> None:
    terminal.environment["ZHIDIAN_DATABASE_URL"] = "postgresql+psycopg://zhou:secret@db/zhidian"
    assert terminal.run("db", "url").stdout == "postgresql+psycopg://zhou:***@db/zhidian\n"


def test_accounts_are_made_listed_and_given_new_passwords(terminal: Terminal) -> None:
    terminal.run("db", "migrate")
    assert terminal.run("user", "list").stdout == "There are no accounts yet. Make one with: zhidian user add\n"
    added = terminal.run("user", "add", "Zhou@Example.com", "--name", "周岚", "--role", "lead")
    assert added.exit_code == 0
    first = added.stdout.split()[-1]
    assert added.stdout.startswith("account zhou@example.com (lead) made.")
    assert terminal.run("user", "list").stdout == "zhou@example.com  lead  周岚\n"
    (row,) = json.loads(terminal.run("user", "list", "--json").stdout)["users"]
    assert (row["email"], row["role"], row["active"], row["engagements"]) == ("zhou@example.com", "lead", True, [])
    again = terminal.run("user", "reset", "zhou@example.com")
    assert again.exit_code == 0
    assert again.stdout.split()[-1] != first


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["user", "add", "not-an-address"], "is not an e-mail address"),
        (["user", "add", "zhou@example.com"], "already has an account"),
        (["user", "add", "new@example.com", "--role", "viewer", "--engagement", "none"], "There are no engagements yet"),
        (["user", "reset", "nobody@example.com"], "There is no account nobody@example.com"),
    ],
)  # fmt: skip
def test_a_refused_account_changes_nothing(terminal: Terminal, arguments: list[str], part: str) -> None:
    terminal.run("db", "migrate")
    terminal.run("user", "add", "zhou@example.com")
    before = terminal.run("user", "list").stdout
    result = terminal.run(*arguments)
    assert result.exit_code == 1
    assert part in result.stderr
    assert terminal.run("user", "list").stdout == before


@pytest.mark.parametrize(
    ("name", "value", "part"),
    [
        ("ZHIDIAN_PORT", "abc", "ZHIDIAN_PORT is 'abc'"),
        ("ZHIDIAN_DATABASE_URL", "mysql://x", "ZHIDIAN_DATABASE_URL is 'mysql://x'"),
        ("ZHIDIAN_DATABASE_URL", "sqlite:////proc/none/x.db", "cannot be used"),
        ("ZHIDIAN_DATABASE_URL", "postgresql+psycopg://zhou:secret@127.0.0.1:1/none", "cannot be used"),
        ("ZHIDIAN_CONTENT", "/no/such/folder", "there is no such folder"),
        ("ZHIDIAN_ORIGINS", "plan.example.com", "ZHIDIAN_ORIGINS"),
    ],
)
def test_a_wrong_setting_is_one_sentence(terminal: Terminal, name: str, value: str, part: str) -> None:
    terminal.environment[name] = value
    for terminal.locale in ("en", "zh"):
        result = terminal.run("db", "migrate")
        assert result.exit_code == 1
        assert result.stderr.count("\n") == 1
        assert "secret" not in result.stderr
        if terminal.locale == "en":
            assert part in result.stderr


def test_a_file_that_is_no_database(terminal: Terminal) -> None:
    path = terminal.folder / "notes.db"
    path.write_bytes(b"these are notes, not a database" * 100)
    terminal.environment["ZHIDIAN_DATABASE_URL"] = f"sqlite:///{path}"
    result = terminal.run("db", "migrate")
    assert result.exit_code == 1
    assert str(path) in result.stderr
    assert path.read_bytes().startswith(b"these are notes")


def test_a_port_in_use(terminal: Terminal) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        for terminal.locale, part in (("en", f"Port {port} is in use"), ("zh", f"端口 {port} 已被占用")):
            result = terminal.run("serve", "--port", str(port), "--api-only")
            assert result.exit_code == 1
            assert part in result.stderr
    assert terminal.run("serve", "--port", "70000").exit_code == 1


def test_a_data_folder_nobody_may_write(terminal: Terminal) -> None:
    terminal.environment["ZHIDIAN_DATA_DIR"] = "/proc/none"
    result = terminal.run("serve", "--api-only")
    assert result.exit_code == 1
    assert "/proc/none" in result.stderr


def test_the_content_pack_is_sound(terminal: Terminal) -> None:
    result = terminal.run("check", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["errors"] == 0
    assert terminal.run("check").stdout.rsplit("\n", 2)[-2].startswith("content pack: 0 errors, ")


def test_a_broken_overlay_is_named_by_file_and_line(terminal: Terminal) -> None:
    overlay = terminal.folder / "overlay"
    (overlay / "roadmap" / "initiatives").mkdir(parents=True)
    broken = overlay / "roadmap" / "initiatives" / "extra.yaml"
    broken.write_text("- id: I-X1\n  name: {zh: 没有英文\n", "utf-8")
    result = terminal.run("check", str(overlay))
    assert result.exit_code == 1
    assert "extra.yaml:" in result.stdout
    result = terminal.run("check", str(overlay), "--format", "json")
    assert json.loads(result.stdout)["errors"] >= 1
    result = terminal.run("check", "/no/such/folder")
    assert (result.exit_code, result.stderr.split(".")[0]) == (1, "There is no folder /no/such/folder")


def test_a_defect_of_ours_leaves_its_details_in_a_file(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    from assessment import content

    def broken(*_: object) -> None:
        raise ZeroDivisionError("a defect")

    monkeypatch.setattr(content, "check_pack", broken)
    result = terminal.run("check")
    assert result.exit_code == 70
    assert "Something unexpected happened (ZeroDivisionError)" in result.stderr
    path = Path(next(word for word in result.stderr.split() if word.endswith(".log;")).rstrip(";"))
    assert "a defect" in path.read_text("utf-8")
    path.unlink()


def test_a_wrong_setting_is_one_finding_and_blames_nothing_else(terminal: Terminal) -> None:
    terminal.environment["ZHIDIAN_PORT"] = "80x"
    result = terminal.run("doctor", "--json")
    assert result.exit_code == 1
    wrong = [check for check in json.loads(result.stdout)["checks"] if check["state"] == "missing"]
    assert [check["id"] for check in wrong] == ["settings"]
    assert "ZHIDIAN_PORT" in wrong[0]["mend"]

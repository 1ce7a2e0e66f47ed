"""The engines on files: what goes in, what comes out, and every way a file can be wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Terminal

SELECTION = {
    "format": "zhidian.selection/1",
    "periods": 3,
    "initiatives": [{"id": "a", "duration": 1, "cost_per_period": 1, "benefit_per_period": 5}],
    "budget": {"per_period": 10},
}
NETWORK = {
    "format": "zhidian.network/1",
    "start": "2026-03-02",
    "tasks": [{"id": "a", "duration": 2}, {"id": "b", "duration": 1}],
    "links": [{"from": "a", "to": "b"}],
}


def write(path: Path, document: Any) -> str:
    path.write_text(json.dumps(document), "utf-8")
    return str(path)


def test_select_writes_a_plan(terminal: Terminal) -> None:
    given, made = write(terminal.folder / "in.json", SELECTION), terminal.folder / "out.json"
    result = terminal.run("roadmap", "select", "--input", given, "--output", str(made), "--time-limit", "5")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    plan = json.loads(made.read_text("utf-8"))
    assert (plan["format"], plan["status"], plan["value"]) == ("zhidian.plan/1", "optimal", 9)
    assert plan["chosen"] == [{"id": "a", "start": 0}]


def test_schedule_reads_standard_input_and_writes_standard_output(terminal: Terminal) -> None:
    result = terminal.run("roadmap", "schedule", "-i", "-", typed=json.dumps(NETWORK))
    assert result.exit_code == 0
    assert json.loads(result.stdout)["critical_path"] == ["a", "b"]


def test_a_byte_order_mark_does_no_harm(terminal: Terminal) -> None:
    path = terminal.folder / "bom.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(NETWORK).encode())
    assert terminal.run("roadmap", "schedule", "-i", str(path)).exit_code == 0


@pytest.mark.parametrize("command", [["roadmap", "select"], ["roadmap", "schedule"], ["score"]])
@pytest.mark.parametrize(
    ("content", "english", "chinese"),
    [
        (b'{"format": }', "is not JSON (line 1, column 12", "不是 JSON（第 1 行第 12 列"),
        (b"\xff\xfe{}", "The file is not UTF-8.", "文件不是 UTF-8 编码。"),
        (b"[1, 2]", "The file should hold one JSON object.", "文件里应是一个 JSON 对象。"),
    ],
)
def test_a_file_that_is_no_document(
    terminal: Terminal, command: list[str], content: bytes, english: str, chinese: str
) -> None:
    path, made = terminal.folder / "broken.json", terminal.folder / "out.json"
    path.write_bytes(content)
    for terminal.locale, part in (("en", english), ("zh", chinese)):
        result = terminal.run(*command, "-i", str(path), "-o", str(made))
        assert result.exit_code == 1
        assert part in result.stderr
        assert result.stderr.count("\n") == 1
        assert not made.exists()


def test_a_defect_is_named_by_its_place(terminal: Terminal) -> None:
    broken = write(terminal.folder / "in.json", {**SELECTION, "periods": 0})
    result = terminal.run("roadmap", "select", "-i", broken)
    assert (result.exit_code, result.stderr) == (1, "periods: must be at least 1.\n")
    cyclic = write(
        terminal.folder / "net.json", {**NETWORK, "links": [{"from": "a", "to": "b"}, {"from": "b", "to": "a"}]}
    )
    result = terminal.run("roadmap", "schedule", "-i", cyclic)
    assert result.exit_code == 1
    assert "a → b → a" in result.stderr


def test_a_file_that_is_not_there_a_folder_and_a_place_nobody_may_write(terminal: Terminal) -> None:
    result = terminal.run("roadmap", "select", "-i", "/no/such/file.json")
    assert (result.exit_code, result.stderr) == (1, "/no/such/file.json is not there. Check the path and try again.\n")
    result = terminal.run("roadmap", "select", "-i", str(terminal.folder))
    assert result.exit_code == 1
    assert "is of the wrong kind" in result.stderr
    given = write(terminal.folder / "in.json", SELECTION)
    missing = terminal.folder / "missing"
    for place, named in ((missing / "out.json", missing), (Path("/proc/out.json"), Path("/proc/out.json"))):
        result = terminal.run("roadmap", "select", "-i", given, "-o", str(place))
        assert result.exit_code == 1
        assert f"{named} " in result.stderr
        assert "Traceback" not in result.stderr


def test_a_result_replaces_the_old_file_whole(terminal: Terminal) -> None:
    given, made = write(terminal.folder / "in.json", NETWORK), terminal.folder / "out.json"
    made.write_text("old", "utf-8")
    assert terminal.run("roadmap", "schedule", "-i", given, "-o", str(made)).exit_code == 0
    assert json.loads(made.read_text("utf-8"))["length"] == 3
    assert sorted(path.name for path in terminal.folder.iterdir()) == ["in.json", "out.json"]

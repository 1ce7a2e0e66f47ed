"""Every command explains itself in both languages, and a wrong call is one sentence."""

import re
import subprocess
import sys
import time

import pytest

from tests.cli.conftest import Terminal
from web.cli.help_pages import columns, wrapped
from web.cli.words import catalogue, locale, say

COMMANDS = [
    "",
    "serve",
    "demo",
    "doctor",
    "check",
    "engagements",
    "import",
    "assess",
    "plan",
    "report",
    "crosswalk",
    "score",
    "content",
    "content new",
    "content diff",
    "roadmap",
    "roadmap select",
    "roadmap schedule",
    "user",
    "user add",
    "user list",
    "user reset",
    "db",
    "db url",
    "db migrate",
    "db status",
    "bench",
    "bench scoring",
    "bench roadmap",
    "bench report",
    "bench content",
    "bench psplib",
    "bench all",
]
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_english_has_no_chinese(terminal: Terminal, command: str) -> None:
    result = terminal.run(*command.split(), "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: zhidian {command}".rstrip())
    assert not CHINESE.search(result.stdout)
    assert max(columns(line) for line in result.stdout.splitlines()) <= 80


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_chinese_words_everything_around_the_names(terminal: Terminal, command: str) -> None:
    terminal.locale = "zh"
    result = terminal.run(*command.split(), "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"用法：zhidian {command}".rstrip())
    for english in ("Usage", "Options", "Commands", "Arguments", "Show this", "default:", "required", "env var"):
        assert english not in result.stdout
    assert max(columns(line) for line in result.stdout.splitlines()) <= 80


def test_the_help_lists_every_command(terminal: Terminal) -> None:
    text = terminal.run("--help").stdout
    listed = re.findall(r"^  ([a-z]+)  ", text.split("Commands:")[1], re.MULTILINE)
    assert listed == [command for command in COMMANDS if command and " " not in command]


def test_a_group_without_a_command_shows_its_help(terminal: Terminal) -> None:
    result = terminal.run("user")
    assert result.exit_code == 2
    assert "Add an account" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "english", "chinese"),
    [
        (["plan"], "ENGAGEMENT is missing. See how with: zhidian plan --help", "少了 ENGAGEMENT。"),
        (["report", "x"], "--output is missing. See how with: zhidian report --help", "少了 --output。"),
        (["fly"], "There is no command fly. List them with: zhidian --help", "没有命令 fly。"),
        (["user", "fly"], "There is no command fly. List them with: zhidian user --help", "没有命令 fly。"),
        (["serve", "--prot", "1"], "There is no option --prot. List them with: zhidian serve --help", "没有选项 --prot。"),
        (["serve", "--port", "x"], "The value of --port cannot be used", "--port 的值不能用"),
        (["plan", "x", "--time-limit", "0"], "The value of --time-limit cannot be used", "--time-limit 的值不能用"),
        (["user", "add", "a@b.cn", "--role", "king"], "The value of --role cannot be used", "--role 的值不能用"),
        (["doctor", "now"], "The command cannot be read", "命令写法不对"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_one_sentence(terminal: Terminal, arguments: list[str], english: str, chinese: str) -> None:
    for terminal.locale, start in (("en", english), ("zh", chinese)):
        result = terminal.run(*arguments)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert result.stderr.startswith(start)
        assert result.stderr.count("\n") == 1


def test_every_text_exists_in_both_languages_with_the_same_gaps() -> None:
    gap = re.compile(r"{(\w+)}")
    for key, text in catalogue().items():
        assert set(text) == {"zh", "en"}, key
        assert sorted(gap.findall(text["zh"])) == sorted(gap.findall(text["en"])), key
        assert CHINESE.search(text["zh"]) or not CHINESE.search(text["en"]), key
        assert not CHINESE.search(text["en"]), key


def test_the_language_of_the_terminal() -> None:
    assert locale({"LANG": "zh_CN.UTF-8"}) == "zh"
    assert locale({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}) == "en"
    assert locale({"LANG": "de_DE", "ZHIDIAN_LOCALE": "zh"}) == "zh"
    assert locale({}) == "en"
    with pytest.raises(KeyError):
        say("no.such.text")


def test_lines_break_by_columns_and_never_before_a_full_stop() -> None:
    assert wrapped("把数据库升级到本版本。", 12) == ["把数据库升级", "到本版本。"]
    assert wrapped("把数据库升级，到本版本", 12) == ["把数据库升", "级，到本版本"]
    assert wrapped("averylongword a", 5) == ["averylongword", "a"]


def test_help_starts_fast() -> None:
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", "from web.cli import main; main()", "--help"], check=True, capture_output=True
        )
        times.append(time.perf_counter() - begun)
    assert min(times) < 0.5

"""Help pages and usage errors in the language of the terminal, wrapped by what a terminal shows: 汉字 take two columns."""

import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import typer
from typer._click import HelpFormatter
from typer._click.exceptions import BadParameter, MissingParameter, NoArgsIsHelpError, NoSuchOption, UsageError
from typer.core import TyperCommand, TyperGroup

from web.cli.words import say

TOKENS = re.compile(r"[^\S\n]+|[\u2e80-\uffef]|[^\s\u2e80-\uffef]+")
"""A line may break at spaces and after every Chinese character."""
RANGE = re.compile(r"; \w<?>?=?[-\d.]+(?=\])")
"""The range Typer writes beside a default, as in ``[default: 15; x>=0.1]``; a wrong value says it better."""
CLOSING = "，。、；：）”！？"
USAGE_STATUS = 2
SHOWN = "Show this message and exit."


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    >>> columns("zh 支点")
    7
    """
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of one paragraph, none wider than ``width`` columns where that is possible.

    >>> wrapped("一二三，四五", 6), wrapped("one two three", 8)
    (['一二', '三，四', '五'], ['one two', 'three'])
    """
    lines = [""]
    tokens = TOKENS.findall(text)
    for index, token in enumerate(tokens):
        closing = tokens[index + 1] if index + 1 < len(tokens) and tokens[index + 1] in CLOSING else ""
        if columns(lines[-1] + token.rstrip() + closing) > width and lines[-1].strip():
            lines.append("")
        if lines[-1] or not token.isspace():
            lines[-1] += token
    return [line.rstrip() for line in lines]


class Formatter(HelpFormatter):
    """Writes the parts of a help page."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:  # noqa: ARG002 - the base's
        """Write how the command is called."""
        for english in ("options_metavar", "command_metavar"):
            args = args.replace(
                {"options_metavar": "[OPTIONS]", "command_metavar": "COMMAND [ARGS]..."}[english],
                say(f"help.{english}"),
            )
        self.write(f"{say('help.usage')}{prog} {args}\n")

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """Write a heading and indent what follows."""
        self.write_paragraph()
        self.write(f"{say(f'help.{name}')}:\n")
        with self.indentation():
            yield

    def write_text(self, text: str) -> None:
        """Write paragraphs."""
        indent = " " * self.current_indent
        paragraphs = (wrapped(part, self.width - self.current_indent) for part in text.split("\n\n"))
        self.write("\n\n".join("\n".join(indent + line for line in lines) for lines in paragraphs) + "\n")

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write a list of names and what they mean."""
        first = min(max(columns(name) for name, _ in rows), col_max) + col_spacing
        indent = " " * self.current_indent
        for name, meaning in rows:
            lines = wrapped(_in_language(meaning), max(self.width - self.current_indent - first, 20))
            gap = " " * (first - columns(name)) if columns(name) + col_spacing <= first else f"\n{indent}{' ' * first}"
            self.write(f"{indent}{name}{gap}{lines[0]}\n")
            for line in lines[1:]:
                self.write(f"{indent}{' ' * first}{line}\n")


def _in_language(meaning: str) -> str:
    """Word what Typer adds to a text by itself: ``[env var: X; default: 60; required]``."""
    if meaning == SHOWN:
        return say("help.show")
    meaning = RANGE.sub("", meaning)
    text, bracket, added = meaning.rpartition("  [")
    if not bracket:
        text, bracket, added = ("", "[", meaning[1:]) if meaning.startswith("[") else (meaning, "", "")
    for english, key in (("env var: ", "env"), ("default: ", "default"), ("required", "required")):
        added = added.replace(english, say(f"help.{key}"))
    return text + bracket + added


class HelpContext(typer.Context):
    """A context whose help pages are ours."""

    formatter_class = Formatter


class Command(TyperCommand):
    """A command with help in both languages."""

    context_class = HelpContext


class Group(TyperGroup):
    """A group of commands with help, and with usage errors as one sentence, in both languages."""

    context_class = HelpContext

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        """Run a command line; how it was called wrongly is one sentence and exit status 2."""
        try:
            status = super().main(*args, standalone_mode=False, **extra)
        except NoArgsIsHelpError as error:
            typer.echo(error.format_message(), err=True)
            status = USAGE_STATUS
        except UsageError as error:
            typer.echo(usage_sentence(error), err=True)
            status = USAGE_STATUS
        except typer.Abort:
            status = 1
        if standalone_mode:
            sys.exit(status if isinstance(status, int) else 0)
        return status


def usage_sentence(error: UsageError) -> str:
    """Return what is wrong with a command line."""
    command = error.ctx.command_path if error.ctx else "zhidian"
    if isinstance(error, NoSuchOption):
        return say("usage.option", name=error.option_name, command=command)
    name = _name_of(error)
    if isinstance(error, MissingParameter):
        return say("usage.missing", name=name, command=command)
    if isinstance(error, BadParameter) and name:
        return say(
            "usage.value", name=name, problem=error.message.removeprefix("Value error, ").rstrip("."), command=command
        )
    unknown = re.match(r"No such command '([^']*)'", error.message)
    if unknown:
        return say("usage.command", name=unknown[1], command=command)
    return say("usage.other", problem=error.format_message().rstrip("."), command=command)


def _name_of(error: UsageError) -> str:
    param = getattr(error, "param", None)
    if param is None:
        return ""
    if param.param_type_name == "argument":
        return str(param.name).upper()
    return str(param.opts[0])

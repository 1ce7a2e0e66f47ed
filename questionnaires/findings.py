"""What a checker says about content: one finding, one place, one remedy. Used by every package's checks."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from questionnaires.finding_words import FINDINGS
from questionnaires.locale_text import Locale

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A defect of the content pack.

    ``file`` is relative to the pack's root, or the overlay's own file; ``line`` counts from 1; ``path`` points inside
    the file (``initiatives.I-RES05.needs[0]``); ``remedy`` says how to mend it. ``zh`` says both in Chinese.
    """

    file: str
    line: int
    code: str
    severity: Severity
    path: str
    message: str
    remedy: str
    zh: str = ""

    def __str__(self) -> str:
        """Return the line printed by ``zhidian check``, in English."""
        return self.sentence("en")

    def sentence(self, locale: Locale) -> str:
        """Return place, code, defect and remedy in one line; in English where nobody wrote it in Chinese."""
        words = self.zh if locale == "zh" and self.zh else f"{self.message} {self.remedy}"
        return f"{self.file}:{self.line}: {self.code} {words}"

    def as_dict(self) -> dict[str, Any]:
        """Return a JSON-ready mapping."""
        return asdict(self)


def worded(
    key: str,
    file: str,
    line: int,
    path: str = "",
    params: Mapping[str, object] | None = None,
    severity: Severity = "error",
) -> Finding:
    """Return the finding ``key`` of the catalogue (a code, with a variant after a point) in both languages.

    >>> print(worded("P003", "a.yaml", 2, params={"key": "x"}).sentence("en"))
    a.yaml:2: P003 The key “x” stands twice. Keep one of the two.
    """
    problem, remedy = FINDINGS[key]
    filled = params or {}
    code = key.split(".", maxsplit=1)[0]
    message, advice = problem.en.format(**filled), remedy.en.format(**filled)
    zh = problem.zh.format(**filled) + remedy.zh.format(**filled)
    return Finding(file, line, code, severity, path, message, advice, zh)


class ContentError(Exception):
    """The content pack cannot be used; holds every finding, at least one of them an error."""

    def __init__(self, findings: list[Finding]) -> None:
        """Keep the findings sorted by place."""
        self.findings = sorted(findings)
        super().__init__("\n".join(map(str, self.findings)))

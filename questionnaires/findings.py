"""What a checker says about content: one finding, one place, one remedy. Used by every package's checks."""

from dataclasses import asdict, dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A defect of the content pack.

    ``file`` is relative to the pack's root; ``line`` counts from 1; ``path`` points inside the file
    (``initiatives.I-RES05.needs[0]``); ``remedy`` says how to mend it.
    """

    file: str
    line: int
    code: str
    severity: Literal["error", "warning"]
    path: str
    message: str
    remedy: str

    def __str__(self) -> str:
        """Return the line printed by ``zhidian check``."""
        return f"{self.file}:{self.line}: {self.code} {self.message} {self.remedy}"

    def as_dict(self) -> dict[str, Any]:
        """Return a JSON-ready mapping."""
        return asdict(self)


class ContentError(Exception):
    """The content pack cannot be used; holds every finding, at least one of them an error."""

    def __init__(self, findings: list[Finding]) -> None:
        """Keep the findings sorted by place."""
        self.findings = sorted(findings)
        super().__init__("\n".join(map(str, self.findings)))

"""An answer: a value, or the reason why there is none. The four states are never confused."""

from dataclasses import dataclass
from typing import Literal

Missing = Literal["dont_know", "not_applicable", "refused", "skipped", "not_asked", "not_in_version"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one respondent said to one question.

    ``value`` is the level 1-5 of an anchored question, the text of an open one, or what was seen (``level_of`` says in
    which form); exactly one of ``value`` and ``reason`` is set. ``na_reason`` explains a not-applicable answer. ``evidence`` lists evidence kinds shown.
    """

    question: str
    value: int | str | None
    reason: Missing | None = None
    na_reason: str = ""
    evidence: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse an answer that is both given and missing, or neither."""
        if (self.value is None) == (self.reason is None):
            raise ValueError(f"answer to {self.question}: give a value or a reason, not both and not neither")

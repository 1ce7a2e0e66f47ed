"""What a use case can refuse, each with a code for programs and one sentence in both languages for people."""

from dataclasses import dataclass
from typing import Any

from questionnaires.locale_text import Locale, LocaleText


class AssessmentError(Exception):
    """A refusal. Nothing was changed. ``code`` is stable; ``text`` is what a person reads."""

    def __init__(self, code: str, text: LocaleText) -> None:
        self.code = code
        self.text = text
        super().__init__(f"{code}: {text.en}")

    def sentence(self, locale: Locale) -> str:
        """Return the sentence in one language."""
        return self.text.in_(locale)


class NotFound(AssessmentError):  # noqa: N818 - named after what the reader meets
    """There is no such thing, or it is not for these eyes: a stranger cannot tell which."""

    def __init__(self) -> None:
        super().__init__("not_found", LocaleText("没有找到。", "Not found."))


class InvitationGone(NotFound):
    """An invitation link that is unknown, expired or withdrawn; the three look the same from outside."""

    def __init__(self) -> None:
        super().__init__()
        self.code = "invitation_gone"
        self.text = LocaleText(
            "这个链接已经失效，请向顾问要一个新的。", "This link no longer works; ask your consultant for a new one."
        )


class Forbidden(AssessmentError):  # noqa: N818
    """The thing may be seen by this person, but not this done to it."""

    def __init__(self) -> None:
        super().__init__("forbidden", LocaleText("您的角色不能这样做。", "Your role does not allow this."))


class Throttled(AssessmentError):  # noqa: N818
    """Too many failed attempts; ``minutes`` is how long to wait."""

    def __init__(self, minutes: int) -> None:
        self.minutes = minutes
        text = LocaleText(
            f"尝试次数过多，请 {minutes} 分钟后再试。", f"Too many attempts; try again in {minutes} minutes."
        )
        super().__init__("throttled", text)


class Conflict(AssessmentError):  # noqa: N818
    """Somebody else saved first. ``mine`` was not stored, ``theirs`` is what stands now: show both.

    ``revision`` is that of ``theirs``: whoever decides for ``mine`` saves it over exactly what was shown.
    """

    def __init__(self, mine: Any, theirs: Any, revision: int = 0) -> None:
        self.mine, self.theirs, self.revision = mine, theirs, revision
        text = LocaleText(
            "别人刚刚保存了同一项，请对照两份内容后再保存。",
            "Someone else saved this just now; compare both versions and save again.",
        )
        super().__init__("conflict", text)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with what was handed in: ``where`` it stands (field, or sheet, row, column) and how to mend it."""

    where: str
    text: LocaleText


class InvalidInput(AssessmentError):  # noqa: N818
    """What was handed in cannot be used; it lists every problem found and nothing of it was stored."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        first = problems[0]
        more = len(problems) - 1
        text = LocaleText(
            f"没有保存。{first.where}：{first.text.zh}" + (f"（另有 {more} 处）" if more else ""),
            f"Nothing was saved. {first.where}: {first.text.en}" + (f" ({more} more)" if more else ""),
        )
        super().__init__("invalid_input", text)

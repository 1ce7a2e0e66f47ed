"""How a sight is written in a cell: an option in words, a whole number, several ticks — or why there is none."""

from assessment.sheets.cells import SEPARATORS, CellError, code_of
from assessment.sheets.levels import DONT_KNOW, NOT_APPLICABLE
from questionnaires.instruments import Question
from questionnaires.levelling import level_of, ticked
from questionnaires.locale_text import Locale, LocaleText

NONE_SEEN = LocaleText("都没有", "none of them")
UNITS = {
    "seconds": LocaleText("秒", "seconds"),
    "minutes": LocaleText("分钟", "minutes"),
    "count": LocaleText("个", "count"),
    "share": LocaleText("%", "%"),
}


def is_silent(question: Question, text: str) -> bool:
    """Return whether a cell says that there is nothing to say: don't know, or not applicable.

    An option that is called so ("unknown" may be a sight) stands above.
    """
    if code_of(text, {option.id: option.text for option in question.options}) is not None:
        return False
    return text.strip().casefold() in DONT_KNOW or NOT_APPLICABLE.fullmatch(text.strip()) is not None


def seen_in(question: Question, text: str) -> int | str:
    """Return what a cell says was seen, in the form ``level_of`` takes; CellError when it says nothing of the kind."""
    said = text.strip()
    value: int | str = said
    if question.kind == "measure":
        value = int(said) if said.isascii() and said.isdigit() else said
    elif question.kind == "checks":
        value = _ticks(question, said)
    else:
        value = code_of(said, {option.id: option.text for option in question.options}) or said
    try:
        level_of(question, value)
    except ValueError:
        raise CellError("not_met", value=said[:40], wanted=wanted(question)) from None
    return value


def _ticks(question: Question, said: str) -> str:
    if said.casefold() in {NONE_SEEN.zh, NONE_SEEN.en}:
        return ""
    names = {option.id: option.text for option in question.options}
    parts = (part.strip() for part in SEPARATORS.split(said))
    found = {code_of(part, names) for part in parts if part}
    if None in found:
        raise CellError("not_met", value=said[:40], wanted=wanted(question))
    return " ".join(option.id for option in question.options if option.id in found)


def wanted(question: Question) -> LocaleText:
    """Return what may stand in the cell, as the help under the column says it."""
    if question.kind == "measure":
        unit = UNITS[question.reading.unit] if question.reading else LocaleText("", "")
        most = question.reading.highest if question.reading else None
        if most is None:
            return LocaleText(f"填 0 或以上的整数（{unit.zh}）", f"write a whole number from 0 up ({unit.en})")
        return LocaleText(f"填 0 到 {most} 的整数（{unit.zh}）", f"write a whole number from 0 to {most} ({unit.en})")
    zh, en = ("、".join(o.text.zh for o in question.options), ", ".join(o.text.en for o in question.options))
    if question.kind == "checks":
        return LocaleText(
            f"可多选，用 | 隔开：{zh}；一样也没有写“{NONE_SEEN.zh}”", f"several, parted by |: {en}; or “{NONE_SEEN.en}”"
        )
    return LocaleText(zh, en)


def seen_word(question: Question, value: int | str, locale: Locale) -> int | str:
    """Return how a sight is written in a cell."""
    names = {option.id: option.text.in_(locale) for option in question.options}
    if question.kind == "checks":
        return " | ".join(names.get(key, key) for key in ticked(str(value))) or NONE_SEEN.in_(locale)
    return names.get(str(value), value)

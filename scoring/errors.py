"""What scoring refuses: a code and a place; the words stand in the catalogue below, in both languages."""

from collections.abc import Mapping

from questionnaires.locale_text import Locale, LocaleText

REFUSALS: Mapping[str, tuple[LocaleText, LocaleText]] = {
    "not_an_object": (
        LocaleText("文件内容不是 JSON 对象。", "The document is no JSON object."),
        LocaleText("请提供一份 zhidian.scoring/1 文件。", "Give a zhidian.scoring/1 document."),
    ),
    "missing": (LocaleText("缺少这一项。", "It is missing."), LocaleText("请补上。", "Add it.")),
    "unknown_key": (
        LocaleText("格式里没有这一项。", "The format has no such entry."),
        LocaleText("请检查拼写，或删掉它。", "Check the spelling or remove it."),
    ),
    "not_a_number": (
        LocaleText("{value} 不是数字。", "{value} is no number."),
        LocaleText("请填数字，不加引号。", "Give a number without quotes."),
    ),
    "not_whole": (
        LocaleText("{value} 不是整数。", "{value} is no whole number."),
        LocaleText("请填整数。", "Give a whole number."),
    ),
    "not_text": (
        LocaleText("{value} 不是文字。", "{value} is no text."),
        LocaleText("请用引号括起来。", "Put it in quotes."),
    ),
    "empty": (LocaleText("它是空的。", "It is empty."), LocaleText("请至少填一项。", "Give at least one.")),
    "not_true_false": (
        LocaleText("{value} 不是 true 或 false。", "{value} is neither true nor false."),
        LocaleText("请二选一。", "Give one of the two."),
    ),
    "not_one_of": (
        LocaleText("{value} 不在可选范围内。", "{value} is none of the choices."),
        LocaleText("可用的有：{limit}。", "Use {limit}."),
    ),
    "too_small": (
        LocaleText("{value} 太小。", "{value} is too small."),
        LocaleText("请填 {limit} 或更大的数。", "Give {limit} or more."),
    ),
    "too_large": (
        LocaleText("{value} 太大。", "{value} is too large."),
        LocaleText("请填 {limit} 或更小的数。", "Give {limit} or less."),
    ),
    "wrong_shape": (
        LocaleText("{value} 的结构不对。", "{value} has the wrong shape."),
        LocaleText("请按格式说明写成列表或对象。", "Write the list or object the format describes."),
    ),
    "two_states": (
        LocaleText(
            "一条观察只能是分值、不适用、不知道三者之一。",
            "An observation is a value, not applicable or don't know, only one of them.",
        ),
        LocaleText("请只留一项。", "Keep one of them."),
    ),
    "off_scale": (
        LocaleText("{value} 不在 {low}-{high} 的量表上。", "{value} is off the scale {low}-{high}."),
        LocaleText("请给量表之内的分值。", "Give a level on the scale."),
    ),
    "scale_empty": (
        LocaleText("量表的最低分 {low} 不低于最高分 {high}。", "The scale starts at {low} and ends at {high}."),
        LocaleText("最低分应小于最高分。", "Let it end above its start."),
    ),
    "cuts_not_rising": (
        LocaleText("等级分界必须在 0 到 100 之间逐级升高。", "Cuts must rise between 0 and 100."),
        LocaleText("请按从低到高排列，不要重复。", "Put them in order without repeats."),
    ),
    "gate_level": (
        LocaleText("没有第 {level} 级。", "There is no level {level}."),
        LocaleText("门槛的级别应在 2 到 {top} 之间。", "Give a level from 2 to {top}."),
    ),
    "unknown_node": (
        LocaleText("框架里没有节点 {id}。", "{id} is no node of the framework."),
        LocaleText("请填写框架中的编号。", "Name a node of the framework."),
    ),
    "unknown_capability": (
        LocaleText("{id} 不是框架的末级能力项。", "{id} is no capability of the framework."),
        LocaleText("请填写没有下级的节点编号。", "Name a node without children."),
    ),
    "unknown_stratum": (
        LocaleText("门店分层里没有 {id}。", "{id} is no stratum of the register."),
        LocaleText("请填写 strata 中的编号。", "Name one of strata."),
    ),
    "unknown_evidence": (
        LocaleText("没有“{id}”这种证据。", "{id} is no kind of evidence."),
        LocaleText("可用的有：{known}。", "Use one of: {known}."),
    ),
    "not_in_pack": (
        LocaleText("内容包的框架里没有 {id}。", "{id} is not in the framework."),
        LocaleText("请使用内容包中的编号。", "Use an id of the content pack."),
    ),
    "twice": (
        LocaleText("{id} 出现了两次。", "{id} is there twice."),
        LocaleText("请只留一处。", "Keep one of the two."),
    ),
    "negative_weight": (
        LocaleText("权重 {value} 是负数。", "The weight {value} is negative."),
        LocaleText("请填 0 或更大的数。", "Give a weight of 0 or more."),
    ),
    "not_one_root": (
        LocaleText("一棵树只有一个根，这里有：{found}。", "A tree has one root, here: {found}."),
        LocaleText("请只让一个节点没有上级。", "Leave one node without parent."),
    ),
    "circle": (
        LocaleText("{found} 互为上级，接不到根。", "{found} hang in a circle."),
        LocaleText("请让每个节点的上级最终通到根。", "Let every parent lead to the root."),
    ),
}


class ScoringInputError(ValueError):
    """An input that cannot be scored; ``path`` points into the document, ``code`` names the refusal."""

    def __init__(self, path: str, code: str, **params: object) -> None:
        """Keep place, code and parameters; KeyError for a code without words."""
        self.path = path
        self.code = code
        self.params = params
        self.words = REFUSALS[code]
        super().__init__(self.sentence("en"))

    def sentence(self, locale: Locale = "en") -> str:
        """Return place, problem and remedy in one line.

        >>> ScoringInputError("targets.MEM9", "unknown_capability", id="MEM9").sentence("en")
        'targets.MEM9: MEM9 is no capability of the framework. Name a node without children.'
        """
        problem, remedy = (words.in_(locale).format(**self.params) for words in self.words)
        return f"{self.path}: {problem} {remedy}" if locale == "en" else f"{self.path}：{problem}{remedy}"

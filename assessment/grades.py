"""What the grades of a number mean, in one wording for pages, workbooks and reports."""

from collections.abc import Mapping

from questionnaires.locale_text import LocaleText
from roadmap.initiatives import Grade

GRADES: Mapping[Grade, LocaleText] = {
    "A": LocaleText("系统或账上可查", "own systems or accounts"),
    "B": LocaleText("自己统计有记录", "own count, on record"),
    "C": LocaleText("估计或行业数字", "estimate or trade figure"),
    "D": LocaleText("默认值或猜测", "default or guess"),
}
"""Grade → where a number comes from; the surest first."""

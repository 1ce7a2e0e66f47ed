"""Words of the lead indicators: what moves before a score does."""

from reports.phrases.wording import Catalogue

LEADS: Catalogue = {
    "r3.bands.lead": ("先行指标：{figures}", "Lead indicator: {figures}"),
    "r11.lead": ("先行指标：得分还没动，先看这些数", "Lead indicators: what moves before a score does"),
    "r11.lead.table": (
        "有差距的维度：先行指标，方案里推动它的举措",
        "Dimensions with gaps: lead indicators, and what in the plan moves them",
    ),
    "r11.lead.gaps": ("{n} 项差距", "{n} {n:s|gap|gaps}"),
    "r11.lead.none": ("方案里没有举措补这里的差距", "nothing in the plan closes a gap here"),
    "r11.lead.source": (
        "先行指标来自评估框架，不进得分；月会上各报一次现值，连着两次不动，就去看对应的举措。",
        "Lead indicators come from the framework and do not enter the score. State each once a month; where one stands still twice in a row, look at its initiatives.",
    ),
    "col.leadindicator": ("先行指标", "Lead indicator"),
    "col.movedby": ("推动它的举措", "Moved by"),
}

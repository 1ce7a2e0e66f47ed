"""Words of the narratives in R3."""

from reports.phrases.wording import Catalogue

BANDS: Catalogue = {
    "r3.bands.label": ("R3 · 十维画像", "R3 · What the scores look like"),
    "r3.bands.lede": (
        "分数落在哪一级，门店里就看得到哪一级的样子。下面逐个维度写三件事：现在是什么样，代价是什么，下一步做什么。",
        "A score falls into a level, and a level can be seen in the stores. For each dimension: what it looks like, what it costs, what comes next.",
    ),
    "r3.bands.col": ("店里的样子、代价、下一步", "On the shop floor, what it costs, next step"),
    "r3.bands.table": ("十个维度在店里的样子", "What ten dimensions look like in stores"),
    "r3.bands.level": ("{score} 分 · {level} 级 {name}", "{score} · level {level}, {name}"),
    "r3.bands.unknown": (
        "数据不足，不写画像：先补齐这个维度的表单、走访或资料。",
        "Insufficient data, so no picture is drawn: complete forms, visits or documents on this dimension first.",
    ),
    "r3.bands.source": (
        "级按核实分的分段（20、40、60、80）定，文字来自内容包，写的是处在这一级的连锁通常的样子。",
        "The level follows the cuts of the verified score (20, 40, 60, 80); the text comes from the content pack and describes a chain that stands there.",
    ),
}

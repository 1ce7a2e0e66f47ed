"""Words of the journey step by step."""

from reports.phrases.wording import Catalogue

JOURNEY_STEPS: Catalogue = {
    "r5.steps": (
        "逐步对照：{n} 步里，{known} 步有本公司的答案",
        "Step by step: this company's own answers speak to {known} of {n} steps",
    ),
    "r5.steps.table": (
        "旅程各步：本公司最弱的一项，谁说的",
        "Steps of the journey: this company's weakest capability there, and who said so",
    ),
    "r5.steps.default": ("行业默认：本公司这一步还没有问到", "trade default: not known of this company yet"),
    "r5.steps.level": ("{capability} {level:level} 级", "{capability} at {level:level}"),
    "r5.steps.group": ("{who} {n} 份 {level}", "{who} ({n}): {level}"),
    "r5.steps.withheld": ("份数太少，不单列", "too few to be told apart"),
    "r5.steps.source": (
        "步骤来自行业内容；等级是这一步对应能力里最低的一项，核实口径，小字是这一级的样子。没有答案的步骤标“行业默认”。",
        "Steps are the trade's; the level is that of the weakest capability behind a step, verified, in small type what it looks like. Steps without an answer are marked as the trade's default.",
    ),
    "col.weakesthere": ("本公司最弱的一项", "Weakest here"),
    "col.saidby": ("谁说的：份数与等级", "Said by: number and level"),
}

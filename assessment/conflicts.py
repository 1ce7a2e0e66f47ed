"""Why a plan is impossible, in words: the smallest set of demands that cannot hold together."""

from collections.abc import Mapping
from typing import Any

from assessment.errors import AssessmentError
from questionnaires.locale_text import LocaleText
from roadmap.initiatives import Catalogue
from roadmap.plan import Plan, Reason

DEMANDS: Mapping[str, tuple[str, str]] = {
    "must": ("必须做“{id}”", "“{id}” must be done"),
    "must_not": ("不做“{id}”", "“{id}” must not be done"),
    "precedence": ("“{after}”要等“{before}”完成", "“{after}” waits for “{before}”"),
    "exclusive": ("“{first}”与“{second}”只能选一个", "only one of “{first}” and “{second}” can be chosen"),
    "started": ("“{id}”已经开始", "“{id}” has begun"),
    "forbidden": ("本行业不允许“{id}”", "this trade does not allow “{id}”"),
    "needs_forbidden": ("“{id}”要先做的举措，本行业不允许", "what “{id}” waits for is not allowed in this trade"),
    "commission_depth": ("“{id}”的分佣层级超过规定", "the commission levels of “{id}” are beyond the rule"),
    "commission_for": ("“{id}”的分佣对象不合规定", "what “{id}” pays commission for is against the rule"),
    "horizon": ("“{id}”在选择期内做不完", "“{id}” does not fit into the period of choice"),
    "gate": ("“{id}”的起步条件", "what “{id}” presupposes"),
    "budget": ("预算", "the budget"),
    "capacity": ("{role}的人力", "the capacity of {role}"),
    "forbidden_period": (
        "旺季里门店举措和大系统不启动、不上线",
        "no start or go-live in stores or of large systems in peak season",
    ),
    "window": ("系统上线的间隔", "the distance between system starts"),
    "concurrent": ("同时进行的数量", "the number running at one time"),
}
OTHER = ("{code}", "{code}")


class Infeasible(AssessmentError):  # noqa: N818 - named after what the planner meets
    """What was asked of the plan cannot hold together; ``plan.selection.conflicts`` are the demands, as codes."""

    def __init__(self, plan: Plan, catalogue: Catalogue) -> None:
        self.plan = plan
        found = [demand(reason, catalogue) for reason in plan.selection.conflicts]
        zh, en = "；".join(d.zh for d in found) or "全部条件", "; ".join(d.en for d in found) or "all conditions"
        text = LocaleText(
            f"这些要求无法同时满足：{zh}。请放宽其中一项再生成路线图。",
            f"These demands cannot hold together: {en}. Relax one of them and plan again.",
        )
        super().__init__("infeasible", text)


def demand(reason: Reason, catalogue: Catalogue) -> LocaleText:
    """Return one demand in words, with initiatives and roles by their names."""
    zh, en = DEMANDS.get(reason.code, OTHER)
    names = {key: _name(value, catalogue) for key, value in reason.params.items()}
    return LocaleText(
        zh.format(code=reason.code, **{key: name.zh for key, name in names.items()}),
        en.format(code=reason.code, **{key: name.en for key, name in names.items()}),
    )


def _name(value: Any, catalogue: Catalogue) -> LocaleText:
    key = str(value)
    if key in catalogue.initiatives:
        return catalogue.initiatives[key].name
    return catalogue.roles.get(key, LocaleText(key, key))

"""Sentences for the reasons of the roadmap: why an initiative is there, when, why another is not."""

from reports.phrases.wording import Catalogue

REASONS: Catalogue = {
    "must": ("客户要求必做", "the client asked for it"),
    "must_not": ("客户要求不做", "the client ruled it out"),
    "started": ("已经开始，不再改动", "already under way and kept"),
    "exclusive": (
        ("与{with:name}二选一", "either this or {with:name}"),
        ("{first:name}与{second:name}二选一", "either {first:name} or {second:name}"),
    ),
    "precedence": ("要先做{before:name}", "{before:name} has to come first"),
    "gate": (
        (
            "{area:name}要先到 {at_least:one}（方案期内到 {reached:one}）",
            "{area:name} has to reach {at_least:one} first (the plan reaches {reached:one})",
        ),
        ("{area:name}要先到 {at_least:one}", "{area:name} has to reach {at_least:one} first"),
    ),
    "budget": (
        ("{period:period}起预算不够", "the budget is short from {period:period}"),
        ("预算已用完", "the budget is used up"),
    ),
    "capacity": (
        ("{role:name}在 {period:period}排满", "{role:name} is fully booked in {period:period}"),
        ("{role:name}排满", "{role:name} is fully booked"),
    ),
    "forbidden_period": (
        ("{period:period}是旺季，不上线", "no go-live in peak season ({period:period})"),
        ("旺季不上线", "no go-live in peak season"),
    ),
    "window": ("{length} 个月内只能启动一个大系统", "one large system start in any {length} months"),
    "concurrent": (
        ("{period:period}门店同时在推的变化已满", "stores already carry all the change they can in {period:period}"),
        ("门店同时在推的变化已满", "stores already carry all the change they can"),
    ),
    "horizon": ("方案期内来不及做完", "it cannot finish within the plan"),
}

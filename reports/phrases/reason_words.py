"""Sentences for the reasons of the roadmap: why an initiative is there, why on that day, why another is not."""

from reports.phrases.wording import Catalogue

SELECTION: Catalogue = {
    "must": ("客户要求必做", "the client asked for it"),
    "governance": ("治理（R11）要有能拍板的小组", "R11 governance needs the group that decides"),
    "unasked": ("没有差距、需求或资源指向它", "no gap, need or resource points to it"),
    "must_not": ("客户要求不做", "the client ruled it out"),
    "started": ("已经开始，不再改动", "already under way and kept"),
    "exclusive": (
        ("与“{with:name}”二选一", "either this or {with:name}"),
        ("“{first:name}”与“{second:name}”二选一", "either {first:name} or {second:name}"),
    ),
    "needs": (
        "前面的“{needs:names}”没有进方案",
        "what it needs is not in the plan: {needs:names}",
    ),
    "precedence": (
        ("“{needs:names}”在方案期内来不及先做完", "{needs:names} cannot be finished early enough"),
        ("要先做“{before:name}”", "{before:name} has to come first"),
    ),
    "gate": (
        (
            "“{area:name}”要先到 {at_least:one}，方案期内只到 {reached:one}",
            "{area:name} has to reach {at_least:one} first; the plan reaches {reached:one}",
        ),
        ("“{area:name}”要先到 {at_least:one}", "{area:name} has to reach {at_least:one} first"),
    ),
    "budget": (
        (
            "预算不够；放得下的话可再增 {value:money}",
            "the budget is short; it would add {value:money} if it fitted",
        ),
        ("{period:period}起预算不够", "the budget is short from {period:period}"),
        ("预算已用完", "the budget is used up"),
    ),
    "capacity": (
        (
            "{role:name}排满；排得下的话可再增 {value:money}",
            "{role:name} is fully booked; it would add {value:money} if it fitted",
        ),
        ("{role:name}在 {period:period}排满", "{role:name} is fully booked in {period:period}"),
        ("{role:name}排满", "{role:name} is fully booked"),
    ),
    "forbidden_period": (
        (
            "{period:period}是旺季，门店举措和大系统不启动、不上线",
            "peak season ({period:period}): no start or go-live in stores or of large systems",
        ),
        (
            "只能落在旺季，而旺季里门店举措和大系统不启动、不上线",
            "it would fall into peak season, when nothing in stores and no large system starts or goes live",
        ),
    ),
    "deadline": (
        (
            "它给方案立规矩，要在 {by:period}之前到位；此前排不下（{rules:words}），之后再做就管不到前面的钱",
            "it governs the plan and has to be in place before {by:period}; there is no room for it until then ({rules:words}), and later it would govern money already spent",
        ),
        (
            "它给方案立规矩，要在 {by:period}之前到位，来不及",
            "it governs the plan and has to be in place before {by:period}, which cannot be done",
        ),
    ),
    "window": (
        ("{length} 个月内只能启动一个大系统", "only one large system may start in any {length} months"),
        ("同一时段只能启动一个大系统", "only one large system may start at a time"),
    ),
    "concurrent": (
        ("{period:period}门店同时在推的变化已满", "stores already carry all the change they can in {period:period}"),
        ("门店同时在推的变化已满", "stores already carry all the change they can"),
    ),
    "horizon": (
        (
            "要 {duration} 个月，方案期内做不完",
            "it takes {duration} months and cannot finish within the plan",
        ),
        ("方案期内做不完", "it cannot finish within the plan"),
    ),
    "crowded_out": (
        "单独做值 {alone:money}，但同一环节已有更好的举措",
        "alone it is worth {alone:money}, but better initiatives already work on the same step",
    ),
    "negative_value": (
        "花的比挣的多：放进来净值 {value:money}",
        "it costs more than it earns: {value:money} in this plan",
    ),
    "combined": (
        (
            "每个时段都有一条放不下：{rules:words}；放得下的话可再增 {value:money}",
            "every start meets another limit ({rules:words}); it would add {value:money} if it fitted",
        ),
        ("每个时段都有一条放不下：{rules:words}", "every start meets another limit: {rules:words}"),
    ),
}

CANDIDATES: Catalogue = {
    "gap": (
        "补差距：“{capability:name}”{level:level} → {target:rung}",
        "closes a gap: {capability:name} {level:level} → {target:rung}",
    ),
    "gaps": ("补差距：{gaps}", "closes gaps: {gaps}"),
    "prerequisite": ("为“{of:few}”铺路", "clears the way for {of:few}"),
    "flag": ("“{flag:name}”要求先做，涉及“{of:few}”", "{flag:name} demands it before {of:few}"),
    "instead_of": ("代替不允许的“{id:name}”", "takes the place of {id:name}, which is not allowed"),
    "lifts_adoption": (
        "让真正在用的一线员工从 {share:percent} 升到 {to:percent}，其余举措跟着增利",
        "lifts the share of front-line staff who use the tools from {share:percent} to {to:percent}, which every other item gains from",
    ),
    "already_done": ("已经做完", "already done"),
    "already_waived": ("顾问豁免：{why}", "waived by the consultant: {why}"),
    "already_standing": (
        "“{capabilities:names}”已到 {level:level} 级，不必再做",
        "{capabilities:names} already at level {level:level}",
    ),
    "forbidden": ("本行业不允许", "not allowed in this trade"),
    "needs_forbidden": (
        "前面要做的“{needs:names}”本行业不允许",
        "it needs {needs:names}, not allowed in this trade",
    ),
    "commission_depth": (
        "佣金分到第 {depth} 层，最多 {at_most} 层",
        "commission goes {depth} levels deep; {at_most} at most",
    ),
    "commission_for": (
        "佣金只能付给成交、核实的购买或服务",
        "commission may only be paid for a sale, a verified purchase or a service",
    ),
    "other_platform": ("“{platforms:names}”有这个模块", "offered by {platforms:names}"),
    "by_hand": ("先用人工与表格做", "done by hand and in sheets"),
}

DATES: Catalogue = {
    "link": (
        "“{task:name}”{date:monthday}到位之后才能开始",
        "follows {task:name}, in place on {date:monthday}",
    ),
    "broken_link": (
        "比“{task:name}”要求的早了 {days} 个工作日",
        "starts {days} working days before {task:name} allows",
    ),
    "broken_rules": (
        "已开工的照常进行，但超出了这些限制：{rules:words}",
        "goes on although it oversteps these limits: {rules:words}",
    ),
    "actual": ("{date:monthday}已经开始", "started on {date:monthday}"),
    "pinned": ("日期由客户定为 {date:monthday}", "fixed by the client for {date:monthday}"),
    "not_before": ("最早从 {date:monthday}起", "not before {date:monthday}"),
    "levelled": ("人手到 {date:monthday}才够", "people are free from {date:monthday}"),
    "replanned": ("重排当月起才排新工作", "new work starts from the month of re-planning on"),
    "network_start": ("方案一开始就做", "starts with the plan"),
    "role_busy": (
        "{role:name}忙“{task:name}”到 {until:monthday}",
        "{role:name} works on {task:name} until {until:monthday}",
    ),
    "stores_busy": (
        "门店忙“{task:name}”到 {until:monthday}",
        "stores are busy with {task:name} until {until:monthday}",
    ),
    "no_sooner": ("更早开始没有好处", "nothing is gained by starting sooner"),
    "stretched": (
        "{role:name}每月抽不出那么多时间，{planned} 个月的事排成 {months} 个月",
        "{role:name} has too little time a month: {months} months instead of {planned}",
    ),
    "overload": (
        "{role:name}从 {date:monthday}“{task:name}”起超负荷",
        "{role:name} is overloaded from {task:name} on {date:monthday}",
    ),
}

REASONS: Catalogue = {**SELECTION, **CANDIDATES, **DATES}

"""Words for what the registers hold, said alike in workbook, page and report."""

from questionnaires.locale_text import LocaleText

L = LocaleText

HOLDINGS = {
    "members": L("会员", "members"),
    "orders": L("订单", "orders"),
    "payments": L("收款", "payments"),
    "contacts": L("联系人", "contacts"),
    "leads": L("线索", "leads"),
    "quotes": L("报价", "quotes"),
    "cases": L("案例", "cases"),
    "stock": L("库存", "stock"),
    "jobs": L("派工单", "jobs"),
    "bookings": L("预约", "bookings"),
    "reports": L("报表", "reports"),
    "staff": L("员工", "staff"),
}
"""Kinds of data a system holds or passes on."""

MOMENTS = {
    "found": L("被找到", "being found"),
    "first_trust": L("首次信任", "first trust"),
    "follow_up": L("跟进", "follow-up"),
    "closing": L("踢单", "closing"),
    "order": L("下单", "order"),
    "service": L("服务", "service"),
    "return": L("复购", "return"),
    "refer": L("转介绍", "refer"),
}
"""Moments of a deal in which a resource helps."""

NAMED_BY = {
    "executive": L("高层", "executives"),
    "store": L("门店", "stores"),
    "data": L("数据", "data"),
    "consultant": L("顾问", "consultant"),
}
"""Who named a resource."""

LEVER_KINDS = {
    "people": L("人员", "people"),
    "process": L("流程", "process"),
    "data": L("数据", "data"),
    "resource": L("资源", "resource"),
    "tool": L("工具", "tool"),
}
"""What a lever of a need works on."""

SELECTIONS = {
    "random": L("随机抽取", "drawn at random"),
    "chosen": L("有意选取", "chosen"),
    "census": L("全部", "all of them"),
}
"""How the stores to be visited were picked."""

"""Names of what the registers hold: kinds of data, levers of a need, ways data move."""

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

NEED_LEVERS = {
    "people": L("人", "people"),
    "process": L("流程", "process"),
    "data": L("数据", "data"),
    "resource": L("资源", "resource"),
    "tool": L("工具", "tool"),
}

MODES = {
    "manual": L("手工", "by hand"),
    "file": L("表格", "by file"),
    "api": L("接口", "by API"),
    "live": L("实时", "live"),
}

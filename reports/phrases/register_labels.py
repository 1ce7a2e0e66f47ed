"""Names of what only reports say of the registers: levers of a need, ways data move."""

from questionnaires.locale_text import LocaleText

L = LocaleText

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

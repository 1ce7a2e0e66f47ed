"""What a person reads of a job: the step it is at, and one sentence when it could not be done."""

from collections.abc import Mapping

from assessment.errors import AssessmentError
from questionnaires.findings import ContentError
from questionnaires.locale_text import LocaleText
from reports.errors import ReportError

STEPS: Mapping[str, LocaleText] = {
    "read": LocaleText("读取项目数据", "Reading the engagement"),
    "compose": LocaleText("写报告", "Writing the report"),
    "fonts": LocaleText("准备字体", "Preparing the fonts"),
    "render": LocaleText("排版成 PDF，约 10 秒", "Laying out the PDF, about 10 seconds"),
    "choose": LocaleText("挑选举措、排日期，最多 1 分钟", "Choosing and dating initiatives, a minute at most"),
    "beside": LocaleText(
        "在其余平台上各重算一次，每个最多 15 秒", "Running it again on the other platforms, 15 seconds each at most"
    ),
}
"""What a reader sees while a job runs."""

UNEXPECTED = LocaleText(
    "没有完成：程序出了问题，已记入日志；数据没有改动。再试一次，还不行就把日志发给我们。",
    "Not done: something broke and was logged; nothing was changed. Try again; if it fails again, send us the log.",
)
CONTENT = LocaleText(
    "内容包有错误，不能用。运行 zhidian check 看是哪个文件哪一行。",
    "The content pack has errors and cannot be used. Run zhidian check for file and line.",
)
DISK = LocaleText(
    "文件没有写成：磁盘满了，或数据目录不可写。腾出空间再试。",
    "The file could not be written: the disk is full or the data folder is not writable. Make room and try again.",
)
REPORTS: Mapping[str, LocaleText] = {
    "render.missing": LocaleText(
        "这台机器缺少生成 PDF 的系统库（Pango）。先看网页版报告；装好后再试：apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        "This machine lacks the system libraries for PDF (Pango). Read the report as a page; to mend it: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    ),
    "render.slow": LocaleText(
        "生成 PDF 超时，已停止，什么都没写。再试一次。", "The PDF took too long and was stopped. Try again."
    ),
    "render.limit": LocaleText(
        "生成 PDF 时内存或时间用尽，已停止。再试一次，或先看网页版报告。",
        "The PDF ran out of memory or time and was stopped. Try again, or read the report as a page.",
    ),
    "fonts.offline": LocaleText(
        "取不到报告字体：联网或设置 npm 镜像后，再试一次。",
        "The report fonts cannot be fetched: connect to the internet or set an npm mirror, then try again.",
    ),
    "fonts.unwritable": LocaleText(
        "字体缓存目录不可写。用 ZHIDIAN_CACHE_DIR 指到可写的目录。",
        "The font cache is not writable. Point ZHIDIAN_CACHE_DIR at a folder you may write.",
    ),
    "fonts.tampered": LocaleText(
        "下载的字体与锁定的版本不一致，没有使用。换一个可信的镜像再试。",
        "The fonts fetched are not the pinned ones and were not used. Try again from a registry you trust.",
    ),
}


def sentence_of(error: BaseException) -> LocaleText:
    """Return the sentence for an error; what nobody foresaw is called that, and nothing of it is shown."""
    if isinstance(error, AssessmentError):
        return error.text
    if isinstance(error, ContentError):
        return CONTENT
    if isinstance(error, ReportError):
        return REPORTS.get(error.code, UNEXPECTED)
    if isinstance(error, OSError):
        return DISK
    return UNEXPECTED

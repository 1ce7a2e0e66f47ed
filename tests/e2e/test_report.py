"""The PDF is asked for on the page, made by the worker, downloaded and read."""

import re
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import expect

MADE_WITHIN = 120_000  # milliseconds on a busy machine; the first time the fonts may have to be fetched


def text_of(path):
    document = pypdfium2.PdfDocument(path)
    try:
        return document.get_metadata_dict(), [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


@pytest.mark.pdf
@pytest.mark.parametrize(
    ("button", "listed", "title", "words"),
    [
        ("做中文报告", "中文报告（PDF）", "禾屿家居", ("示例", "路线图", "利润")),
        ("做英文报告", "英文报告（PDF）", "Heyu Home", ("sample", "roadmap", "profit")),
    ],
)
def test_the_pdf_is_made_downloaded_and_read(site, visit, tmp_path, button, listed, title, words):
    window = visit(accept_downloads=True)
    page = window.enter("consultant", f"/e/{site.engagement}/report")
    page.get_by_role("button", name=button).first.click()
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=re.compile(re.escape(listed))))
    expect(row.first).to_be_visible(timeout=MADE_WITHIN)
    with page.expect_download() as waiting:
        row.first.get_by_role("link", name="下载").click()
    download = waiting.value
    assert download.suggested_filename.endswith(".pdf")
    assert title in download.suggested_filename
    path = Path(tmp_path / "report.pdf")
    download.save_as(path)
    facts, pages = text_of(path)
    everything = re.sub(r"\s+", " ", " ".join(pages))
    assert len(pages) >= 6
    assert title in facts["Title"]
    for word in (title, *words):
        assert word.lower() in everything.lower()
    assert page.url.endswith("/report")  # the page stayed


def test_an_unchanged_report_is_there_at_once(site, visit):
    page = visit().enter("executive", f"/e/{site.engagement}/report")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("button", name="做中文报告").first.click()
    expect(page.get_by_text(re.compile("内容没变|沿用|未变|没有变")).first).to_be_visible()


def test_nobody_else_gets_the_pdf(site, visit):
    window = visit()
    page = window.enter("consultant", f"/e/{site.engagement}/report")
    address = page.get_by_role("link", name="下载").first.get_attribute("href")
    assert window.context.request.get(site.address + address).status == 200
    for other in (visit(), visit()):
        assert other.context.request.get(site.address + address).status == 404
        other.enter("outsider")
        assert other.context.request.get(site.address + address).status == 404


def test_the_report_as_a_page(site, visit):
    page = visit().enter("consultant", f"/e/{site.engagement}/files/report.html?locale=en")
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    expect(page.get_by_text("Heyu Home").first).to_be_visible()

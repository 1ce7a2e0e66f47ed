"""What every page owes its reader: both languages without reload, dark mode, narrow screens, no barrier axe can see."""

import re

import pytest
from playwright.sync_api import expect

PAGES = ("", "/roadmap", "/people", "/resources", "/facts", "/report", "/profile")
HAN = re.compile(r"[\u4e00-\u9fff]")


def open_page(window, path):
    """Go to a page of the engagement and wait until it shows its content."""
    page = window.go(f"/e/{window.site.engagement}{path}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("正在读取")).to_have_count(0)
    page.wait_for_load_state("networkidle")  # drawings arrive after the text
    return page


def test_the_language_switches_without_reload_on_every_page(visit):
    window = visit()
    window.enter("consultant")
    for path in PAGES:
        page = open_page(window, path)
        page.evaluate("window.stayed = true")
        page.get_by_role("button", name="EN", exact=True).click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        expect(page.get_by_role("button", name="Sign out")).to_be_visible()
        assert page.evaluate("window.stayed") is True
        assert not HAN.search(page.get_by_role("heading", level=1).inner_text()), path
        page.reload()
        expect(page.get_by_role("button", name="Sign out")).to_be_visible()  # remembered
        page.get_by_role("button", name="中文", exact=True).click()
        expect(page.get_by_role("button", name="退出")).to_be_visible()


def test_every_page_fits_a_narrow_phone(visit):
    window = visit(width=360, height=740)
    window.enter("consultant")
    wide = {}
    for path in PAGES:
        page = open_page(window, path)
        wide[path] = page.evaluate("document.documentElement.scrollWidth")
    assert {path: width for path, width in wide.items() if width > 360} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_on_the_pages(visit, axe, scheme):
    window = visit(scheme=scheme)
    found = {"/signin": axe(window.go("/signin"))}
    page = window.enter("consultant")
    expect(page.get_by_role("link", name=re.compile("禾屿家居"))).to_be_visible()
    found["/"] = axe(page)
    for path in PAGES:
        found[path] = axe(open_page(window, path))
    assert {path: barriers for path, barriers in found.items() if barriers} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_on_answer_pages_and_files(site, visit, axe, scheme):
    phone = visit(width=360, height=740, scheme=scheme)
    page = phone.go(site.links["M29"])
    assert axe(page) == []
    for path in ("/open", "/SAL", "/submit"):
        phone.go(f"/answer/{site.engagement}/M29/manager{path}")
        assert axe(page) == []
    phone.go(f"/answer/{site.engagement}/M29/manager/STR")
    page.get_by_role("radio", name="本店没有这件事").first.check()
    page.get_by_role("button", name=re.compile("^存好")).click()
    expect(page.locator(".alert[role=alert]")).to_be_visible()
    assert axe(page) == []
    assert axe(visit(scheme=scheme).go("/a/nowhere")) == []
    laptop = visit(scheme=scheme)
    page = laptop.enter("consultant", f"/answer/{site.engagement}/P01/executive/STR")
    assert axe(page) == []
    assert axe(laptop.go(f"/e/{site.engagement}/files/invitations")) == []


STEPS = (("验证", "#decide"), ("汇整", "#dimensions"), ("走店", "tab=visits#visits"), ("跟踪", "/roadmap#log"))
MENU = ("全部项目", "总览", "路线图", "资源", "门店与人员", "事实与系统", "报告", "企业概况")


def test_the_rail_is_the_same_on_every_page_and_marks_where_one_is(visit):
    window = visit(width=1440, height=900)
    window.enter("consultant")
    names = set()
    for path in PAGES:
        rail = open_page(window, path).locator("nav.rail")
        names.add(tuple(rail.get_by_role("link").evaluate_all("links => links.map(a => a.getAttribute('href'))")))
        expect(rail.locator(".steps [aria-current=page]")).to_have_count(0 if path == "/resources" else 1)
        expect(rail.locator(".links [aria-current=page]")).to_have_count(1)
    assert len(names) == 1
    for name, place in STEPS:
        step = window.page.locator("nav.rail .steps a").filter(has_text=name)
        step.click()
        window.page.wait_for_url(lambda address, place=place: address.endswith(place))
        expect(step).to_have_attribute("aria-current", "page")
        expect(window.page.locator(place[place.index("#") :])).to_be_visible()


def test_a_phone_reaches_the_list_and_every_page(visit):
    window = visit(width=360, height=740)
    window.enter("consultant")
    page = open_page(window, "/roadmap")
    assert page.locator("header.bar").evaluate("bar => bar.offsetHeight") < 60
    page.get_by_label("菜单").first.click()
    menu = page.get_by_role("navigation", name="菜单")
    assert tuple(menu.get_by_role("link").all_inner_texts()) == MENU
    expect(menu.get_by_role("button", name="退出")).to_be_visible()
    menu.get_by_role("link", name="企业概况").click()
    expect(page.get_by_role("heading", level=1, name="企业概况")).to_be_visible()
    page.get_by_label("菜单").first.click()
    page.get_by_role("link", name="全部项目").click()
    expect(page.get_by_role("heading", level=1, name="项目")).to_be_visible()

"""A store manager answers on a phone by the link; a consultant codes on a laptop. Without any script."""

import re

from playwright.sync_api import expect

BACKGROUND = "getComputedStyle(document.documentElement).backgroundColor"
DARK = "rgb(26, 28, 31)"


def test_a_manager_answers_on_a_narrow_phone_by_the_link(site, visit):
    window = visit(width=360, height=740, java_script_enabled=False, has_touch=True, is_mobile=True)
    page = window.go(site.links["M26"])
    expect(page).to_have_url(re.compile(r"/answer/.+/M26/manager$"))
    page.get_by_role("link", name="开始填写").tap()
    page.get_by_label("最近丢掉的一单").fill("丢在报价之后")
    page.get_by_role("button", name="存好，下一页").tap()
    expect(page.get_by_text("1 条答案已安全")).to_be_visible()
    answered = 1
    while not page.url.endswith("/submit"):
        groups = page.get_by_role("group").filter(has=page.get_by_role("radio"))
        for index in range(groups.count()):
            groups.nth(index).get_by_role("radio").nth(1).check()
        answered += groups.count()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        here = page.url
        page.get_by_role("button", name=re.compile("^存好")).tap()
        expect(page).not_to_have_url(here)
    expect(page.get_by_text(f"{answered} 条答案已安全")).to_be_visible()
    page.get_by_role("button", name="交卷").tap()
    expect(page.get_by_role("heading", name="收到了，谢谢")).to_be_visible()
    receipt = page.locator(".receipt b").inner_text()
    assert re.fullmatch(r"[0-9A-Z]{4}-[0-9A-Z]{4}", receipt)
    page.go_back()
    page.go_back()
    expect(page.get_by_role("radio", checked=True).first).to_be_visible()


def test_a_manager_switches_language_forgets_a_reason_and_loses_nothing(site, visit):
    window = visit(width=360, height=740, java_script_enabled=False)
    window.go(site.links["M29"])
    page = window.go(f"/answer/{site.engagement}/M29/manager/SAL")
    group = page.get_by_role("group").filter(has=page.get_by_role("radio")).first
    group.get_by_role("radio", name="本店没有这件事").check()
    page.get_by_text("想补充一句？").first.click()
    page.get_by_role("textbox", name=re.compile("^补充")).first.fill("店里只有我一个人")
    page.get_by_role("button", name="存好，下一页").click()
    expect(page.get_by_role("alert")).to_contain_text("1 题还没存上")
    page.get_by_role("button", name="EN", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("1 not saved yet")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("textbox", name=re.compile("^Note")).first).to_have_value("店里只有我一个人")
    page.get_by_label("Why not? One sentence").first.fill("One person runs the store")
    page.get_by_role("button", name="Save, next").click()
    expect(page).to_have_url(re.compile("/SVC$"))
    expect(page.get_by_text(re.compile(r"Answers safe: \d+"))).to_be_visible()


def test_a_bad_link_says_so_in_both_languages(visit):
    page = visit(width=360).go("/a/this-link-was-never-made")
    expect(page.get_by_role("heading", name="这个链接打不开问卷")).to_be_visible()
    expect(page.get_by_role("heading", name="This link does not open a form")).to_be_visible()


def test_a_consultant_codes_an_executive_by_keyboard(site, visit):
    window = visit()
    page = window.enter("consultant", f"/answer/{site.engagement}/P03/executive/SAL")
    expect(page.get_by_text("追问").first).to_be_visible()
    expect(page.get_by_role("navigation", name="各部分")).to_be_visible()
    first = page.get_by_role("group").filter(has=page.get_by_role("radio")).first
    first.get_by_role("radio").nth(3).focus()
    page.keyboard.press("Space")
    page.get_by_role("checkbox", name=re.compile("^截图")).first.check()
    page.get_by_role("textbox", name=re.compile("^补充")).first.fill("看了昨天的记录")
    page.get_by_role("button", name=re.compile("^战略|.*战略")).first.click()
    expect(page).to_have_url(re.compile("/STR$"))
    page.go_back()
    expect(first.get_by_role("radio").nth(3)).to_be_checked()
    expect(page.get_by_role("textbox", name=re.compile("^补充")).first).to_have_value("看了昨天的记录")


def test_answer_pages_follow_the_dark_mode_of_the_phone(site, visit):
    dark = visit(width=360, scheme="dark")
    page = dark.go(site.links["M26"])
    assert page.evaluate(BACKGROUND) == DARK


def test_answer_pages_follow_the_mode_chosen_in_the_workspace(site, visit):
    window = visit(scheme="light")
    page = window.enter("consultant")
    page.get_by_role("button", name="深色").click()
    expect(page.locator("html")).to_have_class(re.compile("dark"))
    page = window.go(f"/answer/{site.engagement}/P03/executive/SAL")
    assert page.evaluate(BACKGROUND) == DARK
    page = window.go("/")
    page.get_by_role("button", name="浅色").click()
    window.page.emulate_media(color_scheme="dark")
    page = window.go(f"/answer/{site.engagement}/P03/executive")
    assert page.evaluate(BACKGROUND) == "rgb(255, 255, 255)"

"""What a manager types is kept without a press of the button, and nothing typed is lost on the way."""

import re

from playwright.sync_api import expect

SAVED = re.compile(r"● 已保存 \d\d:\d\d")


def lines(page):
    """Return the lines of the first question with lines to choose."""
    return page.get_by_role("group").filter(has=page.get_by_role("radio")).first.get_by_role("radio")


def test_typed_text_is_saved_after_a_pause_and_is_there_when_the_link_is_opened_again(site, visit):
    window = visit(width=360, height=740)
    window.go(site.links["M29"])
    page = window.go(f"/answer/{site.engagement}/M29/manager/open")
    expect(page.get_by_text("边写边存，可以随时离开。")).to_be_visible()
    expect(page.get_by_text("才会保存这一页")).to_be_hidden()
    page.get_by_role("textbox").nth(1).fill("昨天开会改了排班")
    expect(page.get_by_role("status")).to_have_text(SAVED)
    assert page.evaluate("localStorage.length") == 0
    window.context.close()
    other = visit(width=360, height=740)
    other.go(site.links["M29"])
    again = other.go(f"/answer/{site.engagement}/M29/manager/open")
    expect(again.get_by_role("textbox").nth(1)).to_have_value("昨天开会改了排班")


def test_a_tab_closed_at_once_still_saves(site, visit):
    window = visit(width=360, height=740)
    window.go(site.links["M29"])
    page = window.go(f"/answer/{site.engagement}/M29/manager/open")
    page.get_by_role("textbox").nth(2).fill("刚写完就关")
    page.goto("about:blank")
    page = window.go(f"/answer/{site.engagement}/M29/manager/open")
    expect(page.get_by_role("textbox").nth(2)).to_have_value("刚写完就关")


def test_without_the_server_it_says_so_keeps_a_copy_and_brings_it_back(site, visit):
    window = visit(width=360, height=740)
    window.go(site.links["M29"])
    here = f"/answer/{site.engagement}/M29/manager/SVC"
    page = window.go(here)
    window.context.set_offline(offline=True)
    lines(page).nth(2).check()
    expect(page.get_by_role("status")).to_contain_text("没存上，稍后再试")
    assert page.evaluate("localStorage.length") == 1
    # The last save of a page that is closed outlives the lost network of this browser, and would reach the server at times.
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('no network')); }")
    page.close()
    window.context.set_offline(offline=False)
    page = window.context.new_page()
    page.goto(site.address + here)
    expect(lines(page).nth(2)).to_be_checked()
    expect(page.get_by_role("status")).to_have_text(SAVED)
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    expect(lines(page).nth(2)).to_be_checked()


def test_a_newer_answer_from_elsewhere_is_shown_beside_never_overwritten(site, visit):
    phone, tablet = visit(width=360, height=740), visit()
    here = f"/answer/{site.engagement}/M29/manager/MKT"
    for window in (phone, tablet):
        window.go(site.links["M29"])
        window.go(here)
    lines(phone.page).nth(1).check()
    expect(phone.page.get_by_role("status")).to_have_text(SAVED)
    lines(tablet.page).nth(3).check()
    expect(tablet.page.get_by_role("status")).to_contain_text("别处也改过，还没存")
    phone.page.reload()
    expect(lines(phone.page).nth(1)).to_be_checked()
    tablet.page.get_by_role("button", name=re.compile("^存好")).click()
    expect(tablet.page.get_by_text("别处存的是：")).to_be_visible()
    expect(tablet.page.get_by_text("才会保存这一页")).to_be_visible()


def test_a_press_of_the_button_leaves_no_copy_behind(site, visit):
    window = visit(width=360, height=740)
    window.go(site.links["M29"])
    page = window.go(f"/answer/{site.engagement}/M29/manager/BIZ")
    lines(page).nth(2).check()
    page.get_by_role("button", name=re.compile("^存好")).click()
    expect(page).to_have_url(re.compile("/submit$"))
    assert page.evaluate("localStorage.length") == 0

"""Forms of the workspace: a refusal is seen and leads to the field, and nobody overwrites what somebody else changed."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def work(site, visit):
    """Open a window of the consultant at a page of the sample."""
    return lambda path, **how: visit(**how).enter("consultant", f"/e/{site.engagement}{path}")


def test_a_refused_form_takes_the_focus_and_names_the_field_as_the_page_does(work):
    page = work("/profile")
    weeks = page.locator('[name="capacity.it"]')
    name = weeks.evaluate("field => field.closest('label').querySelector('span').textContent")
    weeks.fill("viele")
    page.get_by_label("方案开始日").fill("1900-01-01")
    page.get_by_role("button", name="保存概况").click()
    refusal = page.get_by_role("alert")
    expect(refusal).to_be_focused()
    expect(refusal).to_be_in_viewport()
    expect(refusal.get_by_role("link", name=name, exact=True)).to_be_visible()
    expect(weeks).to_have_attribute("aria-invalid", "true")
    refusal.get_by_role("link", name=name, exact=True).click()
    expect(weeks).to_be_focused()
    expect(refusal.get_by_role("link", name="方案开始日")).to_be_visible()
    weeks.fill("2")
    page.get_by_role("button", name="保存概况").click()
    expect(page.get_by_role("alert").get_by_role("link", name="方案开始日")).to_be_visible()
    expect(weeks).not_to_have_attribute("aria-invalid", "true")


def test_the_last_save_of_a_profile_does_not_win_in_silence(work):
    first, second = work("/profile"), work("/profile")
    for page, budget in ((first, "910000"), (second, "510000")):
        expect(page.get_by_label("外部预算上限（元）")).not_to_have_value("")
        page.get_by_label("外部预算上限（元）").fill(budget)
    first.get_by_role("button", name="保存概况").click()
    expect(first.get_by_text("概况已保存")).to_be_visible()
    second.get_by_role("button", name="保存概况").click()
    both = second.get_by_role("alert")
    expect(both).to_contain_text("别人刚更新过这一项")
    expect(both).to_contain_text("¥91 万")
    expect(both).to_contain_text("¥51 万")
    expect(second.get_by_text("概况已保存")).to_be_hidden()
    both.get_by_role("button", name="用已保存的").click()
    expect(second.get_by_label("外部预算上限（元）")).to_have_value("910000")
    first.reload()
    expect(first.get_by_label("外部预算上限（元）")).to_have_value("910000")
    expect(first.get_by_text("概况已保存")).to_be_hidden()


def test_a_sentence_of_success_does_not_follow_to_the_next_page(work):
    page = work("/profile")
    page.get_by_role("button", name="保存概况").click()
    expect(page.get_by_text("概况已保存")).to_be_visible()
    page.get_by_role("link", name="资源").first.click()
    expect(page).to_have_url(re.compile("/resources"))
    expect(page.get_by_text("概况已保存")).to_be_hidden()


def test_two_people_on_one_number_see_both_and_a_percentage_takes_its_sign(work):
    first, second = work("/facts"), work("/facts")
    for page in (first, second):
        page.get_by_role("button", name="修改 到店成交率").click()
        expect(page.locator(".with-unit .unit")).to_have_text("%")
    first.get_by_label("数值").fill("0.25")
    first.get_by_role("button", name="保存数值").click()
    expect(first.get_by_role("alert")).to_contain_text("若是 25%，填 25")
    first.get_by_label("数值").fill("25%")
    first.get_by_role("button", name="保存数值").click()
    expect(first.get_by_role("row", name=re.compile("到店成交率"))).to_contain_text("25%")
    second.get_by_label("数值").fill("18")
    second.get_by_role("button", name="保存数值").click()
    both = second.get_by_role("alert")
    expect(both).to_contain_text("25%")
    expect(both).to_contain_text("18%")
    both.get_by_role("button", name="用我的").click()
    expect(second.get_by_role("row", name=re.compile("到店成交率"))).to_contain_text("18%")


def test_types_follow_the_class_of_a_resource(work):
    page = work("/resources")
    page.get_by_role("button", name="登记资源").first.click()
    before = page.locator('[name="type"]').inner_text()
    page.locator('[name="cls"]').select_option("RC-K")
    expect(page.locator('[name="type"]')).not_to_have_text(before)
    page.get_by_role("button", name="保存资源").click()
    refusal = page.get_by_role("alert")
    expect(refusal).to_be_focused()
    expect(refusal.get_by_role("link", name="用在哪些时刻")).to_be_visible()


def test_days_that_cannot_be_are_refused_where_they_are_typed(work):
    page = work("/roadmap", width=1440)
    page.get_by_role("button", name="表", exact=True).click()
    page.get_by_role("row").filter(has=page.get_by_role("rowheader")).nth(2).get_by_role("button").click()
    days = page.get_by_label("还要多少个工作日")
    days.fill("12.5")
    expect(page.get_by_role("alert")).to_contain_text("要填 0 到 999 的整数，不能是“12.5”")
    page.get_by_role("group", name="现在的状态").get_by_role("button", name=re.compile("正常")).click()
    page.locator(".btn.save").click()
    expect(page.get_by_role("alert")).to_contain_text("12.5")
    expect(page.get_by_text("已保存。")).to_be_hidden()
    expect(days).to_have_value("12.5")


def test_an_engagement_put_away_by_mistake_comes_back(site, visit):
    page = visit().enter("consultant")
    card = page.get_by_role("listitem").filter(has_text="禾屿家居")
    card.get_by_role("button", name="归档").click()
    expect(page.get_by_text("“禾屿家居”已归档")).to_be_visible()
    expect(card).to_be_hidden()
    page.get_by_role("button", name="撤销").click()
    expect(card).to_be_visible()

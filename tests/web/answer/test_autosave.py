"""Typed is kept: the script of a page posts to the same address with a flag of its own and gets a short answer back."""

import re
from urllib.parse import urlencode

import pytest

from web.answer.merging import fingerprint


def auto(phone, page, changes, was=()):
    """Post what the script posts: the form as it is, a flag, and what was sent before without an answer."""
    fields = [(name, value) for name, value in page.form().fields if name not in changes]
    lost = [("was", urlencode(each)) for each in was]
    return phone.post(page.form().action, [*fields, *changes.items(), *lost, ("auto", "1")])


def test_what_is_typed_is_stored_without_a_press_of_the_button(invited, stored):
    page = invited.get(invited.form + "/open")
    told = auto(invited, page, {"v:M.open.1": "丢在报价之后"}).response
    assert told.status_code == 200
    assert told.headers["content-type"].startswith("application/json")
    assert told.headers["cache-control"] == "private, no-store"
    said = told.json()
    assert said["state"] == "saved"
    assert re.fullmatch(r"● 已保存 \d\d:\d\d", said["text"])
    assert stored()["M.open.1"].value == "丢在报价之后"
    assert said["bases"]["M.open.1"] == fingerprint(stored()["M.open.1"])
    assert (said["answered"], said["rev"]) == (0, 1)  # counted are the questions that are not optional


def test_an_answer_that_lacks_its_reason_waits_and_refuses_nothing_else(invited, stored):
    page = invited.get(invited.form + "/SAL")
    said = auto(invited, page, {"v:M.SAL1": "na", "v:M.SAL2": "3"}).response.json()
    assert (said["state"], said["waiting"]) == ("waiting", ["M.SAL1"])
    assert "1 条还没存" in said["text"]
    assert set(stored()) == {"M.SAL2"}


def test_a_newer_answer_of_another_device_is_not_overwritten(site, invited, stored):
    tablet = site.browser()
    tablet.get(invited.link)
    old = tablet.get(invited.form + "/SAL")
    invited.submit(invited.get(invited.form + "/SAL"), {"v:M.SAL2": "2"})
    said = auto(tablet, old, {"v:M.SAL2": "4", "v:M.SAL3": "1"}).response.json()
    assert (said["state"], said["waiting"]) == ("clash", ["M.SAL2"])
    assert "M.SAL2" not in said["bases"]
    assert {q: a.value for q, a in stored().items()} == {"M.SAL2": 2, "M.SAL3": 1}


def test_a_post_whose_answer_was_lost_is_known_again_and_one_that_comes_late_changes_nothing(invited, stored):
    page = invited.get(invited.form + "/open")
    first, second = {"v:M.open.1": "丢在"}, {"v:M.open.1": "丢在报价"}
    auto(invited, page, first)
    forget_own(invited)
    assert auto(invited, page, second, was=[first]).response.json()["state"] == "saved"
    forget_own(invited)
    assert auto(invited, page, first).response.json()["state"] == "clash"  # overtaken on the way
    assert stored()["M.open.1"].value == "丢在报价"


def test_taking_back_what_was_sent_and_never_answered_takes_it_back(invited, stored):
    invited.submit(invited.get(invited.form + "/SAL"), {"v:M.SAL2": "2"})
    page = invited.get(invited.form + "/SAL")
    auto(invited, page, {"v:M.SAL2": "5"})
    forget_own(invited)
    said = auto(invited, page, {"v:M.SAL2": "2"}, was=[{"v:M.SAL2": "5"}]).response.json()
    assert said["state"] == "saved"
    assert stored()["M.SAL2"].value == 2


def test_a_form_that_may_no_longer_be_opened_says_so(site, invited):
    page = invited.get(invited.form + "/open")
    stranger = site.browser()
    told = auto(stranger, page, {"v:M.open.1": "x"}).response
    assert (told.status_code, told.json()["state"]) == (404, "gone")


@pytest.mark.parametrize("was", ["&" * 5000, "v:M.open.1=%ff%fe", "a=1&" * 2000])
def test_nonsense_in_place_of_an_earlier_post_changes_nothing(invited, was):
    page = invited.get(invited.form + "/open")
    told = invited.post(page.form().action, [*page.form().fields, ("was", was), ("auto", "1")])
    assert told.status == 200


def test_a_form_loads_its_own_script_and_nothing_else_runs(invited):
    page = invited.get(invited.form + "/open")
    policy = page.response.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "connect-src 'self'" in policy
    assert "unsafe" not in policy
    (address,) = re.findall(r'<script src="([^"]+)"></script>', page.html)
    script = invited.get(address).response
    assert (script.status_code, script.headers["content-type"].split(";")[0]) == (200, "text/javascript")


def test_without_a_script_nothing_is_promised_that_only_a_script_keeps(invited):
    page = invited.get(invited.form + "/open")
    promise = re.search(r'<p class="keeps">(.*?)</p>', page.html)
    assert promise is not None
    assert re.search(r'<span class="pressed">点“存好，下一页”才会保存', promise[1])
    assert re.search(r'<span class="live" hidden>边写边存', promise[1])


def forget_own(phone) -> None:
    """Let the browser forget which changes it made itself, as when no answer of the server arrived."""
    for cookie in list(phone.cookies.jar):
        if "own" in cookie.name:
            phone.cookies.jar.clear(cookie.domain, cookie.path, cookie.name)

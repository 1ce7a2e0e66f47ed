"""Headers, logs, the parts of Reflex that are private, and what a compiled page is made of."""

import asyncio
import logging

import pytest

from web import compat, log_filter
from web.app import app
from web.headers import CSP, Headers, cache_rule
from web.log_filter import SecretFilter, without_secrets
from web.pages import PAGES

SESSION = "Zq0-s3cr3t_s3ss10n"


def test_a_hashed_file_is_kept_for_ever_and_nothing_else_unasked():
    assert b"immutable" in cache_rule("/assets/home-abc.js")
    assert cache_rule("/assets/reflex-env-abc.js") == b"no-cache"
    assert cache_rule("/e/1") == b"no-cache"


def test_every_answer_carries_the_headers_and_a_route_may_set_its_own():
    sent = []

    async def route(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": [(b"Cache-Control", b"private")]})

    async def out(message):
        sent.append(message)

    asyncio.run(Headers(route)({"type": "http", "path": "/x"}, None, out))
    headers = [(name.lower(), value) for name, value in sent[0]["headers"]]
    assert (b"content-security-policy", CSP.encode()) in headers
    assert [value for name, value in headers if name == b"cache-control"] == [b"private"]
    assert "unsafe-eval" not in CSP


@pytest.mark.parametrize(
    "line",
    [
        f"refused {{'cookie': 'zd_session={SESSION}; zd_locale=zh', 'host': 'x'}}",
        f'headers={{"Cookie": "a=b; zd_session={SESSION}"}}',
        f"zd_session={SESSION}; Path=/",
        f"zd_answer={SESSION}",
        f"GET /a/{SESSION} 303",
        f"cookie='zd_session={SESSION}'",
    ],
)
def test_secrets_are_struck_out_of_every_line(line):
    struck = without_secrets(line)
    assert SESSION not in struck
    assert "…" in struck


def test_secrets_are_struck_out_of_arguments_and_tracebacks(caplog):
    log = logging.getLogger("web.trial")
    log.addFilter(SecretFilter())
    try:
        int(f"zd_session={SESSION}")
    except ValueError:
        log.exception("event %s", {"cookie": f"zd_session={SESSION}"})
    record = caplog.records[-1]
    assert SESSION not in record.getMessage()
    assert SESSION not in record.exc_text


def test_the_filter_sits_on_the_loggers_that_see_requests_once():
    log_filter.install()
    log_filter.install()
    for name in log_filter.NOISY:
        assert sum(isinstance(f, SecretFilter) for f in logging.getLogger(name).filters) == 1


def test_every_framework_event_still_exists():
    registered = {entry.event for entry in compat.registered_events(app)}
    assert registered >= {e for e in compat.FRAMEWORK_EVENTS if not e.endswith("_internal_state.set_is_hydrated")}


def test_a_cookie_is_read_from_the_headers_of_the_socket():
    root = compat.fresh_root({"headers": {"cookie": "zd_session=abc; zd_locale=en"}, "query": {}, "pathname": "/"})
    assert compat.cookie(root, "zd_session") == "abc"
    assert compat.cookie(root, "zd_answer") == ""
    broken = compat.fresh_root({"headers": {"cookie": "\x00=;;;"}, "query": {}, "pathname": "/"})
    assert compat.cookie(broken, "zd_session") == ""


def test_the_engagement_is_read_from_the_address():
    from web.pages.home.state import Home
    from web.session import engagement_of

    root = compat.fresh_root({"headers": {}, "query": {"eid": "e42"}, "pathname": "/e/[eid]"})
    assert engagement_of(asyncio.run(root.get_state(Home))) == "e42"


def imports(component):
    return {library for library in component._get_all_imports() if library}


@pytest.mark.parametrize("module", PAGES, ids=lambda module: module.__name__)
def test_a_page_compiles_without_radix_and_without_a_script_of_a_stranger(module):
    libraries = imports(module.page())
    assert not {library for library in libraries if "radix" in library}
    assert {library.split("/")[0] for library in libraries} <= {
        "$",
        "react",
        "@emotion",
        "react-router",
        "@fontsource-variable",
    }


def test_every_page_has_one_heading_and_a_main_region():
    for module in PAGES:
        drawn = str(module.page().render())
        assert '"main"' in drawn, module.__name__
        assert '"h1"' in drawn, module.__name__

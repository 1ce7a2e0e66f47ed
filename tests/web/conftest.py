"""A whole site without a browser: the own HTTP routes on a real SQLite database with the sample engagement loaded."""

import asyncio
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import httpx
import pytest

from web import settings as settings_module
from web import storage
from web.jobs import queue as queue_module

HOST = "http://zhidian.test"
PASSWORD = "correct horse battery"
ROLES = ("owner", "consultant", "analyst", "client_owner", "executive", "team_member", "viewer")


@dataclass
class Form:
    """A form of a page with what a browser would send if nothing were touched."""

    action: str
    id: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.text = ""
        self._area: str | None = None
        self._typed = ""
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(has.get("action", ""), has.get("id", "")))
        name = has.get("name", "")
        if tag in {"style", "script"}:
            self._silent += 1
        if not self.forms or not name:
            return
        form = self.forms[-1]
        if tag == "textarea":
            self._area, self._typed = name, ""
        elif tag == "button":
            form.buttons.append((name, has.get("value", "")))
        elif tag == "input" and (has.get("type") not in {"radio", "checkbox"} or "checked" in has):
            form.fields.append((name, has.get("value", "")))

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            self._typed += data
        if not self._silent:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area is not None:
            text = self._typed.removeprefix("\n").replace("\n", "\r\n")  # as browsers read and send it
            self.forms[-1].fields.append((self._area, text))
            self._area = None
        if tag in {"style", "script"}:
            self._silent -= 1


@dataclass
class Page:
    """One answer of the server."""

    response: httpx.Response

    def __post_init__(self) -> None:
        parser = _Forms()
        if "html" in self.response.headers.get("content-type", ""):
            parser.feed(self.response.text)
        self.forms, self.words = parser.forms, " ".join(parser.text.split())

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def path(self) -> str:
        return self.response.url.path

    @property
    def html(self) -> str:
        return self.response.text

    def form(self, ident: str = "answers") -> Form:
        return next(form for form in self.forms if form.id == ident)

    def value(self, name: str) -> str | None:
        return next((value for form in self.forms for key, value in form.fields if key == name), None)


class Browser:
    """Cookies, same-origin posts and redirects, as a browser without scripts has them."""

    def __init__(self, app: Any, address: str = "203.0.113.7") -> None:
        self._loop = asyncio.Runner()
        transport = httpx.ASGITransport(app=app, client=(address, 40000))
        self._client = httpx.AsyncClient(transport=transport, base_url=HOST, follow_redirects=True)

    @property
    def cookies(self) -> httpx.Cookies:
        return self._client.cookies

    def request(self, method: str, path: str, **kwargs: Any) -> Page:
        return Page(self._loop.run(self._client.request(method, path, **kwargs)))

    def get(self, path: str, **kwargs: Any) -> Page:
        return self.request("GET", path, **kwargs)

    def post(self, path: str, data: Any = None, **kwargs: Any) -> Page:
        headers = {"origin": HOST, **kwargs.pop("headers", {})}
        if isinstance(data, list):  # pairs, as a form with several values of one name
            merged: dict[str, Any] = {}
            for name, value in data:
                merged.setdefault(name, []).append(value)
            data = merged
        return self.request("POST", path, data=data, headers=headers, **kwargs)

    def submit(
        self, page: Page, changes: Mapping[str, str | list[str]], go: str = "next", form: str = "answers"
    ) -> Page:
        """Change fields of a page's form as a person would and press a button."""
        sent = page.form(form)
        pairs = [(name, value) for name, value in sent.fields if name not in changes]
        for name, value in changes.items():
            pairs += [(name, each) for each in (value if isinstance(value, list) else [value])]
        return self.post(sent.action, [*pairs, ("go", go)])

    def login(self, email: str, password: str = PASSWORD) -> Page:
        return self.post("/auth/login", {"email": email, "password": password, "next": "/healthz"})

    def close(self) -> None:
        self._loop.run(self._client.aclose())
        self._loop.close()


def forget() -> None:
    """Let the next look at settings, database, secret and queue begin anew."""
    if storage.database.cache_info().currsize:
        storage.database().close()
    if queue_module.queue.cache_info().currsize:
        queue_module.queue().storage.close()
    for cached in (settings_module.settings, storage.database, storage.secret, queue_module.queue, queue_module.task):
        cached.cache_clear()


def _environment(patch: pytest.MonkeyPatch, folder: Path) -> None:
    for name in ("ZHIDIAN_DATABASE_URL", "ZHIDIAN_ORIGINS", "ZHIDIAN_CONTENT", "ZHIDIAN_HTTPS", "ZHIDIAN_REDIS_URL"):
        patch.delenv(name, raising=False)
    patch.setenv("ZHIDIAN_DATA_DIR", str(folder))
    forget()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, dict[str, str]]:
    """A data folder with the sample and a user per role, the sample's id, and a session token per address.

    Copied, never written to. The tokens spare each test the deliberate slowness of a password check.
    """
    from assessment.accounts import add_user, authenticate, operator
    from assessment.sample_loading import load_sample

    folder = tmp_path_factory.mktemp("filled")
    with pytest.MonkeyPatch.context() as patch:
        _environment(patch, folder)
        db = storage.database()
        db.migrate()
        add_user(db, "owner@x.example", "Owner", "owner", PASSWORD, (), storage.now())
        engagement = load_sample(db, operator(db), storage.content(), storage.now())
        for role in ROLES[1:]:
            add_user(db, f"{role}@x.example", role, role, PASSWORD, (engagement,), storage.now())  # type: ignore[arg-type]
        add_user(db, "outsider@x.example", "Outsider", "viewer", PASSWORD, (), storage.now())
        emails = [*(f"{role}@x.example" for role in ROLES), "outsider@x.example"]
        tokens = {email: authenticate(db, email, PASSWORD, "203.0.113.7", storage.now()) for email in emails}
        forget()
    return folder, engagement, tokens


@dataclass
class Site:
    """The application, its database and the sample's id."""

    engagement: str
    folder: Path
    app: Any
    tokens: dict[str, str]
    open: list[Browser] = field(default_factory=list)

    def browser(self, email: str = "", address: str = "203.0.113.7") -> Browser:
        """Return a fresh browser, signed in when an address of a user is given."""
        browser = Browser(self.app, address)
        self.open.append(browser)
        if email:
            browser.cookies.set("zd_session", self.tokens[email], domain="zhidian.test", path="/")
        return browser


def _served(source: Path, filled: tuple[Path, str, dict[str, str]], folder: Path, patch: pytest.MonkeyPatch) -> Site:
    shutil.copytree(source, folder)
    _environment(patch, folder)
    from web.api.asgi import create

    queue_module.queue().immediate = False
    return Site(filled[1], folder, create(), filled[2])


def _closed(site: Site) -> None:
    for browser in site.open:
        browser.close()
    forget()


@pytest.fixture
def site(filled: tuple[Path, str, dict[str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site of one's own for each test."""
    made = _served(filled[0], filled, tmp_path / "data", monkeypatch)
    yield made
    _closed(made)


@pytest.fixture(scope="session")
def planned_folder(
    filled: tuple[Path, str, dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str]:
    """The same with a roadmap, built as the worker builds it; and the id of that job. It takes seconds, hence once."""
    from assessment.accounts import operator
    from assessment.jobs import create_job
    from web.jobs.work import run

    folder = tmp_path_factory.mktemp("planned") / "data"
    with pytest.MonkeyPatch.context() as patch:
        made = _served(filled[0], filled, folder, patch)
        db = storage.database()
        job = create_job(db, operator(db), made.engagement, "roadmap", {"time_limit": 3}, storage.now())
        run(job, "roadmap")
        _closed(made)
    return folder, job


@pytest.fixture
def planned(
    filled: tuple[Path, str, dict[str, str]],
    planned_folder: tuple[Path, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Site]:
    """A site of one's own whose engagement has a roadmap."""
    made = _served(planned_folder[0], filled, tmp_path / "data", monkeypatch)
    yield made
    _closed(made)

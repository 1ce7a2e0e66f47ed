"""What must hold before a server is started: a free address, a folder to write in, a database with today's tables."""

import errno
import secrets
import socket
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from assessment.accounts import add_user, list_users
from assessment.content import load_pack
from assessment.database import Database
from questionnaires.locale_text import Locale, LocaleText
from web.cli import words
from web.settings import Settings
from web.storage import now

OWNER = "owner@zhidian.local"
DEMO = "@demo.example"
"""How the addresses of demo accounts end."""
RUNNERS, NAMED = frozenset({"owner", "lead"}), 4
"""Roles named when the server starts, and how many of them at most."""


class ServeError(Exception):
    """The server cannot be started; the text says why and what to do, in both languages."""

    def __init__(self, text: LocaleText) -> None:
        self.text = text
        super().__init__(text.en)

    def sentence(self, locale: Locale) -> str:
        """Return the sentence in one language."""
        return self.text.in_(locale)


def check_port(host: str, port: int) -> None:
    """Find out whether the address can be listened on.

    Raises:
        ServeError: when it is taken, not this machine's, or not allowed.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except socket.gaierror as error:
        raise ServeError(
            LocaleText(f"不认识地址 {host}。用 --host 127.0.0.1。", f"{host} is no address. Use --host 127.0.0.1.")
        ) from error
    except OSError as error:
        raise ServeError(_why_not(error, host, port)) from error


def _why_not(error: OSError, host: str, port: int) -> LocaleText:
    if error.errno == errno.EADDRINUSE:
        return LocaleText(
            f"端口 {port} 已被占用。换一个：zhidian serve --port {port + 1}，或先停掉占用它的程序。",
            f"Port {port} is in use. Take another one: zhidian serve --port {port + 1}, or stop the program that holds it.",
        )
    if error.errno == errno.EACCES:
        return LocaleText(
            f"没有权限使用端口 {port}。换一个 1024 以上的端口。",
            f"Port {port} is not yours to use. Choose one above 1024.",
        )
    reason = error.strerror or str(error)
    return LocaleText(
        f"不能在 {host}:{port} 上监听（{reason}）。用 --host 和 --port 换一个地址。",
        f"Cannot listen on {host}:{port} ({reason}). Choose another address with --host and --port.",
    )


def check_folder(folder: Path) -> None:
    """Find out whether the data folder can be written.

    Raises:
        ServeError: when it cannot.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"x")
    except OSError as error:
        reason = error.strerror or str(error)
        raise ServeError(
            LocaleText(
                f"数据目录 {folder} 不能写（{reason}）。用 ZHIDIAN_DATA_DIR 换一个。",
                f"The data folder {folder} cannot be written ({reason}). Name another one with ZHIDIAN_DATA_DIR.",
            )
        ) from error


def _how_to_sign_in(db: Database, say: Callable[[str], None]) -> None:
    """Name the accounts that run the workspace, and the command that gives a new password; demo accounts while there are any."""
    active = [card for card in list_users(db) if card.active]
    demo = [card.email for card in active if card.email.endswith(DEMO)]
    own = [card for card in active if card.email not in demo]
    named = [card.email for card in own if card.role in RUNNERS] or [card.email for card in own]
    if named:
        say(words.say("serve.signin", emails=" ".join(named[:NAMED]), command=_command()))
    if demo:
        say(words.say("serve.demo", emails=" ".join(demo), command=_command()))


def _command() -> str:
    """Return how ``zhidian`` is called from here: by its path where the environment is not activated for good."""
    script = Path(sys.executable).with_name("zhidian")
    here = Path.cwd()
    return str(script.relative_to(here)) if script.is_relative_to(here) and script.exists() else "zhidian"


def prepare(settings: Settings, say: Callable[[str], None]) -> None:
    """Bring the database up to date and see that the content can be used.

    An installation without users gets an owner, whose password is shown this once; any other is told how to get one.

    Raises:
        ContentError: with file and line of everything wrong in the content pack.
        AssessmentError: when the database cannot be used.
    """
    load_pack(settings.content)
    db = Database.open(settings.database_url)
    try:
        db.migrate()
        if not list_users(db):
            password = add_user(db, OWNER, "Owner", "owner", secrets.token_urlsafe(12), (), now())
            say(words.say("serve.first", email=OWNER, password=password))
        else:
            _how_to_sign_in(db, say)
    finally:
        db.close()

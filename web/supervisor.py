"""``zhidian serve``: the page server and the worker as child processes, watched, restarted, and ended together.

A worker that is busy or dies never stops an answer from being stored; a page server that dies comes back by itself.
"""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import FrameType
from typing import Literal

from questionnaires.locale_text import LocaleText
from web.cli import words
from web.settings import ROOT, Settings
from web.starting import ServeError, check_folder, check_port, prepare

Say = Callable[[str], None]
LOOK_EVERY = 0.2
START_WITHIN = 90.0
STOP_WITHIN = 12.0
STEADY = 60.0
"""Seconds a child must have run for its earlier deaths to be forgotten."""

LONGEST_PAUSE = 30.0
PR_SET_PDEATHSIG = 1
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - shown and asked at, not bound


def pause(deaths: int) -> float:
    """Return the seconds to wait before a child that died ``deaths`` times in a row is started again.

    >>> [pause(n) for n in (1, 2, 3, 9)]
    [1.0, 2.0, 4.0, 30.0]
    """
    return min(2.0 ** (deaths - 1), LONGEST_PAUSE)


def end_with_parent() -> None:
    """Ask Linux to end this process when its parent dies, so that a killed supervisor leaves nothing behind."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass(slots=True)
class Child:
    """One supervised process; ``name`` is server or worker. ``again`` is the moment it may be started again after it died."""

    name: Literal["server", "worker"]
    command: Sequence[str]
    environment: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    deaths: int = 0
    again: float = 0.0

    def start(self, moment: float) -> None:
        """Start it in a session of its own, so that Ctrl-C reaches only the supervisor, which then ends it in order."""
        self.started = moment
        self.process = subprocess.Popen(
            self.command,
            cwd=ROOT,
            env=dict(self.environment),
            start_new_session=True,
            preexec_fn=end_with_parent,  # noqa: PLW1509 - one system call, nothing that could wait for a lock
        )

    def look(self, moment: float, say: Say) -> None:
        """Notice a death, wait, start again."""
        if self.process is None:
            if moment >= self.again:
                self.start(moment)
            return
        code = self.process.poll()
        if code is None:
            return
        self.clear()
        self.process = None
        self.deaths = 1 if moment - self.started >= STEADY else self.deaths + 1
        self.again = moment + pause(self.deaths)
        name = words.say(f"serve.child.{self.name}")
        say(words.say("serve.ended", name=name, code=code, seconds=f"{self.again - moment:.0f}"))

    def stop(self) -> None:
        """Ask it to end."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def bury(self, within: float) -> None:
        """Wait for its end, at most so many seconds, then force it."""
        if self.process is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(within)
        self.clear()
        self.process.wait()

    def clear(self) -> None:
        """End whatever is left of its process group: a killed server leaves workers behind that hold the port."""
        if self.process is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)


@dataclass(slots=True)
class Supervisor:
    """Children and the one wish to stop."""

    children: tuple[Child, ...]
    say: Say
    stopping: threading.Event = field(default_factory=threading.Event)

    def run(self, ready: Callable[[], bool], announce: Callable[[], None]) -> None:
        """Start all, announce the address once the server answers, watch until asked to stop, end all.

        Raises:
            ServeError: when the server ends, or does not answer in time, before it was ever ready.
        """
        try:
            for child in self.children:
                child.start(time.monotonic())
            self._await(ready)
            if not self.stopping.is_set():
                announce()
            while not self.stopping.wait(LOOK_EVERY):
                for child in self.children:
                    child.look(time.monotonic(), self.say)
        finally:
            self.end()

    def _await(self, ready: Callable[[], bool]) -> None:
        server = self.children[0]
        until = time.monotonic() + START_WITHIN
        while not self.stopping.is_set() and not ready():
            if server.process is None or server.process.poll() is not None:
                raise ServeError(
                    LocaleText(
                        "服务启动时停了；上面几行是它最后说的话。",
                        "The server stopped while starting; the lines above are its last words.",
                    )
                )
            if time.monotonic() > until:
                raise ServeError(
                    LocaleText(
                        f"服务 {START_WITHIN:.0f} 秒还没有应答，已停止。机器太忙时再试一次。",
                        f"The server did not answer within {START_WITHIN:.0f} s and was stopped. Try again on a calmer machine.",
                    )
                )
            self.stopping.wait(LOOK_EVERY)

    def end(self) -> None:
        """End every child, the last started first."""
        for child in reversed(self.children):
            child.stop()
        until = time.monotonic() + STOP_WITHIN
        for child in self.children:
            child.bury(max(until - time.monotonic(), 0.1))


def address_of(settings: Settings) -> str:
    """Return the address to open in a browser on this machine."""
    host = EVERYWHERE.get(settings.host, settings.host)
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"


def commands(settings: Settings, *, api_only: bool) -> tuple[Child, Child]:
    """Return the server and the worker, not started yet."""
    environment = {**os.environ, **settings.environment(), "PYTHONUNBUFFERED": "1"}
    server = (
        *(sys.executable, "-m", "granian", "--interface", "asgi", "--factory"),
        *("--host", settings.host, "--port", str(settings.port), "--workers", str(settings.workers)),
        *("--log-level", "warning", "--workers-kill-timeout", "5", "--respawn-failed-workers"),
        "web.api.asgi:create" if api_only else "web.asgi:create",
    )
    worker = (sys.executable, "-m", "web.jobs.worker")
    return Child("server", server, environment), Child("worker", worker, environment)


def answers(address: str) -> bool:
    """Return whether the server at ``address`` is able to work."""
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=2) as response:  # noqa: S310 - our own address
            return response.status == 200
    except (urllib.error.URLError, OSError):
        return False


@contextmanager
def stopped_by_signals(stopping: threading.Event) -> Iterator[None]:
    """Let SIGTERM and SIGINT end the supervisor in order; put back what was there before."""

    def note(_number: int, _frame: FrameType | None) -> None:
        stopping.set()

    before = {number: signal.signal(number, note) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def serve(settings: Settings, *, api_only: bool = False, say: Say = print) -> None:
    """Serve until SIGTERM or Ctrl-C. ``api_only`` leaves out the workspace pages and Reflex.

    Raises:
        ServeError: port taken, folder not writable, or the server did not start.
        BuildError: the pages could not be built.
        AssessmentError: the database cannot be used.
    """
    check_folder(settings.data_dir)
    check_port(settings.host, settings.port)
    prepare(settings, say)
    if not api_only:
        from web.build import build

        build(say)
    address = address_of(settings)
    supervisor = Supervisor(commands(settings, api_only=api_only), say)
    with stopped_by_signals(supervisor.stopping):
        supervisor.run(lambda: answers(address), lambda: say(words.say("serve.ready", address=address)))
    say(words.say("serve.stopped"))

"""Processes that die come back, processes that are asked to end do, and nothing is started on a taken address."""

import os
import select
import signal
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager

import pytest

from web.settings import Settings
from web.starting import ServeError, check_folder, check_port, prepare
from web.supervisor import Child, Supervisor, address_of, commands, pause, stopped_by_signals

PYTHON = sys.executable
FOREVER = (PYTHON, "-c", "import signal; signal.pause()")


def child(*command, name="worker"):
    return Child(name, command or FOREVER, dict(os.environ))


@pytest.fixture
def settings(tmp_path):
    return Settings.read({"ZHIDIAN_DATA_DIR": str(tmp_path / "data"), "ZHIDIAN_PORT": "8123"})


def test_a_taken_port_is_one_sentence_in_both_languages():
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        with pytest.raises(ServeError) as caught:
            check_port("127.0.0.1", port)
    assert f"--port {port + 1}" in caught.value.sentence("en")
    assert f"端口 {port} 已被占用" in caught.value.sentence("zh")


def test_an_address_of_another_machine_is_refused():
    with pytest.raises(ServeError, match=r"203\.0\.113\.9"):
        check_port("203.0.113.9", 8123)
    with pytest.raises(ServeError, match="no address"):
        check_port("no such host", 8123)


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(ServeError, match="ZHIDIAN_DATA_DIR"):
        check_folder(tmp_path / "file" / "data")
    check_folder(tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []


def test_the_first_start_makes_an_owner_and_shows_the_password_once(settings, monkeypatch):
    monkeypatch.setenv("ZHIDIAN_LOCALE", "en")
    said = []
    prepare(settings, said.append)
    prepare(settings, said.append)
    assert len(said) == 2
    assert "owner@zhidian.local" in said[1]
    assert "zhidian user reset EMAIL" in said[1]
    from assessment.accounts import authenticate, list_users
    from assessment.database import Database
    from web.storage import now

    db = Database.open(settings.database_url)
    (owner,) = list_users(db)
    assert owner.role == "owner"
    password = said[0].split(" with ")[1].split(" ")[0]
    assert authenticate(db, owner.email, password, "127.0.0.1", now())
    db.close()


def test_a_start_names_the_demo_log_ins_while_there_are_any(settings, monkeypatch):
    from assessment.accounts import add_user
    from assessment.database import Database
    from web.cli.demo import LOGINS
    from web.starting import DEMO
    from web.storage import now

    assert all(email.endswith(DEMO) for _, email in LOGINS)
    monkeypatch.setenv("ZHIDIAN_LOCALE", "zh")
    prepare(settings, [].append)
    db = Database.open(settings.database_url)
    add_user(db, "owner@demo.example", "Demo", "owner", "a-long-pass-word", (), now())
    db.close()
    said = []
    prepare(settings, said.append)
    assert "owner@zhidian.local" in said[0]
    assert "demo.example" not in said[0]
    assert "owner@demo.example" in said[1]
    assert "user reset 邮箱" in said[1]


def test_the_children_get_the_settings_and_no_other(settings):
    chosen = settings.listening_on("0.0.0.0", 9001)
    server, worker = commands(chosen, api_only=True)
    assert server.command[-1] == "web.api.asgi:create"
    assert commands(chosen, api_only=False)[0].command[-1] == "web.asgi:create"
    assert Settings.read(server.environment) == Settings.read(worker.environment) == chosen
    assert address_of(chosen) == "http://127.0.0.1:9001"
    assert address_of(settings.listening_on("::1", 80)) == "http://[::1]:80"


def run(supervisor, ready=lambda: True):
    """Run a supervisor in a thread; return the thread and an event set when the address was announced."""
    announced = threading.Event()
    failures = []

    def body():
        try:
            supervisor.run(ready, announced.set)
        except ServeError as error:
            failures.append(error)

    thread = threading.Thread(target=body)
    thread.failures = failures
    thread.start()
    return thread, announced


@contextmanager
def watched(pid):
    """Give a function that waits for the end of a process which is not our own child."""
    handle = os.pidfd_open(pid)
    try:
        yield lambda: bool(select.select([handle], [], [], 10)[0])
    finally:
        os.close(handle)


linux = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="Linux only: needs process handles")


def test_a_child_that_dies_is_started_again(monkeypatch):
    monkeypatch.setattr("web.supervisor.pause", lambda _deaths: 0.0)
    monkeypatch.setenv("ZHIDIAN_LOCALE", "en")
    said, again = [], threading.Event()
    one = child()
    supervisor = Supervisor((one,), lambda text: (said.append(text), again.set()))
    thread, announced = run(supervisor)
    assert announced.wait(10)
    first = one.process.pid
    os.kill(first, signal.SIGKILL)
    assert again.wait(10)
    while one.process is None:
        again.wait(0.01)
    assert one.process.pid != first
    supervisor.stopping.set()
    thread.join(15)
    assert one.process.poll() is not None
    assert "code -9" in said[0]


def test_the_pause_grows_and_is_forgotten_after_a_steady_run():
    one = child(PYTHON, "-c", "raise SystemExit(3)")
    one.start(0.0)
    one.process.wait()
    one.look(1.0, lambda _: None)
    assert (one.deaths, one.again) == (1, 2.0)
    one.look(1.5, lambda _: None)
    assert one.process is None  # not yet
    one.look(2.0, lambda _: None)
    one.process.wait()
    one.look(2.5, lambda _: None)
    assert (one.deaths, one.again) == (2, 4.5)
    one.look(4.5, lambda _: None)
    one.process.wait()
    one.look(100.0, lambda _: None)
    assert (one.deaths, one.again) == (1, 101.0)
    assert [pause(n) for n in (1, 5, 50)] == [1.0, 16.0, 30.0]


def test_a_server_that_ends_before_it_answers_is_an_error_and_takes_the_rest_down():
    worker = child()
    supervisor = Supervisor((child(PYTHON, "-c", "pass", name="server"), worker), lambda _: None)
    thread, announced = run(supervisor, ready=lambda: False)
    thread.join(20)
    assert not announced.is_set()
    assert "stopped while starting" in str(thread.failures[0])
    assert worker.process.poll() is not None


@linux
def test_a_child_that_ignores_the_request_is_ended_with_its_own_children(monkeypatch, tmp_path):
    monkeypatch.setattr("web.supervisor.STOP_WITHIN", 0.3)
    note = tmp_path / "pid"
    stubborn = (
        "import signal, subprocess, sys\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        f"own = subprocess.Popen([sys.executable, '-c', 'import signal; signal.pause()'])\n"
        f"open({str(note)!r}, 'w').write(str(own.pid))\n"
        "signal.pause()\n"
    )
    one = child(PYTHON, "-c", stubborn)
    supervisor = Supervisor((one,), lambda _: None)
    thread, announced = run(supervisor, ready=lambda: note.exists() and note.read_text() != "")
    assert announced.wait(10)
    with watched(int(note.read_text())) as gone:
        supervisor.stopping.set()
        thread.join(15)
        assert one.process.returncode == -signal.SIGKILL
        assert gone()


def test_signals_ask_to_stop_and_are_put_back():
    before = signal.getsignal(signal.SIGTERM)
    stopping = threading.Event()
    with stopped_by_signals(stopping):
        os.kill(os.getpid(), signal.SIGTERM)
        assert stopping.wait(5)
    assert signal.getsignal(signal.SIGTERM) is before


@linux
def test_a_killed_supervisor_leaves_no_children():
    """The supervisor is a process of its own here; it starts a child and is killed."""
    code = (
        "import os\nfrom web.supervisor import Child\n"
        f"c = Child('worker', {FOREVER!r}, dict(os.environ))\nc.start(0.0)\nprint(c.process.pid, flush=True)\n"
        "import signal; signal.pause()\n"
    )
    with subprocess.Popen([PYTHON, "-c", code], stdout=subprocess.PIPE, text=True) as parent:
        pid = int(parent.stdout.readline())
        with watched(pid) as gone:
            parent.kill()
            assert gone()

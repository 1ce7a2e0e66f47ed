"""The order of the tests, and a private PostgreSQL server for those that need one, started once and thrown away."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

PLACES = "/usr/lib/postgresql/*/bin", "/opt/homebrew/opt/postgresql@*/bin", "/usr/local/opt/postgresql@*/bin"
NEEDED = "initdb", "postgres", "pg_isready"
USER = "zhidian"
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60", "shared_buffers=32MB")


def _binaries() -> Path | None:
    """Return the newest folder that holds a PostgreSQL server."""
    found = [folder for place in PLACES for folder in Path("/").glob(place.lstrip("/"))]
    on_path = shutil.which("pg_isready")
    found = found or ([Path(on_path).resolve().parent] if on_path else [])
    return max((f for f in found if all((f / name).exists() for name in NEEDED)), default=None, key=str)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Drive the browser last: its driver keeps an event loop running, beside which no other may be started."""
    items.sort(key=lambda item: "e2e" in item.path.parts)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Start a server on a socket of its own and give the URL of its databases, ``{name}`` left open.

    ``initdb`` refuses root, so under root the server runs as the user ``postgres``. In CI a missing server is a failure.
    """
    binaries = _binaries()
    if binaries is None:
        message = "no PostgreSQL server on this machine (apt-get install postgresql)"
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail(message)
        pytest.skip(message)
    home = Path(tempfile.mkdtemp(prefix="zhidian-pg-"))
    other: dict[str, object] = {"cwd": home, "env": {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}}
    if os.getuid() == 0:
        account = pwd.getpwnam("postgres")
        os.chown(home, account.pw_uid, account.pw_gid)
        other |= {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    data = home / "data"
    initdb = [binaries / "initdb", "-D", data, "-U", USER, "--auth=trust", "--encoding=UTF8", "--no-sync"]
    subprocess.run(initdb, check=True, capture_output=True, **other)
    settings = [part for setting in FAST for part in ("-c", setting)]
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(
            [binaries / "postgres", "-D", data, "-k", home, "-h", "", *settings], stdout=log, stderr=log, **other
        )
    try:
        _wait(binaries, home, server)
        yield f"postgresql+psycopg://{USER}@/{{name}}?host={home}"
    finally:
        server.send_signal(signal.SIGQUIT)  # at once: nothing here is worth keeping
        server.wait(timeout=30)
        shutil.rmtree(home, ignore_errors=True)


def _wait(binaries: Path, home: Path, server: "subprocess.Popen[bytes]") -> None:
    ready = [binaries / "pg_isready", "-h", home, "-U", USER, "-t", "1"]
    for _ in range(300):
        if subprocess.run(ready, check=False, capture_output=True).returncode == 0:
            return
        if server.poll() is not None:
            break
        time.sleep(0.1)  # a server says nothing when it is ready; this is the wait of pg_isready
    raise AssertionError((home / "log").read_text("utf-8"))

"""Check the machine before anything is installed. Standard library only: it runs before the virtual environment exists.

    python3 web/machine.py run        what `make run` needs
    python3 web/machine.py test       what `make test` needs as well

Prints one line that installs all that is missing; as root on Debian it installs it. Exit status 1 when something
needed is missing and could not be installed.
"""

from __future__ import annotations

import argparse
import ctypes
import ctypes.util
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)
PANGO = ("pango-1.0", "pangoft2-1.0")
SUBSET = "harfbuzz-subset"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def loads(name: str) -> bool:
    """Whether the shared library ``name`` can be loaded."""
    found = ctypes.util.find_library(name) or {"harfbuzz-subset": "libharfbuzz-subset.so.0"}.get(
        name, f"lib{name}.so.0"
    )
    try:
        ctypes.CDLL(found)
    except OSError:
        return False
    return True


def missing_packages(purpose: str) -> list[str]:
    """Return the Debian packages that are missing for ``run`` or ``test``, in the order to install them."""
    missing: list[str] = []
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        missing.append("python3-venv")
    if not loads(PANGO[0]):
        missing.append("libpango-1.0-0")
    if not loads(PANGO[1]):
        missing.append("libpangoft2-1.0-0")
    if not loads(SUBSET):
        missing.append("libharfbuzz-subset0")
    if purpose == "test" and not any(shutil.which(name) for name in CHROMIUM):
        missing.append("chromium")
    if purpose == "test" and not postgres_binaries():
        missing.append("postgresql")
    return missing


def postgres_binaries() -> Path | None:
    """Return the folder that holds ``initdb`` and ``postgres``, newest version first, or None."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    return found[0].parent if found else None


def install_line(packages: list[str]) -> str:
    """Return the one line a person would type to install ``packages`` on this system."""
    if sys.platform == "darwin":
        brew = {"libpango-1.0-0": "pango", "libpangoft2-1.0-0": "pango", "libharfbuzz-subset0": "harfbuzz"}
        names = sorted({brew.get(p, p) for p in packages})
        return "brew install " + " ".join(names)
    return "sudo apt-get install -y " + " ".join(packages)


def install(packages: list[str]) -> bool:
    """Install Debian packages when we are root and apt is there. Return whether it worked."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print("zhidian: installing " + " ".join(packages), flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = {"stdout": subprocess.DEVNULL, "env": environment}
    subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
    done = subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], check=False, **quiet
    )
    return done.returncode == 0


def main(arguments: list[str] | None = None) -> int:
    """Check, install where allowed, and say in one sentence what is left to do."""
    parser = argparse.ArgumentParser(description="Check what this machine lacks for Zhidian.")
    parser.add_argument("purpose", choices=("run", "test"))
    parser.add_argument("--only-check", action="store_true", help="never install anything")
    chosen = parser.parse_args(arguments)
    if sys.version_info < OLDEST_PYTHON:
        have = ".".join(map(str, sys.version_info[:3]))
        print(
            f"zhidian: Python 3.11 or newer is needed and this is {have}; name another one: make run PYTHON=python3.12"
        )
        return 1
    missing = missing_packages(chosen.purpose)
    if not missing or (not chosen.only_check and install(missing)):
        return 0
    print(f"zhidian: this machine lacks {', '.join(missing)}. Install it with: {install_line(missing)}")
    needed = {"python3-venv"} if chosen.purpose == "run" else set(missing)
    # Without Pango everything but the PDF works, and the HTML report is served instead.
    return 1 if needed & set(missing) else 0


if __name__ == "__main__":
    sys.exit(main())

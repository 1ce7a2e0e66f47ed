"""HTML → PDF in a child process with limits on memory, processor and time, no network, no host fonts."""

import base64
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from reports.branding import Branding
from reports.errors import RenderError
from reports.fonts import Fonts
from reports.html import paper_html
from reports.model import ReportModel

FONT_CONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{folder}/fonts</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""
CHILD = Path(__file__).with_name("render_child.py").resolve()
KEPT = (
    "PATH",
    "DYLD_FALLBACK_LIBRARY_PATH",
    "LD_LIBRARY_PATH",
    "WEASYPRINT_DLL_DIRECTORIES",
    "SYSTEMROOT",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What the child may use: address space in bytes, processor and wall time in seconds."""

    memory: int = 1_500_000_000
    cpu: int = 60
    wall: int = 120


@dataclass(frozen=True, slots=True)
class Rendering:
    """A finished PDF with the engine's warnings (characters without glyph, ignored styles) and its cost."""

    pdf: bytes
    warnings: tuple[str, ...]
    pages: int
    cpu_seconds: float
    peak_bytes: int


def render_pdf(model: ReportModel, branding: Branding | None, fonts: Fonts) -> bytes:
    """Return the report as PDF/UA-1 bytes, identical for the same model; RenderError holds one sentence."""
    return render(model, branding, fonts).pdf


def render(model: ReportModel, branding: Branding | None, fonts: Fonts, limits: Limits | None = None) -> Rendering:
    """Render and also return what the engine had to say, for the reader and for the tests."""
    brand = branding or Branding()
    return render_document(paper_html(model, brand), brand.logo, model.identifier, fonts, limits or Limits())


def render_document(html: str, logo: bytes | None, identifier: str, fonts: Fonts, limits: Limits) -> Rendering:
    """Lay out one HTML document in the child; the only assets are the two faces and the logo."""
    request = {
        "html": html,
        "regular": str(fonts.regular.resolve()),
        "bold": str(fonts.bold.resolve()),
        "logo": base64.b64encode(logo).decode() if logo else "",
        "identifier": identifier,
        "memory": limits.memory,
        "cpu": limits.cpu,
    }
    with tempfile.TemporaryDirectory(prefix="zhidian-report-") as name:
        folder = Path(name)
        (folder / "fonts").mkdir()
        (folder / "fonts.conf").write_text(FONT_CONFIG.format(folder=folder), encoding="utf-8")
        try:
            done = subprocess.run(
                # By path and without its folder on sys.path: the child needs WeasyPrint only, and reports/html.py
                # would hide the standard library's html.
                [sys.executable, "-P", str(CHILD)],
                input=json.dumps(request).encode(),
                capture_output=True,
                cwd=folder,
                env=_environment(folder),
                timeout=limits.wall,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise RenderError(
                "render.slow", f"The PDF took longer than {limits.wall} s and was stopped; nothing was written."
            ) from error
        return _result(folder, done)


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return {
        **kept,
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "FONTCONFIG_FILE": str(folder / "fonts.conf"),
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _result(folder: Path, done: "subprocess.CompletedProcess[bytes]") -> Rendering:
    report = folder / "result.json"
    if not report.exists():
        raise _stopped(done)
    result = json.loads(report.read_text(encoding="utf-8"))
    if "error" in result:
        raise RenderError(result["code"], result["error"])
    if done.returncode:
        raise _stopped(done)
    return Rendering(
        (folder / "report.pdf").read_bytes(), tuple(result["warnings"]), result["pages"], result["cpu"], result["peak"]
    )


def _stopped(done: "subprocess.CompletedProcess[bytes]") -> RenderError:
    """Tell a limit (the system ended the child, or memory ran out) from a failure of the engine."""
    last = (done.stderr.decode(errors="replace").strip().splitlines() or [""])[-1]
    if done.returncode < 0 or last.startswith("MemoryError"):
        return RenderError(
            "render.limit",
            "The PDF ran into its limit of memory or processor time and was stopped; nothing was written.",
        )
    return RenderError("render.failed", f"The PDF engine stopped before it had finished ({last[:200]}).")

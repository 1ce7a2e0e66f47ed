"""The child process of ``render``: reads a request from standard input, writes report.pdf and result.json here.

It sets its own limits before anything else, knows only the two faces and the logo, and opens no socket.
"""

import base64
import gc
import importlib
import importlib.util
import json
import logging
import resource
import socket
import sys
from pathlib import Path
from typing import Any

MISSING = {
    "linux": "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "darwin": "brew install pango",
}


class Warnings(logging.Handler):
    """Keeps what the engine says at level warning and above."""

    def __init__(self) -> None:
        """Start with none."""
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self.lines.append(record.getMessage())


def limit(memory: int, cpu: int) -> None:
    """Bound address space and processor time of this process."""
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 2))


def refuse_network() -> None:
    """Make every attempt to open a connection fail."""

    def refused(*_args: Any, **_kwargs: Any) -> Any:
        raise OSError("the report process opens no connections")

    socket.socket.connect = refused  # pyright: ignore[reportAttributeAccessIssue]
    socket.create_connection = refused
    socket.getaddrinfo = refused


def answer(**result: Any) -> None:
    """Write the result file."""
    Path("result.json").write_text(json.dumps(result, ensure_ascii=False), encoding="utf-8")


def peak(reported: int) -> int:
    """Return the largest resident size of this process in bytes; Linux reports the parent's across the start."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024
    return reported * (1 if sys.platform == "darwin" else 1024)


def beside(name: str) -> Any:
    """Load a module from this folder, which is not on the path of this process."""
    spec = importlib.util.spec_from_file_location(Path(name).stem, Path(__file__).with_name(name))
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def front_pages(document: Any) -> int:
    """Return how many pages the one-page conclusion takes: those before the page that holds the contents."""
    return next((index for index, page in enumerate(document.pages) if "contents" in page.anchors), 1)


def render(request: dict[str, Any]) -> None:
    """Lay out and write the PDF, or say in one sentence why not."""
    try:
        import weasyprint  # pyright: ignore[reportMissingTypeStubs]  (its system libraries may be missing)
        from weasyprint.urls import (  # pyright: ignore[reportMissingTypeStubs]
            FatalURLFetchingError,
            URLFetcher,
            URLFetcherResponse,
        )
    except OSError:
        line = MISSING.get(sys.platform, "see the README for the text layout libraries")
        answer(code="render.missing", error=f"The PDF engine needs text layout libraries this machine lacks: {line}")
        return
    assets = {
        "asset:regular": (Path(request["regular"]).read_bytes(), "font/ttf"),
        "asset:bold": (Path(request["bold"]).read_bytes(), "font/ttf"),
    }
    if request["logo"]:
        assets["asset:logo"] = (base64.b64decode(request["logo"]), "image/png")

    class Assets(URLFetcher):
        """Serves the assets in memory; any other address ends the rendering."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            del headers
            if url not in assets:
                raise FatalURLFetchingError(f"refused address {url[:120]}")
            body, kind = assets[url]
            return URLFetcherResponse(url, body, {"Content-Type": kind})

    warnings = Warnings()
    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).addHandler(warnings)
        logging.getLogger(name).propagate = False
    engine: Any = weasyprint

    def laid_out(html: str) -> Any:
        source = engine.HTML(string=html, base_url="asset:/", url_fetcher=Assets())
        return source.render(pdf_variant="pdf/ua-1")

    gc.disable()
    try:
        document = laid_out(request["html"])
        if front_pages(document) > 1:
            del document
            gc.collect()  # two laid-out reports at once would double the memory
            document = laid_out(request["html"].replace("<body ", '<body class="tight" ', 1))
        assets.clear()  # the engine has its own copy of the faces by now, and writing needs the room
        gc.collect()
        slimming, packing = beside("render_slimming.py"), beside("render_packing.py")
        lettering = beside("render_lettering.py")
        engine_of_pdf = importlib.import_module("pydyf")
        engine_of_pdf.zlib = packing.Deflate  # pyright: ignore[reportAttributeAccessIssue]
        slimming.shorten_numbers(engine_of_pdf)
        slimming.paint_compactly(importlib.import_module("weasyprint.document").Page)

        def finish(laid: Any, pdf: Any) -> None:
            lettering.join_letters(pdf)
            slimming.slim(laid, pdf)

        document.write_pdf(
            "report.pdf",
            finisher=finish,
            pdf_variant="pdf/ua-1",
            pdf_tags=True,
            pdf_identifier=bytes.fromhex(request["identifier"]),
        )
        written = Path("report.pdf")
        written.write_bytes(packing.predict_references(written.read_bytes()))
    except FatalURLFetchingError as error:
        answer(
            code="render.address",
            error=f"The report asked for an address that is not allowed and was stopped: {error}.",
        )
        return
    except MemoryError:
        answer(code="render.limit", error="The PDF ran into its limit of memory and was stopped; nothing was written.")
        return
    except RecursionError:
        answer(code="render.deep", error="The document is nested too deeply to be laid out; nothing was written.")
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    answer(
        warnings=list(dict.fromkeys(warnings.lines)),
        pages=len(document.pages),
        cpu=usage.ru_utime + usage.ru_stime,
        peak=peak(usage.ru_maxrss),
    )


def main() -> None:
    """Read the request, set the limits, render."""
    request = json.load(sys.stdin)
    limit(request["memory"], request["cpu"])
    refuse_network()
    render(request)


if __name__ == "__main__":
    main()

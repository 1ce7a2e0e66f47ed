"""A report as a file: the PDF from the child process, kept on the shelf so that the same report is never made twice."""

from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from questionnaires.locale_text import Locale

if TYPE_CHECKING:
    from assessment.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF. ``pages`` is None when it was found on the shelf; ``seconds`` is what making it took here."""

    pdf: bytes
    pages: int | None
    warnings: tuple[str, ...]
    seconds: float


def print_report(dossier: "Dossier", locale: Locale, *, shelved: bool = True) -> Printed:
    """Make the PDF, or fetch it from the shelf where the pages keep theirs (``shelved``).

    Raises:
        ReportError: when the PDF libraries or the fonts are missing, or a limit is reached.
    """
    from reports import Branding, compose, ensure_fonts, render
    from reports.html import paper_html
    from web.jobs.shelf import name_of, put, shelf
    from web.settings import settings

    begun = perf_counter()
    model, brand = compose(dossier, locale), Branding()
    name = name_of(paper_html(model, brand), model.identifier, brand.logo, locale)
    if shelved and (shelf() / name).is_file():
        return Printed((shelf() / name).read_bytes(), None, (), perf_counter() - begun)
    rendering = render(model, brand, ensure_fonts(settings().cache_dir / "fonts"))
    if shelved:
        put(name, rendering.pdf)
    return Printed(rendering.pdf, rendering.pages, rendering.warnings, perf_counter() - begun)


def report_page(dossier: "Dossier", locale: Locale) -> bytes:
    """Return the report as one self-contained HTML page; this needs no PDF libraries."""
    from reports import compose, render_html

    return render_html(compose(dossier, locale)).encode()


def same(path: Path, data: bytes) -> bool:
    """Return whether a file holds exactly these bytes already."""
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data

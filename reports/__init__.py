"""From a dossier to what people read: a report model in Chinese or English, as HTML and as PDF.

``compose`` makes the model, ``render_html`` and ``render_pdf`` dress it; ``reports.charts`` draws for page and paper;
``reports.phrases`` words every code. WeasyPrint is imported in a child process only, so everything else runs without
its system libraries.
"""

from reports.branding import Branding, BrandingError, branding
from reports.composing import compose
from reports.drawing import charts_for
from reports.errors import ChartError, FontError, RenderError, ReportError
from reports.fonts import Fonts, ensure_fonts
from reports.html import render_html
from reports.model import ReportModel
from reports.phrases import Line, Names, explanation, say
from reports.reading import names_of
from reports.render import Rendering, render, render_pdf

__all__ = [
    "Branding",
    "BrandingError",
    "ChartError",
    "FontError",
    "Fonts",
    "Line",
    "Names",
    "RenderError",
    "Rendering",
    "ReportError",
    "ReportModel",
    "branding",
    "charts_for",
    "compose",
    "ensure_fonts",
    "explanation",
    "names_of",
    "render",
    "render_html",
    "render_pdf",
    "say",
]

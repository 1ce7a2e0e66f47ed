"""The report model as HTML: one set of templates for the paper engine and for the browser."""

import base64
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from questionnaires.locale_text import Locale
from reports.branding import Branding
from reports.charts import ChartSpec, draw
from reports.charts.theme import ThemeName, resolve_css
from reports.model import Cell, Column, ReportModel, Section
from reports.phrases.report_words import REPORT
from reports.phrases.typesetting import heading, typeset
from reports.phrases.typography import spaced

HERE = Path(__file__).parent
LANGUAGES: Mapping[Locale, str] = {"zh": "zh-CN", "en": "en-GB"}
PAGE_SIZES = {"A4": "210mm 297mm", "Letter": "216mm 279mm"}


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render_html(model: ReportModel, branding: Branding | None = None) -> str:
    """Return the report as one self-contained page for a browser, light theme, charts as on paper."""
    brand = branding or Branding()
    css = (HERE / "styles" / "tokens.css").read_text(encoding="utf-8") + _css("report.css") + _css("screen.css")
    css += f":root{{--accent:{brand.accent};--brand-rule:{brand.rule}}}"
    logo = f"data:image/png;base64,{base64.b64encode(brand.logo).decode()}" if brand.logo else ""
    return _page(model, brand, css, "web", logo)


def paper_html(model: ReportModel, branding: Branding) -> str:
    """Return the page the paper engine lays out: every token resolved, assets by private names."""
    overrides = {"accent": branding.accent, "brand-rule": branding.rule}
    css = resolve_css(_css("fonts.css") + _css("report.css") + _css("paper.css"), overrides)
    css += f"@page{{size:{PAGE_SIZES[branding.page_size]}}}"
    return _page(model, branding, css, "paper", "asset:logo" if branding.logo else "")


@cache
def _css(name: str) -> str:
    return (HERE / "styles" / name).read_text(encoding="utf-8")


def _page(model: ReportModel, brand: Branding, css: str, theme: ThemeName, logo: str) -> str:
    locale = model.locale
    subject = [f"{model.subject}{_aside(locale)}" if model.sample else model.subject, model.dateline]
    label = brand.confidentiality or model.confidentiality
    if label:
        subject.append(label)
    digests = " · ".join(part for part in (brand.footer or brand.firm, model.digest_line) if part)

    def words(text: str) -> Markup:
        return typeset(text, locale)

    def plain(text: str) -> str:
        """Words without marks of their own: inside a link each would be a link apart."""
        return spaced(text) if locale == "zh" else text

    def title(text: str) -> Markup:
        return heading(text, locale)

    def run(section: Section, first: bool) -> str:
        return f"{model.heading} · {section.label}" if first else model.heading

    def chart(spec: ChartSpec) -> Markup:
        return Markup(draw(spec, theme))  # noqa: S704 (every text in a chart is escaped by its canvas)

    def tone(cell: Cell) -> str:
        return "" if cell.tone == "plain" else f" {cell.tone}"

    return (
        _environment()
        .get_template("report.html")
        .render(
            model=model,
            lang=LANGUAGES[locale],
            css=Markup(css),  # noqa: S704 (our own files and validated colours)
            subject=" · ".join(subject),
            digests=digests,
            logo=logo,
            firm=brand.firm,
            kind=_kind,
            run=run,
            words=words,
            plain=plain,
            title=title,
            tone=tone,
            side=_side,
            chart=chart,
        )
    )


def _aside(locale: Locale) -> str:
    zh, en = REPORT["word.sample"]
    return f"（{zh}）" if locale == "zh" else f" ({en})"


def _side(columns: tuple[Column, ...], index: int) -> str:
    """Return the class of a cell: right, or kept apart from the right-aligned column before it."""
    if columns[index].right:
        return "r"
    return "after" if index and columns[index - 1].right else ""


def _kind(block: Any) -> str:
    return type(block).__name__

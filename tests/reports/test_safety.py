"""Nothing a client types is fetched, run or laid out as markup; what is too large is stopped with one sentence."""

import io
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image
from pydantic import ValidationError

from reports import Branding, BrandingError, RenderError, branding, compose, render, render_html
from reports.html import paper_html
from reports.render import Limits, render_document

pytestmark = pytest.mark.pdf
HOSTILE = (
    "<img src=file:///etc/passwd>",
    "<link rel=attachment href=file:///etc/hostname>",
    "<style>@import url(http://127.0.0.1:9/x.css);</style>",
    "url(http://127.0.0.1:9/x.png)",
    "</style><script>alert(1)</script>",
    "{{ model.title }}{% raw %}",
    "&lt;svg onload=alert(1)&gt;",
    "<base href=file:///><iframe src=etc/passwd>",
)
VECTORS = {
    "file": '<img src="file:///etc/passwd">',
    "attachment": '<link rel="attachment" href="file:///etc/hostname">',
    "anchor": '<a rel="attachment" href="file:///etc/hostname">x</a>',
    "stylesheet": '<link rel="stylesheet" href="http://127.0.0.1:9/x.css">',
    "import": "<style>@import url(http://127.0.0.1:9/x.css);</style>",
    "background": '<p style="background:url(http://127.0.0.1:9/x.png)">x</p>',
    "svg": '<svg width="9" height="9"><image href="file:///etc/passwd" width="9" height="9"/></svg>',
    "base": '<base href="file:///etc/"><img src="passwd">',
    "font": "<style>@font-face{font-family:x;src:url(http://127.0.0.1:9/x.ttf)}p{font-family:x}</style><p>x</p>",
    "data": '<img src="data:image/png;base64,iVBORw0KGgo=">',
}
BOMBS = {
    "tables": "<table>" + "<tr>" + "<td>x" * 60 + "</table>" * 1 + "<table><tr>" + "<td>甲乙" * 3000 + "</table>",
    "pages": "<style>@page{size:12pt 12pt;margin:0}</style>" + "<p>字" * 30000,
    "word": f"<p>{'字' * 400000}</p>",
    "nested": "<div>" * 4000 + "x",
}


def page_of(body: str) -> str:
    return f'<!doctype html><html lang="en"><head><title>t</title></head><body data-subject="s">{body}</body></html>'


@pytest.fixture(scope="module")
def hostile(dossiers):
    """A dossier whose every free text is an attack."""
    resources = tuple(
        replace(a, resource=replace(a.resource, name=text, name_en=text, can_be_used=text, can_be_used_en=text))
        for a, text in zip(dossiers.resources(), HOSTILE, strict=False)
    )
    people = tuple(replace(p, name=HOSTILE[0], name_en=HOSTILE[0]) for p in dossiers.people())
    need = replace(dossiers.need(), request_en=HOSTILE[2], statement_en=HOSTILE[0])
    return dossiers.dossier(
        profile=dossiers.profile(name=HOSTILE[0], name_en=HOSTILE[0]), resources=resources, people=people, needs=(need,)
    )


def test_hostile_texts_are_printed_as_text_and_fetch_nothing(hostile, fonts, page_texts):
    model = compose(hostile, "en")
    html = paper_html(model, Branding())
    assert "<img" not in html
    assert "<script" not in html
    assert html.count("<style>") == 1
    assert "<iframe" not in render_html(model)
    short = replace(model, sections=tuple(s for s in model.sections if s.id in {"R1", "contents", "R7"}))
    rendering = render(short, None, fonts)
    printed = "".join("".join(page_texts(rendering.pdf)).split())
    assert "<imgsrc=file:///etc/passwd>" in printed
    assert "{{model.title}}" in printed
    assert "root:" not in printed
    document = pypdfium2.PdfDocument(rendering.pdf)
    assert document.count_attachments() == 0
    document.close()


@pytest.mark.parametrize("name", VECTORS)
def test_no_address_is_ever_fetched(name, fonts):
    """Every way to name an address ends the rendering, or is left out; no byte of a file reaches the paper."""
    refused, rendering = None, None
    try:
        rendering = render_document(page_of(VECTORS[name]), None, "0" * 32, fonts, Limits())
    except RenderError as error:
        refused = error
    if rendering is None:
        assert refused is not None
        assert refused.code == "render.address"
        assert "\n" not in refused.sentence
        return
    document = pypdfium2.PdfDocument(rendering.pdf)
    assert document.count_attachments() == 0
    assert "root:" not in "".join(p.get_textpage().get_text_bounded() for p in document)
    document.close()


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_stopped_with_one_sentence(name, fonts):
    with pytest.raises(RenderError) as stopped:
        render_document(page_of(BOMBS[name]), None, "0" * 32, fonts, Limits(memory=700_000_000, cpu=2, wall=20))
    assert stopped.value.code in {"render.limit", "render.slow", "render.deep"}
    assert "\n" not in stopped.value.sentence


def test_too_little_memory_is_told_as_a_limit(models, fonts):
    with pytest.raises(RenderError) as stopped:
        render(models["zh"], None, fonts, Limits(memory=120_000_000))
    assert stopped.value.code in {"render.limit", "render.failed", "render.missing"}


def test_a_wall_clock_ends_what_hangs(models, fonts):
    with pytest.raises(RenderError) as stopped:
        render(models["zh"], None, fonts, Limits(wall=0))
    assert stopped.value.code == "render.slow"


def test_a_character_outside_the_faces_is_reported(models, fonts):
    strange = replace(models["en"], subject="Heyu \U0001f600", sections=models["en"].sections[:2])
    rendering = render(strange, None, fonts)
    assert rendering.warnings


def picture(kind: str = "PNG", size: tuple[int, int] = (400, 120)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "#224466").save(out, kind)
    return out.getvalue()


def test_a_brand_is_printed(models, fonts, page_texts):
    brand = branding(accent="#0b5d3b", rule="#0B5D3B", firm="Example & Partners", footer="a < b", logo=picture("JPEG"))
    short = replace(models["en"], sections=models["en"].sections[:2])
    rendering = render(short, brand, fonts)
    assert rendering.warnings == ()
    assert "a < b" in page_texts(rendering.pdf)[0]
    assert "#0b5d3b" in paper_html(short, brand)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"accent": "#ffee00"}, "too light"),
        ({"accent": "red;}*{display:none"}, "accent"),
        ({"rule": "url(http://127.0.0.1)"}, "rule"),
        ({"footer": "x" * 121}, "footer"),
        ({"firm": "line\nbreak"}, "firm"),
        ({"page_size": "A0"}, "page_size"),
        ({"template": "<p>"}, "template"),
        ({"logo": b"<svg xmlns='http://www.w3.org/2000/svg'/>"}, "not a readable PNG or JPEG"),
        ({"logo": b"\x89PNG" + b"0" * 1_000_001}, "larger than 1 MB"),
        ({"logo": picture(size=(2500, 2000))}, "4 million pixels"),
    ],
)
def test_a_hostile_brand_is_refused_with_one_sentence(values, says):
    with pytest.raises(BrandingError, match=says) as refused:
        branding(**values)
    assert refused.value.code == "branding.refused"
    assert "\n" not in refused.value.sentence


def test_a_brand_never_changes():
    brand = Branding()
    with pytest.raises(ValidationError):
        brand.accent = "#000000"  # type: ignore[misc]


def test_a_logo_loses_its_metadata():
    data = Image.new("RGB", (50, 50))
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "secret"
    data.save(out, "JPEG", exif=exif)
    assert b"secret" in out.getvalue()
    assert b"secret" not in (branding(logo=out.getvalue()).logo or b"")

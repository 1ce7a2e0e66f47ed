"""Slimming: the same page and the same reading order in fewer objects, borders in fewer strokes, faces in fewer bytes."""

import io
import zlib
from itertools import pairwise

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from reports import render_lettering as lettering
from reports import render_packing as packing
from reports import render_slimming as slimming
from reports.render import Limits, render_document

HTML = """<html lang="en"><head><meta charset="utf-8"><title>t</title><style>
@font-face{font-family:N;src:url(asset:regular)} html{font-family:N} table{border-collapse:collapse}
td,th{border-bottom:1px solid #ccc}</style></head><body><section id="contents"><h1>Head</h1>
<p>one <b>two</b> three</p><p><a href="#x">to <span>x</span></a></p><h2 id="x">X</h2>
<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>
<tbody><tr><th scope="row">r</th><td>1<br><span>note</span></td></tr></tbody></table></section></body></html>"""


@pytest.fixture(scope="module")
def pdf(fonts):
    made = render_document(HTML, None, "00" * 16, fonts, Limits())
    assert made.warnings == ()
    with pikepdf.open(io.BytesIO(made.pdf)) as opened:
        yield opened


def elements(pdf, kind: str) -> list:
    return [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == kind]


def test_cells_and_paragraphs_hold_their_text_themselves(pdf):
    assert pdf.check_pdf_syntax() == []
    assert elements(pdf, "/NonStruct") == []
    for kind in ("/P", "/TD", "/TH", "/H1"):
        assert all(isinstance(kid, int) for element in elements(pdf, kind)[:1] for kid in element.K)


def test_every_piece_of_content_leads_back_to_the_element_that_holds_it(pdf):
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    owners = numbers[1]
    for mark, owner in enumerate(owners):
        assert mark in [kid for kid in owner.K if isinstance(kid, int)]
        assert owner.Type == "/StructElem"


def test_headers_say_what_they_head_and_cells_need_no_list(pdf):
    scopes = [str(element.A.Scope) for element in elements(pdf, "/TH")]
    assert scopes == ["/Column", "/Column", "/Row"]
    assert all("/A" not in element for element in elements(pdf, "/TD"))
    assert all("/ID" not in element for element in elements(pdf, "/TH"))


def test_a_link_keeps_its_annotation(pdf):
    links = elements(pdf, "/Link")
    assert any(isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR" for e in links for kid in e.K)


def test_the_face_is_drawn_from_on_a_coarser_grid(pdf):
    stream = next(o for o in pdf.objects if isinstance(o, pikepdf.Stream) and "/Length1" in o.stream_dict)
    data = stream.read_bytes()
    assert int(stream.stream_dict["/Length1"]) == len(data)
    assert set(TTFont(io.BytesIO(data)).reader.keys()) <= slimming.NEEDED
    points = [value for glyph in outlines(data) for pair in glyph.coordinates for value in pair]
    assert points
    assert all(value % slimming.GRID == 0 for value in points)


def outlines(data: bytes):
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    reader = TTFont(io.BytesIO(data)).reader
    loca, glyf = reader["loca"], reader["glyf"]
    starts = [int.from_bytes(loca[i : i + 4], "big") for i in range(0, len(loca), 4)]
    for start, end in pairwise(starts):
        if end > start and int.from_bytes(glyf[start : start + 2], "big", signed=True) > 0:
            glyph = Glyph(glyf[start:end])
            glyph.expand(None)
            yield glyph


def test_borders_that_follow_each_other_become_one_path():
    def border(y: int, x1: int, x2: int, ink: str = "0.8 0.8 0.8") -> bytes:
        return f"/Artifact\nBMC\nq\nq\n/A1.0 gs\n{ink} RG\n0.5 w\n{x1} {y} m\n{x2} {y} l\nS\nQ\nQ\nEMC\n".encode()

    drawn = slimming._joined(
        b"q\n" + border(1, 0, 5) + border(1, 5, 9) + border(2, 0, 9) + border(3, 0, 9, "0 0 0") + b"Q"
    )
    assert drawn.count(b"BMC") == 2
    assert drawn.count(b" m\n") == 3
    assert b"0 1 m\n9 1 l" in drawn
    assert (drawn[:2], drawn[-1:]) == (b"q\n", b"Q")


def test_content_without_borders_is_left_as_it_is():
    assert slimming._joined(b"BT\n(x) Tj\nET") == b"BT\n(x) Tj\nET"


def test_coordinates_are_written_to_a_hundredth():
    class Engine:
        @staticmethod
        def _to_bytes(item):
            return str(item).encode()

    slimming.shorten_numbers(Engine)
    assert Engine._to_bytes(1.23456) == b"1.23"
    assert Engine._to_bytes(7) == b"7"


def test_only_widths_other_than_a_full_em_are_told():
    assert slimming._unusual([1, [227, 1000, 300], 9, [1000]]) == [1, [227], 3, [300]]


def test_letters_at_their_natural_place_become_a_word_and_others_stay():
    letters = b"".join(
        b"1 0 0 -1 %d 9 Tm\n[<000%d>] TJ\n0 Tr\n" % (x, glyph) for x, glyph in ((10, 2), (15, 3), (40, 1))
    )
    content = b"BT\n0 Tr\n1 0 0 -1 0 9 Tm\n/F 10 Tf\n[<0001>] TJ\n0 Tr\n" + letters + b"ET"
    assert lettering.joined(content, {b"F": {2: 500}}) == (
        b"BT\n1 0 0 -1 0 9 Tm\n/F 10 Tf\n[<000100020003>] TJ\n1 0 0 -1 40 9 Tm\n[<0001>] TJ\nET"
    )


def test_packing_keeps_what_it_packs_and_the_references_stay_readable(pdf):
    data = bytes(range(256)) * 9
    assert zlib.decompress(packing.packed(data)) == data
    assert int(pdf.trailer.get("/DecodeParms", {}).get("/Predictor", 12)) == 12
    assert packing.predict_references(b"no references") == b"no references"

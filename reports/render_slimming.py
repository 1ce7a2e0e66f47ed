"""Makes a laid-out PDF smaller without changing what it shows or how it is read aloud. Runs in the rendering child only.

The paper engine wraps every run of text in a structure element of its own, names the headers of every cell one by one,
draws the border of every cell apart and writes coordinates to a millionth of a point. A report with two thousand cells is
a third smaller without that. What does not look as expected is left as it is.
"""

import io
import re
import sys
from array import array
from itertools import pairwise
from typing import Any

PLACES = 2
"""Decimals of a coordinate: a hundredth of a pixel."""
WRAPPERS = frozenset({"/Span", "/NonStruct"})
HOLDERS = frozenset({"/P", "/TD", "/TH", "/H1", "/H2", "/H3", "/H4", "/LBody", "/Lbl", "/Link", "/Span", "/NonStruct"})
"""Structure elements that may hold text themselves."""
GRID, GRID_BOLD, BOLD = 8, 6, 600
"""Units of a thousandth of an em; from this weight on a face is bold."""
FULL_EM = 1000
NEEDED = frozenset({"glyf", "head", "hhea", "hmtx", "loca", "maxp", "cvt ", "fpgm", "prep"})
"""Tables of a face that a PDF draws from."""
NO_SHIFT = re.compile(rb"(?<=[0-9a-f])>0<(?=[0-9a-f])")
"""Between two runs of glyphs: a shift by nothing."""
REFERENCE = re.compile(r"(?<![\d.])(\d+) 0 R\b")
LINE = re.compile(
    rb"/Artifact\nBMC\nq\nq\n(/[\w.]+ gs\n[\d. ]+ RG\n[\d.]+ w)\n([\d.]+) ([\d.]+) m\n([\d.]+) ([\d.]+) l\nS\nQ\nQ\nEMC\n"
)


def shorten_numbers(engine: Any) -> None:
    """Let the writer of the PDF round coordinates."""
    write = engine._to_bytes  # noqa: SLF001 (the one place where it spells numbers)

    def rounded(item: Any) -> bytes:
        return write(round(item, PLACES) if isinstance(item, float) else item)

    engine._to_bytes = rounded  # noqa: SLF001


def paint_compactly(page: Any) -> None:
    """Let each page of the engine leave one piece of content behind instead of a list of its many strokes."""
    paint = page.paint

    def painted(self: Any, stream: Any, *more: Any, **options: Any) -> None:
        paint(self, stream, *more, **options)
        stream.stream = [NO_SHIFT.sub(b"", _joined(b"\n".join(map(_bytes, stream.stream))))]

    page.paint = painted


def slim(_document: Any, pdf: Any) -> None:
    """Fold wrappers into what they wrap, name headers by scope, coarsen faces; a finisher of the paper engine."""
    elements: dict[bytes, Any] = {item.reference: item for item in pdf.objects if _type(item) == "/StructElem"}
    for element in elements.values():
        _scoped(element, elements)
    gone = _folded(elements)
    root = next((item for item in pdf.objects if _type(item) == "/StructTreeRoot"), None)
    if root is not None and gone:
        tree = next(item for item in pdf.objects if item.reference == root["ParentTree"])
        for entry in filter(_is_container, tree["Nums"]):
            entry[:] = [_holder(item, gone) for item in entry]
        _renumber(pdf, gone)
    for item in pdf.objects:
        if _type(item) == "/Font" and "W" in item:
            item["W"][:] = _unusual(item["W"])
        if "Length1" in getattr(item, "extra", ()):
            item.stream = [_coarse(b"".join(map(_bytes, item.stream)))]
            item.extra["Length1"] = len(item.stream[0])


def _type(item: Any) -> str:
    return str(item.get("Type", "")) if hasattr(item, "get") else ""


def _is_container(item: Any) -> bool:
    """Whether something is a dictionary or an array of the PDF."""
    return hasattr(item, "items") or hasattr(item, "append")


def _scoped(element: Any, elements: dict[bytes, Any]) -> None:
    """Say of a header whether it heads its column or its row; cells then need no list of headers."""
    kind, table = element.get("S"), element.get("A")
    if kind == "/TH" and table is not None:
        row = elements.get(element["P"], {})
        head = elements.get(row.get("P"), {}).get("S") == "/THead"
        table["Scope"] = "/Column" if head else "/Row"
        element.pop("ID", None)
    elif kind == "/TD" and table is not None:
        table.pop("Headers", None)
        if len(table) == 1:
            del element["A"]


def _folded(elements: dict[bytes, Any]) -> dict[bytes, bytes]:
    """Put the content of plain wrappers into their holders; return each wrapper's reference with its holder's."""
    gone: dict[bytes, bytes] = {}
    for reference, element in reversed(list(elements.items())):
        holder = elements.get(element["P"])
        if element["S"] not in WRAPPERS or set(element) != {"Type", "S", "K", "Pg", "P"} or holder is None:
            continue
        if any(isinstance(kid, bytes) and kid not in elements for kid in element["K"]):
            continue  # it carries the annotation of a link
        if holder["S"] not in HOLDERS or holder["Pg"] != element["Pg"] or reference not in holder["K"]:
            continue
        at = holder["K"].index(reference)
        holder["K"][at : at + 1] = element["K"]
        for kid in element["K"]:
            if kid in elements:
                elements[kid]["P"] = holder.reference
        gone[reference] = holder.reference
    return gone


def _holder(reference: Any, gone: dict[bytes, bytes]) -> Any:
    while reference in gone:
        reference = gone[reference]
    return reference


def _renumber(pdf: Any, gone: dict[bytes, bytes]) -> None:
    """Drop the folded elements and close the gaps in the numbers of the rest."""
    kept = [item for item in pdf.objects if item.reference not in gone]
    numbers = {item.number: at for at, item in enumerate(kept)}
    seen: set[int] = set()  # some containers are shared
    for item in kept:
        _repoint(getattr(item, "extra", item), numbers, seen)
    pages = pdf.pages["Kids"]
    pages[::3] = [numbers[number] for number in pages[::3]]
    for at, item in enumerate(kept):
        item.number = at
    pdf.objects[:] = kept


def _repoint(holder: Any, numbers: dict[int, int], seen: set[int]) -> None:
    """Give every reference inside a dictionary or an array its new number."""
    if id(holder) in seen or not _is_container(holder):
        return
    seen.add(id(holder))
    keys: list[Any] = list(holder) if hasattr(holder, "items") else list(range(len(holder)))
    for key in keys:
        value = holder[key]
        if _is_container(value):
            _repoint(value, numbers, seen)
        elif isinstance(value, bytes | str):
            text = value.decode("latin-1") if isinstance(value, bytes) else value
            new = REFERENCE.sub(lambda found: f"{numbers[int(found[1])]} 0 R", text)
            if new != text:
                holder[key] = new.encode("latin-1") if isinstance(value, bytes) else new


def _unusual(widths: list[Any]) -> list[Any]:
    """Leave out the widths of a face that need not be told: a full em is what a reader takes for granted."""
    found = {
        first + at: wide for first, row in zip(widths[::2], widths[1::2], strict=True) for at, wide in enumerate(row)
    }
    told = {glyph: wide for glyph, wide in found.items() if wide != FULL_EM}
    kept: list[Any] = []
    for glyph, wide in told.items():
        if glyph - 1 in told:
            kept[-1].append(wide)
        else:
            kept += [glyph, type(widths)([wide])]
    return kept


def _coarse(face: bytes) -> bytes:
    """Set the outlines of an embedded face on a coarser grid and drop the tables a PDF has no use for.

    The bold face is printed large, so its grid is finer. At their largest sizes points move by less than 0.06 pt.
    """
    from fontTools.ttLib.sfnt import SFNTReader, SFNTWriter  # pyright: ignore[reportMissingTypeStubs]

    reader: Any = SFNTReader(io.BytesIO(face))
    tables: dict[str, bytes] = {tag: reader[tag] for tag in NEEDED & set(reader.keys())}
    grid = GRID_BOLD if int.from_bytes(reader["OS/2"][4:6], "big") >= BOLD else GRID
    long = tables["head"][50:52] == b"\x00\x01"
    places = array("I" if long else "H", tables["loca"])
    if sys.byteorder == "little":
        places.byteswap()
    step, outlines, starts = 1 if long else 2, bytearray(), array("I", [0])
    for start, end in pairwise(places):
        outlines += _coarse_glyph(tables["glyf"][start * step : end * step], grid)
        outlines += b"\0" * (-len(outlines) % 4)
        starts.append(len(outlines))
    if sys.byteorder == "little":
        starts.byteswap()
    tables["glyf"], tables["loca"] = bytes(outlines), starts.tobytes()
    tables["head"] = tables["head"][:50] + b"\x00\x01" + tables["head"][52:]
    target = io.BytesIO()
    writer: Any = SFNTWriter(target, len(tables), reader.sfntVersion)
    for tag in sorted(tables):
        writer[tag] = tables[tag]
    writer.close()
    return target.getvalue()


def _coarse_glyph(data: bytes, grid: int) -> bytes:
    """Round the points of one simple glyph; composites and blanks stay as they are."""
    from fontTools.ttLib.tables._g_l_y_f import Glyph  # pyright: ignore[reportMissingTypeStubs]

    if len(data) < 2 or int.from_bytes(data[:2], "big", signed=True) <= 0:
        return data
    glyph: Any = Glyph(data)
    glyph.expand(None)
    glyph.coordinates.scale((1 / grid, 1 / grid))
    glyph.coordinates.toInt()
    glyph.coordinates.scale((grid, grid))
    return bytes(glyph.compile(None))


def _bytes(part: Any) -> bytes:
    return part if isinstance(part, bytes) else part.data if hasattr(part, "data") else str(part).encode("ascii")


def _joined(content: bytes) -> bytes:
    """Draw borders that follow each other in one style as one path; those that continue each other as one line."""
    parts: list[bytes] = []
    style, lines, last = b"", list[list[bytes]](), 0
    for found in LINE.finditer(content):
        new, *ends = found.groups()
        if found.start() != last or new != style:
            parts += [_drawn(style, lines), content[last : found.start()]]
            style, lines = new, []
        before = lines[-1] if lines else None
        if before and before[1] == before[3] == ends[1] == ends[3] and before[2] == ends[0]:
            before[2] = ends[2]
        else:
            lines.append(list(ends))
        last = found.end()
    return b"".join([*parts, _drawn(style, lines), content[last:]])


def _drawn(style: bytes, lines: list[list[bytes]]) -> bytes:
    if not lines:
        return b""
    path = b"\n".join(b"%s %s m\n%s %s l" % tuple(line) for line in lines)
    return b"/Artifact\nBMC\nq\nq\n%s\n%s\nS\nQ\nQ\nEMC\n" % (style, path)

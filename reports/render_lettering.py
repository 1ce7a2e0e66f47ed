"""Joins the letters of a drawing into words: the paper engine places them one by one. Runs in the rendering child only.

Letters that stand where the widths of their face would put them anyway need no place of their own; the others keep it.
"""

import re
from collections.abc import Mapping
from typing import Any

NEAR = 0.02
"""Pixels a letter may be off its natural place, the rounding of both coordinates."""
FULL_EM = 1000
LETTER = re.compile(
    rb"1 0 0 -1 (\S+) (\S+) Tm\n(?:/(\w+) (\S+) Tf\n)?\[<([0-9a-f]+)>0?\] TJ\n(?:0 Tr\n)?",
)
WORD = re.compile(rb"BT\n(?:0 Tr\n)?((?:" + re.sub(rb"\((?!\?)", b"(?:", LETTER.pattern) + rb"){2,})ET")
"""A text of at least two letters or runs, each with a place of its own."""

Widths = Mapping[bytes, Mapping[int, float]]
"""Name of a face in the document → glyph → thousandths of an em, where it is no full em."""


def join_letters(pdf: Any) -> None:
    """Join what can be joined in every stream of content."""
    widths = {_name(item): _widths(item["W"]) for item in pdf.objects if hasattr(item, "get") and "W" in item}
    for item in pdf.objects:
        parts = getattr(item, "stream", None)
        if isinstance(parts, list) and len(parts) == 1 and isinstance(parts[0], bytes) and b"BT\n" in parts[0]:  # pyright: ignore[reportUnknownArgumentType]
            parts[0] = joined(parts[0], widths)


def joined(content: bytes, widths: Widths) -> bytes:
    r"""Return the content with joined letters.

    >>> text = b"BT\n1 0 0 -1 0 9 Tm\n/F 10 Tf\n[<0001>] TJ\n0 Tr\n1 0 0 -1 10 9 Tm\n[<0002>] TJ\nET"
    >>> joined(text, {b"F": {}})
    b'BT\n1 0 0 -1 0 9 Tm\n/F 10 Tf\n[<00010002>] TJ\nET'
    """
    return WORD.sub(lambda found: b"BT\n" + _word(found[1], widths) + b"ET", content)


def _word(letters: bytes, widths: Widths) -> bytes:
    lines: list[bytes] = []
    face, size, end, base, run = b"", 0.0, 0.0, b"", b""
    for x, y, new, new_size, glyphs in LETTER.findall(letters):
        changed = bool(new) and (new, float(new_size)) != (face, size)
        if run and not changed and y == base and abs(float(x) - end) <= NEAR:
            run += glyphs
        else:
            lines += [b"[<%s>] TJ" % run] if run else []
            lines.append(b"1 0 0 -1 %s %s Tm" % (x, y))
            if new:
                face, size = new, float(new_size)
                lines.append(b"/%s %s Tf" % (new, new_size))
            run, base, end = glyphs, y, float(x)
        known = widths.get(face, {})
        codes = [int(glyphs[at : at + 4], 16) for at in range(0, len(glyphs), 4)]
        end += sum(known.get(code, FULL_EM) for code in codes) * size / 1000
    return b"\n".join([*lines, b"[<%s>] TJ" % run, b""])


def _name(font: Any) -> bytes:
    """Return the tag before the face's name, by which the content calls it."""
    return str(font["BaseFont"]).lstrip("/").split("+", maxsplit=1)[0].encode()


def _widths(listed: list[Any]) -> dict[int, float]:
    return {
        first + at: wide for first, row in zip(listed[::2], listed[1::2], strict=True) for at, wide in enumerate(row)
    }

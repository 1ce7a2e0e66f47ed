"""Packs what a PDF holds as tightly as the common filter allows. Runs in the rendering child only."""

import re
import zlib

XREF = re.compile(rb"([^\n]*<<[^\n]*/Type /XRef[^\n]*>>\nstream\n)(.*)(\nendstream\n)", re.DOTALL)


class Deflate:
    """Stands in for the compressor of the paper engine: tries what suits text, numbers and outlines, keeps the best."""

    WAYS = ((8, zlib.Z_DEFAULT_STRATEGY), (5, zlib.Z_DEFAULT_STRATEGY), (8, zlib.Z_FILTERED))
    """Memory levels (a lower one starts new codes more often) with strategies."""

    def __init__(self, level: int = 9) -> None:
        """Begin one stream."""
        self._level, self._parts = level, list[bytes]()

    @classmethod
    def compressobj(cls, level: int = 9) -> "Deflate":
        """Begin one stream, as the engine asks for it."""
        return cls(level)

    def compress(self, data: bytes) -> bytes:
        """Keep a piece."""
        self._parts.append(data)
        return b""

    def flush(self) -> bytes:
        """Return the whole stream."""
        return packed(b"".join(self._parts), self._level)


def packed(data: bytes, level: int = 9) -> bytes:
    """Deflate in the ways that may suit and return the shortest."""
    found: list[bytes] = []
    for memory, strategy in Deflate.WAYS:
        packer = zlib.compressobj(level, zlib.DEFLATED, zlib.MAX_WBITS, memory, strategy)
        found.append(packer.compress(data) + packer.flush())
    return min(found, key=len)


def predict_references(pdf: bytes) -> bytes:
    """Write the cross-reference stream, the last object, as differences of its rows, which hardly take room."""
    found = XREF.search(pdf, pdf.rfind(b" 0 obj"))
    if found is None or b"/Predictor" in found[0]:
        return pdf
    before, after = found[1], found[3]
    rows, wide = zlib.decompress(found[2]), sum(map(int, found[0].split(b"/W [")[1].split(b"]")[0].split()))
    last, out = bytes(wide), bytearray()
    for at in range(0, len(rows), wide):
        row = rows[at : at + wide]
        out += b"\x02" + bytes((new - old) & 0xFF for new, old in zip(row, last, strict=True))
        last = row
    body = packed(bytes(out))
    head = re.sub(rb"/Length \d+", b"/Length %d/DecodeParms <</Predictor 12/Columns %d>>" % (len(body), wide), before)
    return pdf[: found.start()] + head + body + after + pdf[found.end() :]

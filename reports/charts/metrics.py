"""How wide a text is, so that labels can be wrapped before they are drawn. Advances are those of Noto Sans SC."""

import unicodedata

# fmt: off
REGULAR = (
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555,
    555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589, 552, 689,
    728, 293, 535, 646, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338,
    392, 338, 555, 559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606,
    620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555,
)
BOLD = (
    227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387, 590, 590, 590, 590,
    590, 590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615, 585, 717,
    757, 330, 568, 686, 578, 853, 749, 770, 667, 770, 682, 624, 625, 748, 619, 915, 627, 580, 613, 378,
    387, 378, 590, 567, 626, 591, 644, 527, 644, 581, 372, 597, 640, 304, 306, 604, 315, 964, 641, 626,
    644, 644, 437, 495, 421, 637, 576, 863, 562, 574, 511, 378, 296, 378, 590,
)
# fmt: on
NARROW = {
    "\u00b7": (300, 300),
    "\u2013": (536, 544),
    "\u2014": (894, 908),
    "\u2212": (555, 590),
    "\u00a0": (224, 227),
    "\u00a5": (555, 590),
    "\u20ac": (555, 590),
    "\u00a3": (555, 590),
}
ELLIPSIS, DOTS = "…", "..."
OPENING = "（「『《“‘([{"
CLOSING = "，。；：、！？）」』》”’…)]}%,.;:!?"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of ``text`` in the units of ``size``.

    >>> width("会员", 10), width("", 10)
    (20.0, 0.0)
    """
    table = BOLD if bold else REGULAR
    total = 0
    for character in text:
        point = ord(character)
        if 32 <= point < 127:
            total += table[point - 32]
        elif character in NARROW:
            total += NARROW[character][bold]
        elif unicodedata.combining(character):
            continue
        elif point < 0x250:
            total += 620
        else:
            total += 1000
    return total * size / 1000


def cut(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return ``text``, shortened with an ellipsis when it is wider than ``room``: three dots after Latin.

    >>> cut("会员数据打通", 40, 10)
    '会员数…'
    """
    if width(text, size, bold=bold) <= room:
        return text
    kept = text
    end = ELLIPSIS if any(_han(character) for character in text) else DOTS  # the face's ellipsis is a full em, centred
    while kept and width(kept.rstrip() + end, size, bold=bold) > room:
        kept = kept[:-1]
    return kept.rstrip() + end


def wrap(text: str, room: float, size: float, *, lines: int = 2, bold: bool = False) -> list[str]:
    """Break ``text`` into at most ``lines`` lines of ``room``; the last one is cut with an ellipsis.

    Breaks at spaces and between Han characters, never before closing or after opening punctuation.

    >>> wrap("unified member system", 60, 10)
    ['unified', 'member s...']
    """
    rest = text.strip()
    result: list[str] = []
    while rest and len(result) < lines - 1:
        if width(rest, size, bold=bold) <= room:
            break
        at = _break(rest, room, size, bold=bold)
        if at == 0:
            break
        result.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return [*result, cut(rest, room, size, bold=bold)] if rest else result or [""]


def _break(text: str, room: float, size: float, *, bold: bool) -> int:
    last = 0
    for at in range(1, len(text)):
        if width(text[:at].rstrip(), size, bold=bold) > room:
            break
        before, after = text[at - 1], text[at]
        if after in CLOSING or before in OPENING or "\u00a0" in (before, after):
            continue
        if before == " " or after == " " or _han(before) or _han(after) or before in "-/_":
            last = at
    return last


def _han(character: str) -> bool:
    return ord(character) >= 0x2E80

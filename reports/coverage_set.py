"""Which characters the report fonts hold: an explicit set anybody can derive again.

GBK is every Han character of GB 2312 and of Unicode 1.1 (20,902), hence nearly all personal names; the general
standard table of 2013 adds 91 name characters outside it. Symbols are whole Unicode blocks. Characters outside this
set make the renderer warn, and the warning is shown: no box is ever printed in silence.
"""

NAME_CHARACTERS = (
    "㐂㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃"
    "䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮"
)

BLOCKS = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin of Europe
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x04FF),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin of Vietnam
    (0x2000, 0x214F),  # punctuation, superscripts, currencies, letterlike
    (0x2150, 0x22FF),  # number forms, arrows, mathematics
    (0x2300, 0x23FF),  # technical
    (0x2460, 0x27BF),  # circled numbers, boxes, shapes, signs
    (0x3000, 0x30FF),  # Chinese punctuation, kana
    (0x3100, 0x312F),  # Bopomofo
    (0x3200, 0x33FF),  # enclosed and squared
    (0x9FA6, 0x9FFF),  # Han added after Unicode 1.1
    (0xFE30, 0xFE4F),  # vertical forms
    (0xFF00, 0xFFEF),  # full-width forms
)


def code_points() -> frozenset[int]:
    """Return the code points the report fonts are cut to (before intersecting with the face).

    >>> {ord(c) for c in "禾屿镕堃喆䶮¥–−◇"} <= code_points()
    True
    """
    gbk = {point for point in range(0x80, 0x10000) if _in_gbk(point)}
    blocks = {point for low, high in BLOCKS for point in range(low, high + 1)}
    return frozenset(gbk | blocks | {ord(character) for character in NAME_CHARACTERS})


def _in_gbk(point: int) -> bool:
    try:
        chr(point).encode("gbk")
    except UnicodeEncodeError:
        return False
    return True

"""What the law bars whoever pays for it: pyramid pay, deep commission, public testimony in three trades. R037, R039."""

import re
from collections.abc import Iterator, Mapping

from questionnaires.checking.pairs import texts_of
from questionnaires.findings import Finding
from roadmap.catalogue import PREFIX, Rows
from roadmap.checking.telling import told
from roadmap.finding_words import said

PLACES = ("initiatives/", "platforms/", "playbooks/", "effects.yaml", "defaults.yaml", "modules.yaml")
"""Documents that say what is built and how; flags and forbidden combinations quote the law and are left out."""

DEEP_ZH = re.compile(
    r"(?<!第)(?<!第 )(?<![不超]过)(?:[三四五六七八九十]|[3-9]|\d{2,})\s*级\s*(?:分销|返佣|分佣|佣金|代理|提成|返利)"
)
DEEP_EN = re.compile(
    r"\b(?:three|four|five|six|[3-9]|\d{2,})[- ](?:level|tier)s? (?:of )?(?:commission|distribution|referral)",
    re.IGNORECASE,
)
PYRAMID_ZH = re.compile(r"入门费|入伙费|入会费|拉人头|人头费|人头奖|按人头|团队计酬|(?:按|抽|拿)(?:团队|下级|下线)")
PYRAMID_EN = re.compile(
    r"\b(?:entry|joining|enrolment) fees?\b|\bhead-?count (?:reward|pay|bonus)|\b(?:paid|pay|reward\w*|bonus) per head\b"
    r"|\bteam pay\b|\bpa(?:y|id) by (?:the |a )?team's sales|\bdownline",
    re.IGNORECASE,
)
REFUSED_ZH = re.compile(r"[不无非未禁停违拒删]|没有|划掉|不得")
REFUSED_EN = re.compile(
    r"\b(?:no|not|nothing|never|none|without|strikes?|halt|stop\w*|bar\w*|forbid\w*|against)\b", re.IGNORECASE
)
SENTENCES = re.compile(r"[。；！？\n]|[;!?]\s|\.\s")
"""Where one statement ends: what refuses such pay stands in the same one."""

BARRED_PROOF: Mapping[str, tuple[str, ...]] = {"RC-K": ("medbeauty", "education", "wellness")}
"""Class of resources → trades in which it may not be used as public proof, whatever a client writes."""


def check_law(rows: Rows) -> Iterator[Finding]:
    """Yield R037 for pay the law bars at any depth or beyond two levels, R039 for public proof that is not barred.

    The first are entry fee, reward per head and pay by what a team sells; the second commission.
    """
    for document, data in sorted(rows.pack.documents.items()):
        if document.startswith(PLACES):
            for keys, zh, en in texts_of(data):
                found = (("R037", too_deep(zh, en)), ("R037.pay", barred_pay(zh, en)))
                for key, said_there in found:
                    if not said_there:
                        continue
                    place, path = rows.pack.shown(PREFIX, document, *keys), ".".join(map(str, keys))
                    yield Finding(place.file, place.line, "R037", "error", path, *said(key, {"text": said_there}))
    first = next(iter(rows.forbidden.values()), None)
    for cls, trades in BARRED_PROOF.items():
        for trade in trades:
            there = any(row.resource_class == cls and trade in row.industries for row in rows.forbidden.values())
            if not there and first is not None:
                yield told(rows, first, "R039", ("industries",), cls=cls, trade=trade)


def too_deep(zh: str, en: str) -> str:
    """Return the words that state more than two levels of commission, or nothing.

    >>> too_deep("三级分销", "distribution"), too_deep("返佣不超过2级", "no more than 2 levels of commission")
    ('三级分销', '')
    """
    found = DEEP_ZH.search(zh) or DEEP_EN.search(en)
    return found.group() if found else ""


def barred_pay(zh: str, en: str) -> str:
    """Return the words that state an entry fee, a reward per head or pay by a team's sales, unless the statement refuses it.

    >>> barred_pay("合伙人交入门费", "partners pay an entry fee"), barred_pay("不收入门费", "no entry fee")
    ('入门费', '')
    """
    for text, pattern, refused in ((zh, PYRAMID_ZH, REFUSED_ZH), (en, PYRAMID_EN, REFUSED_EN)):
        for sentence in SENTENCES.split(text):
            found = pattern.search(sentence)
            if found and not refused.search(sentence):
                return found.group()
    return ""

"""The drawer *why*: one sentence, then what a number is made of, step by step, down to the answers."""

from dataclasses import dataclass
from fractions import Fraction

from assessment.dossier import Dossier
from questionnaires.locale_text import LOCALES, LocaleText
from reports.phrases.unfolding import explanation
from reports.reading import names_of
from scoring.sheet import Explanation
from scoring.tree import INDEX
from web.components import numbers
from web.components.bilingual import Bilingual
from web.i18n.sentences import NOTHING, both

LINES = 80


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a score that can itself be explained: its value, and the points it costs the whole."""

    id: str
    name: LocaleText
    value: LocaleText
    colour: int
    lost: LocaleText
    width: str


@dataclass(frozen=True, slots=True)
class Branch:
    """One line of a derivation, ``depth`` steps below the number asked about."""

    depth: int
    text: LocaleText


@dataclass(frozen=True, slots=True)
class WhyView:
    """The drawer. ``up`` is the node one step above, empty at the index.

    ``leaf`` is the capability whose level can be decided here, ``decided`` whether somebody did.
    """

    shown: bool = False
    title: LocaleText = NOTHING
    sentence: LocaleText = NOTHING
    up: str = ""
    up_name: LocaleText = NOTHING
    parts: tuple[Part, ...] = ()
    branches: tuple[Branch, ...] = ()
    more: int = 0
    leaf: str = ""
    decided: bool = False
    digest: LocaleText = NOTHING


def why_of(d: Dossier, found: Explanation) -> WhyView:
    """Return the drawer for an explanation of the index, a dimension or a capability."""
    p, node = Bilingual(d), found.root
    leaf = node in d.sheet.capabilities
    lines = _lines(d, found if leaf else Explanation(node, {node: found.steps[node]}))
    below = lines[1:] if leaf else _conditions(p) if node == INDEX else ()
    return WhyView(
        shown=True,
        title=both("why.title", name=_name(p, node)),
        sentence=lines[0].text if lines else NOTHING,
        up=_above(d, node),
        up_name=_name(p, _above(d, node)) if _above(d, node) else NOTHING,
        parts=_parts(p, node),
        branches=below[:LINES],
        more=max(len(below) - LINES, 0),
        leaf=node if leaf else "",
        decided=leaf and d.sheet.capabilities[node].adjudicated,
        digest=both("why.digest", version=d.content_version, digest=_short(d.sheet.digest)),
    )


def _lines(d: Dossier, found: Explanation) -> tuple[Branch, ...]:
    zh, en = (explanation(found, locale, names_of(d, locale)) for locale in LOCALES)
    return tuple(Branch(a.indent, LocaleText(a.text, b.text)) for a, b in zip(zh, en, strict=True))


def _name(p: Bilingual, node: str) -> LocaleText:
    return both("why.index") if node == INDEX else p.name(node)


def _above(d: Dossier, node: str) -> str:
    if node in d.framework.capabilities:
        return d.framework.capabilities[node].dimension
    return "" if node == INDEX else INDEX


def _conditions(p: Bilingual) -> tuple[Branch, ...]:
    """Return the conditions of the next level, those that do not hold first."""
    attained = p.dossier.sheet.attained
    following = [c for c in attained.conditions if c.params.get("level") == (attained.level or 0) + 1]
    conditions = sorted(following, key=lambda c: c.holds)
    return tuple(
        Branch(1, both("why.holds" if c.holds else "why.fails", text=p.say(c.code, c.params))) for c in conditions
    )


def _parts(p: Bilingual, node: str) -> tuple[Part, ...]:
    """Return what a node is made of: the ten dimensions of the index, the capabilities of a dimension."""
    d = p.dossier
    if node == INDEX:
        below = tuple(x.id for x in d.framework.dimensions)
    else:
        below = next((x.capabilities for x in d.framework.dimensions if x.id == node), ())
    whole = d.sheet.nodes[node].effective_weight if node in d.sheet.nodes else Fraction(0)
    return tuple(_part(p, child, whole or Fraction(1)) for child in below if child in d.sheet.nodes)


def _part(p: Bilingual, child: str, whole: Fraction) -> Part:
    sheet = p.dossier.sheet
    score, share = sheet.nodes[child].score, sheet.nodes[child].effective_weight / whole
    leaf = sheet.capabilities.get(child)
    value = numbers.level(leaf.level) if leaf else numbers.score(score)
    lost = numbers.plain((score - 1) * share * 100, 1, signed=True) if score is not None else both("word.insufficient")
    return Part(child, p.name(child), value, _colour(p, child), lost, f"{float(score or 0):.0%}")


def _colour(p: Bilingual, child: str) -> int:
    """Return the level whose colour the value takes: its own for a capability, by the cuts for a dimension."""
    leaf, node = p.dossier.sheet.capabilities.get(child), p.dossier.sheet.nodes[child]
    if leaf:
        return numbers.whole_level(leaf.level)
    if node.score is None:
        return 0
    return 1 + sum(node.score * 100 >= cut for cut in p.dossier.framework.cuts)


def _short(digest: str) -> str:
    return f"{digest[:4]}…{digest[-4:]}" if digest else "—"

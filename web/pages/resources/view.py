"""The resources page as data: overlooked first, with the leverage index and what each leads to."""

from dataclasses import dataclass

from assessment.dossier import Dossier
from assessment.register_words import MOMENTS, NAMED_BY
from assessment.resources import AppraisedResource
from questionnaires.locale_text import LocaleText
from reports.chapters.resource_leads import lead_state, leads
from reports.chapters.resources import title
from reports.figures import rank
from reports.phrases import labels
from web.components import numbers
from web.components.bilingual import Bilingual
from web.i18n.sentences import NOTHING, both, joined, original

STEPS = 5
TOP = 3


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """One resource. ``number`` is its mark in the chart; ``width`` its leverage as a CSS length; ``dots`` readiness."""

    id: str
    number: int
    name: LocaleText
    note: LocaleText
    flags: tuple[str, ...]
    cls: LocaleText
    moments: LocaleText
    value: LocaleText
    dots: str
    ready: int
    use: LocaleText
    leverage: LocaleText
    width: str
    hot: bool
    named: LocaleText
    leads: LocaleText
    overlooked: bool


@dataclass(frozen=True, slots=True)
class ResourcePanel:
    """One resource in full."""

    shown: bool = False
    id: str = ""
    name: LocaleText = NOTHING
    can: LocaleText = NOTHING
    helps: LocaleText = NOTHING
    moments: LocaleText = NOTHING
    named: LocaleText = NOTHING
    rights: LocaleText = NOTHING
    blocked: LocaleText = NOTHING
    leads: tuple[LocaleText, ...] = ()
    why: LocaleText = NOTHING
    note: LocaleText = NOTHING


@dataclass(frozen=True, slots=True)
class ClassCount:
    """How many resources of a class."""

    name: LocaleText
    n: int


@dataclass(frozen=True, slots=True)
class ResourcesView:
    """The page."""

    loaded: bool = False
    title: LocaleText = NOTHING
    classes: tuple[ClassCount, ...] = ()
    rows: tuple[ResourceRow, ...] = ()
    overlooked: int = 0
    missing_rights: int = 0
    linked: int = 0
    rev: str = ""


def resources_of(d: Dossier) -> ResourcesView:
    """Return the page by leverage index, the figure the list prints."""
    p = Bilingual(d)
    ranked = rank(p.zh)
    top = max((a.leverage for a in ranked), default=1.0) or 1.0
    return ResourcesView(
        loaded=True,
        title=p.both(title) if ranked else both("resource.title.none"),
        classes=tuple(
            ClassCount(name, sum(a.resource.cls == cls for a in ranked))
            for cls, name in labels.RESOURCE_CLASSES.items()
        ),
        rows=tuple(_row(p, n, a, top) for n, a in enumerate(ranked, 1)),
        overlooked=sum(a.overlooked for a in ranked),
        missing_rights=sum("rights" not in a.resource.readiness for a in ranked),
        linked=sum(bool(a.suggests) for a in ranked),
        rev=d.digest[:12],
    )


def _row(p: Bilingual, number: int, a: AppraisedResource, top: float) -> ResourceRow:
    r = a.resource
    return ResourceRow(
        id=r.id,
        number=number,
        name=p.name(r.id),
        note=original(r.note, r.note_en),
        flags=r.flags,
        cls=labels.RESOURCE_CLASSES[r.cls],
        moments=joined(MOMENTS[m] for m in r.moments[:2]),
        value=numbers.plain(a.value, 1),
        dots="●" * a.readiness + "○" * (STEPS - a.readiness),
        ready=a.readiness,
        use=numbers.percent(r.utilisation) if r.utilisation is not None else both("word.untracked"),
        leverage=numbers.plain(a.leverage, 2),
        width=f"{a.leverage / top:.0%}",
        hot=number <= TOP,
        named=joined(NAMED_BY[who] for who in r.named_by),
        leads=_lead(p, found[0]) if (found := leads(p.zh, a)) else both("word.open"),
        overlooked=a.overlooked,
    )


def _lead(p: Bilingual, ident: str) -> LocaleText:
    """Name an initiative with what the plan does with it, in the words of the report."""
    return p.both(lambda r: f"{r.name(ident)}{r.aside(lead_state(r, ident).rstrip('。.'))}")


def panel_of(d: Dossier, ident: str) -> ResourcePanel:
    """Return one resource in full; an empty panel when there is none with this id."""
    a = next((a for a in d.resources if a.resource.id == ident), None)
    if a is None:
        return ResourcePanel()
    p, r = Bilingual(d), a.resource
    return ResourcePanel(
        shown=True,
        id=r.id,
        name=p.name(r.id),
        can=original(r.can_be_used, r.can_be_used_en),
        helps=original(r.helps, r.helps_en),
        moments=joined(MOMENTS[m] for m in r.moments),
        named=joined(NAMED_BY[who] for who in r.named_by),
        rights=original(r.rights, r.rights_en) if r.rights or r.rights_en else both("resource.norights"),
        blocked=joined(both(f"blocked.{code}") for code in a.blocked),
        leads=tuple(_lead(p, ident) for ident in leads(p.zh, a)),
        why=joined(both(f"overlooked.{code}") for code in a.why_overlooked),
        note=original(r.note, r.note_en),
    )

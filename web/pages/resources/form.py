"""A resource as a form: the acceptance test first (can it be used, does it help a deal), then what it is worth."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from assessment.content import ContentPack
from assessment.inventory import VALUE_PARTS
from assessment.resources import READINESS, Moment, NamedBy, Resource, ResourceClass
from questionnaires.locale_text import LocaleText
from reports.phrases import labels
from web.components.choices import Choice, Tick, choices, ticks
from web.components.posted import LONG, Posted
from web.i18n.sentences import NOTHING, both

LEVELS = ("1", "2", "3", "4", "5")


@dataclass(frozen=True, slots=True)
class PartField:
    """One part of the value, 1-5."""

    name: str
    text: LocaleText
    value: str


@dataclass(frozen=True, slots=True)
class ResourceForm:
    """The form. ``id`` is empty for a new resource."""

    shown: bool = False
    id: str = ""
    name: LocaleText = NOTHING
    can: LocaleText = NOTHING
    helps: LocaleText = NOTHING
    rights: LocaleText = NOTHING
    note: LocaleText = NOTHING
    cls: str = "RC-M"
    type: str = ""
    effort: str = "2"
    use: str = ""
    owner: str = ""
    parts: tuple[PartField, ...] = ()
    moments: tuple[Tick, ...] = ()
    ready: tuple[Tick, ...] = ()
    named: tuple[Tick, ...] = ()
    flags: tuple[Tick, ...] = ()
    classes: tuple[Choice, ...] = ()
    types: tuple[Choice, ...] = ()


def form_of(pack: ContentPack, industry: str, r: Resource | None = None) -> ResourceForm:
    """Return the form, empty or filled from a resource; types are those of the trade."""
    kinds = {
        k: kind.name for k, kind in pack.resource_types.items() if not kind.industries or industry in kind.industries
    }
    if r and r.type in pack.resource_types:
        kinds.setdefault(r.type, pack.resource_types[r.type].name)
    value = r.value_parts if r else {}
    flags = {str(code): flag.name for code, flag in pack.catalogue.flags.items()}
    return ResourceForm(
        shown=True,
        id=r.id if r else "",
        name=_texts(r, "name"),
        can=_texts(r, "can_be_used"),
        helps=_texts(r, "helps"),
        rights=_texts(r, "rights"),
        note=_texts(r, "note"),
        cls=r.cls if r else "RC-M",
        type=r.type if r else next(iter(kinds), ""),
        effort=str(r.effort) if r else "2",
        use="" if r is None or r.utilisation is None else f"{r.utilisation * 100:g}",
        owner=r.owner if r else "",
        parts=tuple(PartField(f"part.{k}", both(f"part.{k}"), str(value.get(k, 3))) for k in VALUE_PARTS),
        moments=ticks("moment", labels.MOMENTS, r.moments if r else ()),
        ready=ticks("ready", {step: both(f"ready.{step}") for step in READINESS}, r.readiness if r else ()),
        named=ticks("named", labels.NAMED_BY, r.named_by if r else ("consultant",)),
        flags=ticks("flag", flags, r.flags if r else ()),
        classes=choices({key: info.name for key, info in pack.resource_classes.items()}),
        types=choices(kinds),
    )


def _texts(r: Resource | None, name: str) -> LocaleText:
    return LocaleText(getattr(r, name), getattr(r, f"{name}_en")) if r else NOTHING


def resource_from(form: Mapping[str, Any], pack: ContentPack, ident: str, base: Resource | None = None) -> Resource:
    """Return the resource a form describes; both halves of the acceptance test must be answered.

    Raises:
        InvalidInput: naming every field that cannot be used.
    """
    posted = Posted(form)
    moments = posted.ticked("moment", labels.MOMENTS)
    if not moments:
        posted.wrong("moment", "tick")
    named = posted.ticked("named", labels.NAMED_BY)
    if not named:
        posted.wrong("named", "tick")
    found = Resource(
        id=ident,
        name=posted.text("name.zh", required=True),
        name_en=posted.text("name.en"),
        cls=cast("ResourceClass", posted.choice("cls", tuple(pack.resource_classes))),
        type=posted.choice("type", tuple(pack.resource_types)),
        can_be_used=posted.text("can.zh", required=True, limit=LONG),
        can_be_used_en=posted.text("can.en", limit=LONG),
        helps=posted.text("helps.zh", required=True, limit=LONG),
        helps_en=posted.text("helps.en", limit=LONG),
        moments=cast("tuple[Moment, ...]", moments),
        value_parts={part: posted.whole(f"part.{part}", 1, 5, 3) for part in VALUE_PARTS},
        readiness=frozenset(posted.ticked("ready", READINESS)),
        utilisation=posted.share("use"),
        effort=posted.whole("effort", 1, 3, 2),
        named_by=cast("tuple[NamedBy, ...]", named),
        rights=posted.text("rights.zh", limit=LONG),
        rights_en=posted.text("rights.en", limit=LONG),
        flags=posted.ticked("flag", (str(code) for code in pack.catalogue.flags)),
        owner=posted.text("owner"),
        note=posted.text("note.zh", limit=LONG),
        note_en=posted.text("note.en", limit=LONG),
    )
    posted.check()
    return replace(found, facts=base.facts) if base else found

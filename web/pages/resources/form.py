"""A resource as a form: the acceptance test first (can it be used, does it help a deal), then what it is worth."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from assessment.content import ContentPack
from assessment.inventory import VALUE_PARTS
from assessment.register_words import MOMENTS, NAMED_BY
from assessment.resources import READINESS, Moment, NamedBy, Resource, ResourceClass
from questionnaires.locale_text import LocaleText
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


def of_class(pack: ContentPack, cls: str, industry: str, kept: str = "") -> tuple[Choice, ...]:
    """Return the types of a class that the trade has; ``kept`` is one that stays whatever the trade."""
    return choices(
        {
            key: kind.name
            for key, kind in pack.resource_types.items()
            if kind.cls == cls and (key == kept or not kind.industries or industry in kind.industries)
        }
    )


def with_class(form: ResourceForm, pack: ContentPack, cls: str, industry: str) -> ResourceForm:
    """Return the form with the types of another class to choose from; a class that is none changes nothing."""
    if cls not in pack.resource_classes:
        return form
    return replace(form, cls=cls, types=of_class(pack, cls, industry, form.type))


def form_of(pack: ContentPack, industry: str, r: Resource | None = None) -> ResourceForm:
    """Return the form, empty or filled from a resource; types are those of the trade and of the class."""
    cls = r.cls if r else "RC-M"
    kinds = of_class(pack, cls, industry, r.type if r else "")
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
        cls=cls,
        type=r.type if r else kinds[0].key if kinds else "",
        effort=str(r.effort) if r else "2",
        use="" if r is None or r.utilisation is None else f"{r.utilisation * 100:g}",
        owner=r.owner if r else "",
        parts=tuple(PartField(f"part.{k}", both(f"part.{k}"), str(value.get(k, 3))) for k in VALUE_PARTS),
        moments=ticks("moment", MOMENTS, r.moments if r else ()),
        ready=ticks("ready", {step: both(f"ready.{step}") for step in READINESS}, r.readiness if r else ()),
        named=ticks("named", NAMED_BY, r.named_by if r else ("consultant",)),
        flags=ticks("flag", flags, r.flags if r else ()),
        classes=choices({key: info.name for key, info in pack.resource_classes.items()}),
        types=kinds,
    )


def _fitting(posted: Posted, pack: ContentPack) -> None:
    """Check that the type is one of the class."""
    kind, chosen = pack.resource_types.get(posted.text("type")), posted.text("cls")
    if kind and chosen in pack.resource_classes and kind.cls != chosen:
        posted.wrong("type", "class", type=kind.name, cls=pack.resource_classes[kind.cls].name)


def _texts(r: Resource | None, name: str) -> LocaleText:
    return LocaleText(getattr(r, name), getattr(r, f"{name}_en")) if r else NOTHING


def resource_from(form: Mapping[str, Any], pack: ContentPack, ident: str, base: Resource | None = None) -> Resource:
    """Return the resource a form describes; both halves of the acceptance test must be answered.

    Raises:
        InvalidInput: naming every field that cannot be used.
    """
    posted = Posted(form)
    moments = posted.ticked("moment", MOMENTS)
    if not moments:
        posted.wrong("moment", "tick")
    named = posted.ticked("named", NAMED_BY)
    if not named:
        posted.wrong("named", "tick")
    _fitting(posted, pack)
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

"""The registers of stores and people, and how far each person's form is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from assessment.dossier import Coverage, Dossier
from assessment.engagement import Person, Store
from assessment.forms import form_of
from assessment.responses import Response
from assessment.strata import CodeLists, format_name, strata_names, stratum_of
from questionnaires.locale_text import LocaleText
from web.components import numbers
from web.components.clock import moment, there
from web.i18n.sentences import NOTHING, both, joined, original, same
from web.pages.people.responses import Known

KINDS = ("executive", "manager", "guide", "client_team", "consultant")
GROUPS = ("executive", "manager", "guide", "visits", "requests")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person; a guide stands under an id, without a name.

    ``asked`` says that there is a form, ``short`` that it is the short one, ``first`` that it leads its kind. ``state`` is submitted, begun, opened, invited, expired, revoked, open (no link yet), hidden or none.

    ``link`` is the path of the invitation, empty when there is none; ``code`` the page on which a consultant enters
    or codes the answers.
    """

    id: str
    name: LocaleText
    title: LocaleText
    kind: str
    where: LocaleText
    state: str
    when: LocaleText
    link: str
    code: str
    asked: bool = False
    short: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class StoreRow:
    """A store of the register."""

    id: str
    name: LocaleText
    city: LocaleText
    ownership: str
    format: LocaleText
    stratum: LocaleText
    manager: LocaleText


@dataclass(frozen=True, slots=True)
class Group:
    """How many of a kind were asked and came back: people, stores to visit, mystery visits, requests."""

    kind: str
    returned: int
    asked: int
    share: str


@dataclass(frozen=True, slots=True)
class PeopleView:
    """The page. ``open`` is False for readers who may not see who answered."""

    loaded: bool = False
    title: LocaleText = NOTHING
    groups: tuple[Group, ...] = ()
    people: tuple[PersonRow, ...] = ()
    stores: tuple[StoreRow, ...] = ()
    strata: LocaleText = NOTHING
    open: bool = False
    uninvited: int = 0
    invited: int = 0


def people_of(
    engagement: str,
    roles: Mapping[str, LocaleText],
    lists: CodeLists,
    stores: Iterable[Store],
    people: Iterable[Person],
    known: Known,
    coverage: Coverage,
    now: datetime,
) -> PeopleView:
    """Return the page: executives, then managers (those still to answer first), then those who answer nothing."""
    kept = tuple(stores)
    by_id = {store.id: store for store in kept}
    everyone = sorted(people, key=lambda p: (KINDS.index(p.kind), p.store or "", p.id))
    made = (_person(engagement, roles, by_id, p, known, now) for p in everyone)
    rows = _firsts(sorted(made, key=lambda row: (KINDS.index(row.kind), row.state == "submitted")))
    executives = sum(row.kind == "executive" for row in rows)
    strata = strata_names(kept, lists)
    return PeopleView(
        loaded=True,
        title=_title(len(rows), coverage),
        groups=tuple(
            group
            for group in (
                _group("executive", coverage.executives, executives),
                _group("manager", coverage.forms_returned, coverage.forms_asked),
                _group("guide", coverage.guides_returned, coverage.guides_asked),
                _group("visits", coverage.visits, coverage.visits_wanted),
                _group("requests", coverage.requests_received, coverage.requests_asked),
            )
            if group.asked
        ),
        people=rows,
        stores=tuple(_store(store, everyone, lists, strata) for store in kept),
        strata=_strata(kept, strata),
        open=known.open,
        uninvited=sum(map(needs_link, rows)),
        invited=sum(bool(row.link) for row in rows),
    )


def _firsts(rows: Sequence[PersonRow]) -> tuple[PersonRow, ...]:
    """Mark the first row of every kind: the steps of the rail lead there."""
    kinds = [row.kind for row in rows]
    return tuple(replace(row, first=kinds.index(row.kind) == index) for index, row in enumerate(rows))


def needs_link(row: PersonRow) -> bool:
    """Return whether somebody of a store still needs a link."""
    return row.kind in {"manager", "guide"} and not row.link and row.state != "submitted"


def roles_of(d: Dossier) -> dict[str, LocaleText]:
    """Return what the roles of the register are called: executives, the client's team, consultants."""
    executives = {role.id: role.name for role in d.framework.roles}
    return {"lead": both("role.lead"), **d.catalogue.roles, **executives}


def _title(people: int, coverage: Coverage) -> LocaleText:
    if not people:
        return both("people.title.none")
    missing = coverage.forms_asked - coverage.forms_returned
    key = "people.title.missing" if missing else "people.title.all"
    return both(key, n=missing, asked=coverage.forms_asked)


def _person(
    engagement: str,
    roles: Mapping[str, LocaleText],
    stores: Mapping[str, Store],
    person: Person,
    known: Known,
    now: datetime,
) -> PersonRow:
    instrument = form_of(person)
    state, when = _state(known, person.id, now) if instrument else ("none", NOTHING)
    link = known.links.get(person.id)
    store = stores.get(person.store or "")
    where = original(store.name, store.name_en) if store else joined(roles[r] for r in person.roles if r in roles)
    return PersonRow(
        id=person.id,
        name=_name(person),
        title=original(person.title, person.title_en),
        kind=person.kind,
        where=where,
        state=state,
        when=when,
        link=f"/a/{link.token}" if link and link.expires > now else "",
        code=f"/answer/{engagement}/{person.id}/{instrument}" if instrument and person.kind != "guide" else "",
        asked=instrument is not None,
        short=person.form == "short",
    )


def _name(person: Person) -> LocaleText:
    """Return how a person is called here: guides were promised that no name is kept."""
    return both("people.guide", id=person.id) if person.kind == "guide" else original(person.name, person.name_en)


def _state(known: Known, person: str, now: datetime) -> tuple[str, LocaleText]:
    form = known.forms.get(person)
    if form is None:
        return ("open" if known.open else "hidden"), NOTHING
    if form.submitted:
        return "submitted", moment(form.submitted)
    if form.answered:
        return "begun", same(f"{form.answered} / {form.asked}")
    return _link_state(form, now)


def _link_state(form: Response, now: datetime) -> tuple[str, LocaleText]:
    """Say how far the invitation of somebody who has not answered yet is."""
    if form.invited is None or form.expires is None:
        return ("revoked" if form.revoked else "open"), NOTHING
    if form.expires <= now:
        return "expired", moment(form.expires)
    if form.opened:
        return "opened", moment(form.opened)
    return "invited", both("people.until_day", day=numbers.day(there(form.expires), year=False))


def _group(kind: str, returned: int, asked: int) -> Group:
    return Group(kind, returned, asked, f"{returned / asked if asked else 0:.0%}")


def _store(store: Store, people: Iterable[Person], lists: CodeLists, strata: Mapping[str, LocaleText]) -> StoreRow:
    manager = next((p for p in people if p.store == store.id and p.kind == "manager"), None)
    return StoreRow(
        id=store.id,
        name=original(store.name, store.name_en),
        city=original(store.city, store.city_en),
        ownership=store.ownership,
        format=format_name(store, lists),
        stratum=strata[stratum_of(store)],
        manager=original(manager.name, manager.name_en) if manager else same(store.manager),
    )


def _strata(stores: Iterable[Store], names: Mapping[str, LocaleText]) -> LocaleText:
    counts: dict[str, int] = {}
    for store in stores:
        counts[stratum_of(store)] = counts.get(stratum_of(store), 0) + 1
    return joined((both("people.stratum", name=names[key], n=n) for key, n in counts.items()), apart=True)

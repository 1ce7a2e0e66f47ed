"""R7 and the resources page: which initiatives a resource leads to, and what the plan does with each."""

from assessment.plan_places import place_in
from assessment.resources import AppraisedResource
from reports.reading import Reading


def leads(r: Reading, appraised: AppraisedResource) -> tuple[str, ...]:
    """Return the initiatives a resource leads to, those of the plan first."""
    return tuple(sorted(appraised.suggests, key=lambda ident: not planned(r, ident)))


def planned(r: Reading, ident: str) -> bool:
    """Whether the plan holds an initiative."""
    return r.published is not None and place_in(r.published, ident).state == "planned"


def lead_state(r: Reading, ident: str) -> str:
    """Say what the plan does with an initiative: in which wave it is, that it is there, or why it was left out."""
    if r.published is None:
        return r.t("r7.state.noplan")
    place = place_in(r.published, ident)
    if place.reason is not None:
        return r.t(f"r7.state.{place.state}", why=r.say(place.reason.code, place.reason.params))
    return r.t("r7.state.planned", wave=place.wave, start=place.start)

"""The shape of what goes out and comes back beside the questionnaires: requests, cards, the mystery sheet."""

from typing import Annotated

from pydantic import Field

from questionnaires.checking.shapes import Point, Row, Step, Text, Unit

Days = Annotated[int, Field(gt=0)]


class Request(Row):
    """Something the company is asked to send."""

    id: str
    capabilities: list[str]
    role: str
    title: Text
    ask: Text
    why: Text
    accepts: list[str]
    days: Days | None = None
    privacy: Text | None = None
    number: Text | None = None
    unit: Unit | None = None
    levels: list[Step] | None = None


class Requests(Row):
    """``cards/requests.yaml``."""

    days: Days
    privacy: Text
    requests: list[Request]


class SalesMoment(Row):
    """A moment in which a sale is won or lost."""

    id: str
    title: Text
    capabilities: list[str]
    asks: list[Text]
    kpis: list[Text]
    initiatives: list[str]


class SalesMoments(Row):
    """``cards/sales_moments.yaml``."""

    moments: list[SalesMoment]


class Reason(Row):
    """A reason to upgrade."""

    id: str
    title: Text
    ask: Text
    facts: list[Text]
    capabilities: list[str]


class Reasons(Row):
    """``cards/reasons.yaml``."""

    reasons: list[Reason]


class Vignette(Row):
    """A training situation."""

    id: str
    capability: str
    story: Text
    level: int
    why: Text


class Vignettes(Row):
    """``cards/vignettes.yaml``."""

    vignettes: list[Vignette]


class Column(Row):
    """A column of the mystery sheet that says which visit a row is."""

    id: str
    title: Text
    help: Text


class Visits(Row):
    """Fewest and most visits a store needs before anything is said about it."""

    fewest: Annotated[int, Field(gt=0)]
    most: Annotated[int, Field(gt=0)]


class Mystery(Row):
    """``cards/mystery.yaml``."""

    title: Text
    intro: Text
    visits: Visits
    columns: list[Column]
    points: list[Point]

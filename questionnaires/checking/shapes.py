"""The shape of every document. Unknown keys are refused, so that a misspelt one is found; ``no`` is no text."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Row(BaseModel):
    """A strict row."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def _fraction(value: Any) -> Any:
    try:
        Fraction(value if isinstance(value, int | str) else "")
    except (ValueError, ZeroDivisionError):
        raise ValueError('write a whole number or a fraction like "3/5"') from None
    return value


Number = Annotated[int | str, BeforeValidator(_fraction)]
"""Exact: a whole number or a fraction as text; decimals would depend on their binary spelling."""


class Text(Row):
    """A text in both languages."""

    zh: Words
    en: Words


class Head(Row):
    """``pack.yaml``: the version of the content, three numbers."""

    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]


class Anchor(Row):
    """One of the five levels of a capability."""

    level: int
    zh: Words
    en: Words
    evidence: list[str] = []


class Capability(Row):
    """A capability with its anchors."""

    id: str
    name: Text
    why: Text
    anchors: list[Anchor]
    asked: list[Literal["E", "M", "G", "V", "O", "D"]]
    core: bool
    source: list[str] = []
    own_addition: bool = False
    na_when: Text | None = None


class Capabilities(Row):
    """A file of capabilities."""

    capabilities: list[Capability]


class Dimension(Row):
    """A dimension."""

    id: str
    block: Literal["foundations", "areas"]
    name: Text
    stands_for: Text
    lead_indicator: Text


class Dimensions(Row):
    """``framework/dimensions.yaml``."""

    dimensions: list[Dimension]


class Role(Row):
    """An executive role."""

    id: str
    name: Text
    minutes: Annotated[int, Field(gt=0)]
    owns: list[str]


class Roles(Row):
    """``framework/roles.yaml``."""

    roles: list[Role]


class Rung(Row):
    """A level of the ladder."""

    level: int
    name: Text
    meaning: Text


class EvidenceKind(Row):
    """A kind of evidence."""

    id: str
    name: Text
    cap: int
    family: str | None = None


class Share(Row):
    """A share of capabilities at a level."""

    level: Number
    share: Number
    of: Literal["all"] | list[str]


class Gate(Row):
    """The gate of a level."""

    level: int
    min_node: Mapping[str, Number] = {}
    min_capability: Mapping[str, Number] = {}
    share_at_least: list[Share] = []
    min_evidence_share: Number | None = None


class Rules(Row):
    """``framework/scoring.yaml``."""

    levels: list[Rung]
    evidence_kinds: list[EvidenceKind]
    pair_cap: int
    group_weights: Mapping[Literal["E", "F", "V", "D"], Number]
    split: Mapping[Literal["foundations", "areas"], Number]
    cuts: list[int]
    gates: list[Gate]


class Section(Row):
    """A section of an instrument."""

    id: str
    title: Text


class YesNo(Row):
    """The levels a yes and a no speak for."""

    yes: int
    no: int


class Step(Row):
    """One line of a table from a number to a level."""

    level: int
    at_most: int | None = None
    at_least: int | None = None


class Option(Row):
    """One thing that may be seen or ticked."""

    id: str
    zh: Words
    en: Words
    level: int | None = None


Unit = Literal["seconds", "minutes", "count", "share"]
Seconds = Annotated[int, Field(gt=0)]


class Point(Row):
    """A question without a section: a point of the mystery sheet."""

    id: str
    kind: Literal["level", "text", "observe", "choice", "measure", "checks"]
    stem: Text
    seconds: Seconds
    help: Text | None = None
    probes: list[Text] = []
    evidence_ask: Text | None = None
    capability: str | None = None
    test: Literal["look", "count", "lookup", "stopwatch"] | None = None
    unit: Unit | None = None
    most: Annotated[int, Field(gt=0)] | None = None
    levels: YesNo | list[Step] | None = None
    options: list[Option] = []
    code_list: str | None = None
    noted: bool = False


class Question(Point):
    """A question of an instrument."""

    section: str
    roles: list[str] = []
    optional: bool = False


class Instrument(Row):
    """``instruments/*.yaml``."""

    id: str
    group: Literal["E", "F", "V", "D"]
    title: Text
    intro: Text
    promise: Text
    sections: list[Section]
    questions: list[Question]


class Selection(Row):
    """``selections/*.yaml``: some capabilities of an instrument, asked of one person."""

    id: str
    of: str
    title: Text
    intro: Text
    promise: Text
    capabilities: Literal["core"] | list[str]
    open_seconds: Seconds

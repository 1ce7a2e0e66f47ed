"""The shape of the report texts in YAML: narratives by dimension and level, and the rules of the titles."""

import re
from typing import Annotated

from pydantic import Field, model_validator

from roadmap.catalogue_rows import Code
from roadmap.pack_rows import Row, Text

FIGURE = re.compile(r"\{([a-z_0-9]+)(?::([a-z]+|s\|[^{}|]*\|[^{}|]*))?\}")
"""``{figure}``, ``{figure:form}`` or ``{figure:s|one|many}``: the figure and its form."""


class NarrativeRow(Row):
    """What a dimension at one level looks like on the shop floor."""

    id: Annotated[str, Field(pattern=r"^[A-Z]{3}-[1-5]$")]
    text: Text


class BoundRow(Row):
    """Limits of a figure."""

    at_least: float | None = None
    at_most: float | None = None


class TitleRow(Row):
    """A conclusion that may stand over a chapter; braces hold a figure and how it is written, nothing else."""

    id: Annotated[str, Field(pattern=r"^r\d+\.[a-z_]+$")]
    section: Annotated[str, Field(pattern=r"^R\d+$")]
    when: dict[Code, BoundRow] = Field(default_factory=dict[str, BoundRow])
    text: Text

    @model_validator(mode="after")
    def only_figures(self) -> "TitleRow":
        """Refuse a template that is more than words and figures, and languages with different figures."""
        texts = (self.text.zh, self.text.en)
        if any(set("{}") & set(FIGURE.sub("", text)) for text in texts):
            raise ValueError("braces hold {figure}, {figure:form} or {figure:s|one|many}")
        if len({frozenset(name for name, _ in FIGURE.findall(text)) for text in texts}) > 1:
            raise ValueError("both languages need the same figures")
        return self

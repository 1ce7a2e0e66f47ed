"""The shape of the cross-walk in YAML and how it is frozen."""

from typing import Annotated

from pydantic import Field

from assessment.crosswalk import Crosswalk, Fit, Scenario
from roadmap.catalogue_rows import Code
from roadmap.pack_rows import Row, Text, Words

Level = Annotated[int, Field(ge=1, le=5)]


class ChainRow(Row):
    """A group of scenarios."""

    id: Code
    name: Text


class ScenarioRow(Row):
    """A scenario with the capabilities that speak to it."""

    id: Code
    chain: Code
    name: Text
    fit: Fit
    capabilities: tuple[Code, ...] = ()
    note: Text

    def frozen(self) -> Scenario:
        """Return the scenario."""
        return Scenario(self.id, self.chain, self.name.frozen(), self.fit, self.capabilities, self.note.frozen())


class CrosswalkRow(Row):
    """The whole cross-walk."""

    id: Code
    name: Text
    edition: Words
    source: Text
    caveat: Text
    levels: dict[Level, Level]
    official: dict[Annotated[int, Field(ge=0, le=5)], Text]
    chains: Annotated[tuple[ChainRow, ...], Field(min_length=1)]
    scenarios: Annotated[tuple[ScenarioRow, ...], Field(min_length=1)]

    def frozen(self) -> Crosswalk:
        """Return the cross-walk, scenarios in the order of the file."""
        return Crosswalk(
            id=self.id,
            name=self.name.frozen(),
            edition=self.edition,
            source=self.source.frozen(),
            caveat=self.caveat.frozen(),
            chains={chain.id: chain.name.frozen() for chain in self.chains},
            levels=dict(self.levels),
            official={level: name.frozen() for level, name in self.official.items()},
            scenarios=tuple(row.frozen() for row in self.scenarios),
        )

"""The shape of a playbook in YAML, before it is frozen. How many entries a list needs is left to the checks."""

from roadmap.catalogue_rows import Code, InitiativeId
from roadmap.pack_rows import Row, Text
from roadmap.playbooks import KpiDefinition, Playbook, Risk


class KpiRow(Row):
    """How the figure is made."""

    definition: Text
    formula: Text
    source: Text

    def frozen(self) -> KpiDefinition:
        """Return the engine's definition."""
        return KpiDefinition(self.definition.frozen(), self.formula.frozen(), self.source.frozen())


class RiskRow(Row):
    """A risk with its answer."""

    risk: Text
    answer: Text

    def frozen(self) -> Risk:
        """Return the engine's risk."""
        return Risk(self.risk.frozen(), self.answer.frozen())


class PlaybookRow(Row):
    """One playbook as it stands in a file."""

    id: InitiativeId
    accountable: Code
    responsible: tuple[Code, ...]
    steps: tuple[Text, ...]
    first_week: tuple[Text, ...]
    done: Text
    stop: Text
    kpi: KpiRow
    risks: tuple[RiskRow, ...]
    questions: tuple[Text, ...]

    def frozen(self) -> Playbook:
        """Return the engine's playbook."""
        return Playbook(
            id=self.id,
            accountable=self.accountable,
            responsible=self.responsible,
            steps=tuple(text.frozen() for text in self.steps),
            first_week=tuple(text.frozen() for text in self.first_week),
            done=self.done.frozen(),
            stop=self.stop.frozen(),
            kpi=self.kpi.frozen(),
            risks=tuple(row.frozen() for row in self.risks),
            questions=tuple(text.frozen() for text in self.questions),
        )

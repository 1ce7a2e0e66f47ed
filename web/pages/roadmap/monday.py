"""What a team needs to start the picked initiative on Monday, from the playbook of the content pack."""

from dataclasses import dataclass

from assessment.dossier import Dossier
from questionnaires.locale_text import LocaleText
from web.i18n.sentences import NOTHING, joined, same


@dataclass(frozen=True, slots=True)
class RiskLine:
    """What may go wrong, and what the team does about it."""

    risk: LocaleText
    answer: LocaleText


@dataclass(frozen=True, slots=True)
class MondayView:
    """A playbook with its roles in words. ``shown`` is False when the content has none for the initiative."""

    shown: bool = False
    accountable: LocaleText = NOTHING
    responsible: LocaleText = NOTHING
    first_week: tuple[LocaleText, ...] = ()
    steps: tuple[LocaleText, ...] = ()
    done: LocaleText = NOTHING
    stop: LocaleText = NOTHING
    definition: LocaleText = NOTHING
    formula: LocaleText = NOTHING
    source: LocaleText = NOTHING
    risks: tuple[RiskLine, ...] = ()
    questions: tuple[LocaleText, ...] = ()


NO_PLAYBOOK = MondayView()


def monday_of(dossier: Dossier, ident: str) -> MondayView:
    """Return how an initiative is done; an empty view for one that has no playbook."""
    playbook = dossier.catalogue.playbooks.get(ident)
    if playbook is None:
        return NO_PLAYBOOK
    executives = {role.id: role.name for role in dossier.framework.roles}
    doers = dossier.catalogue.doers
    return MondayView(
        shown=True,
        accountable=executives.get(playbook.accountable, same(playbook.accountable)),
        responsible=joined(_further(doers.get(d, same(d)), at) for at, d in enumerate(playbook.responsible)),
        first_week=playbook.first_week,
        steps=playbook.steps,
        done=playbook.done,
        stop=playbook.stop,
        definition=playbook.kpi.definition,
        formula=playbook.kpi.formula,
        source=playbook.kpi.source,
        risks=tuple(RiskLine(risk.risk, risk.answer) for risk in playbook.risks),
        questions=playbook.questions,
    )


def _further(name: LocaleText, at: int) -> LocaleText:
    """Return a name as it stands inside an enumeration: only the first begins with a capital, unless it is short for more."""
    return LocaleText(name.zh, name.en[0].lower() + name.en[1:]) if at and name.en[1:2].islower() else name

"""What a team needs to start an initiative on Monday: steps, first week, done and stop rule, figures, risks."""

from dataclasses import dataclass

from questionnaires.locale_text import LocaleText


@dataclass(frozen=True, slots=True)
class KpiDefinition:
    """How the figure of an initiative is made: what is counted, how it is computed, from which record it comes."""

    definition: LocaleText
    formula: LocaleText
    source: LocaleText


@dataclass(frozen=True, slots=True)
class Risk:
    """What may go wrong, and what the team does about it."""

    risk: LocaleText
    answer: LocaleText


@dataclass(frozen=True, slots=True)
class Playbook:
    """How one initiative is done. ``id`` is that of the initiative.

    ``accountable`` is the executive role that answers for the result; ``responsible`` are the doers (``Catalogue.doers``)
    who do the work. ``steps`` stand in order and each ends in something one can see; ``first_week`` is what happens from
    Monday on. ``done`` is the observable fact that ends the work, ``stop`` the figure and the time at which it is stopped
    or reshaped. ``questions`` are to be settled before the start.
    """

    id: str
    accountable: str
    responsible: tuple[str, ...]
    steps: tuple[LocaleText, ...]
    first_week: tuple[LocaleText, ...]
    done: LocaleText
    stop: LocaleText
    kpi: KpiDefinition
    risks: tuple[Risk, ...]
    questions: tuple[LocaleText, ...]

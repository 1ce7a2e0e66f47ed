"""Fixture companies, one per trade: a few weak spots, a few resources, and what a consultant expects of the product.

Whatever a company file does not name stands at its target, so that a plan has the trade's own weak spots to work on and
nothing else, and is found in seconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from assessment.content import ContentPack, load_pack
from assessment.engagement import CompanyProfile, Person, Store
from assessment.facts import GivenFact, fill_facts
from assessment.fieldwork import DocumentFinding, Fieldwork, VisitFinding
from assessment.inventory import appraise
from assessment.resources import AppraisedResource
from assessment.sample_rows import ProfileRow, ResourcesRow
from assessment.situation import constraints_of, plan_input, suggestions_of
from assessment.wave import Wave, industry_of, read_wave, targets_of
from questionnaires import Answer, scope_of
from questionnaires.framework import GROUP_OF
from roadmap import PlanInput, choose, propose, value
from roadmap.plan import Proposal, Selection

HERE = Path(__file__).parent
INDUSTRIES = tuple(sorted(file.parent.name for file in HERE.glob("*/company.yaml")))
SEEN = {"E": "export", "F": "photo_timed", "V": "demonstration", "D": "export"}
"""Evidence strong enough that no answer is capped."""
LAST_FIRST_MONTH = 3
MONTHS_CHOSEN = 12
"""A year is chosen instead of eighteen months: the first wave is what is looked at, and it is found in two seconds."""


@dataclass(frozen=True)
class Company:
    """What the product makes of one fixture company, with what its file expects."""

    expect: Mapping[str, Any]
    wave: Wave
    resources: tuple[AppraisedResource, ...]
    proposal: Proposal
    selection: Selection
    asked: PlanInput

    @property
    def starts(self) -> dict[str, int]:
        """Month each chosen initiative starts in, from 0."""
        return {one.initiative: one.start_month for one in self.selection.chosen}

    @property
    def first_wave(self) -> set[str]:
        """What starts in months 0 to 3."""
        return {ident for ident, start in self.starts.items() if start <= LAST_FIRST_MONTH}

    @property
    def flags(self) -> set[str]:
        """Flags of the chosen initiatives and of the resources."""
        chosen = {flag for ident in self.starts for flag in self.proposal.candidates[ident].flags}
        return chosen | {flag for one in self.resources for flag in one.resource.flags}


@cache
def pack() -> ContentPack:
    """Return the built-in content, its plans a year long."""
    whole = load_pack()
    defaults = replace(whole.catalogue.defaults, choice_months=MONTHS_CHOSEN)
    return replace(whole, catalogue=replace(whole.catalogue, defaults=defaults))


@cache
def company(industry: str) -> Company:
    """Read a company file and run it: score, appraise, propose, value, choose."""
    said = yaml.safe_load((HERE / industry / "company.yaml").read_text("utf-8"))
    profile = replace(ProfileRow.model_validate(said["profile"]).frozen(), industry=industry)
    trade = industry_of(profile, pack())
    work = fieldwork(profile, said["stores"], levels_of(profile, said["levels"]))
    wave = read_wave(profile, work, (), (), pack())
    given = [GivenFact(key, number, "B") for key, number in said["facts"].items()]
    facts = fill_facts(given, pack().fact_definitions, trade, said["stores"])
    resources = appraise(ResourcesRow.model_validate({"resources": said["resources"]}).frozen(), pack(), trade, facts)
    suggestions = suggestions_of(wave.sheet, resources, (), (), pack())
    limits = constraints_of(profile, pack().catalogue.defaults, date(2026, 12, 1))
    asked = plan_input(profile, wave.sheet, wave.gaps, suggestions, facts, limits, pack())
    order = (asked.gaps, asked.standing, asked.suggestions, asked.catalogue, asked.industry)
    proposal = propose(*order, asked.platform, asked.constraints)
    valued = value(proposal, asked.catalogue, facts, asked.industry, asked.standing, asked.constraints, draws=200)
    selection = choose(valued, asked.gaps, asked.catalogue, asked.constraints, time_limit=60.0)
    return Company(said["expect"], wave, resources, proposal, selection, asked)


def levels_of(profile: CompanyProfile, said: Mapping[str, int]) -> dict[str, int]:
    """Return the level of every capability: as said, else its target."""
    targets = targets_of(profile, (), pack()).targets.levels
    unknown = set(said) - set(targets)
    assert not unknown, unknown
    return {capability: said.get(capability, int(target)) for capability, target in targets.items()}


def fieldwork(profile: CompanyProfile, stores: int, levels: Mapping[str, int]) -> Fieldwork:
    """Return answers, visits and documents that all say the same level of a capability, with evidence."""
    register = tuple(
        Store(f"S{n:02}", f"{n}号店", "own", "standard", "t12", stratum="直营") for n in range(1, stores + 1)
    )
    framework = pack().library.framework
    leaders = [Person(f"P-{role.id}", role.name.zh, "executive", (role.id,)) for role in framework.roles]
    managers = [Person(f"M{s.id}", s.name, "manager", store=s.id) for s in register]
    answers: dict[tuple[str, str], dict[str, Answer]] = {}
    visits: list[VisitFinding] = []
    documents: list[DocumentFinding] = []
    for capability in scope_of(framework, profile.scope):
        level = levels[capability]
        asked = framework.capabilities[capability].asked
        for group in sorted({GROUP_OF[source] for source in asked}):
            seen = (SEEN[group],)
            if group == "E":
                owner = next(role.id for role in framework.roles if capability in role.owns)
                form = answers.setdefault((f"P-{owner}", "executive"), {})
                form[f"E.{capability}"] = Answer(f"E.{capability}", level, evidence=seen)
            elif group == "F" and "M" in asked:
                for person in managers:
                    form = answers.setdefault((person.id, "manager"), {})
                    form[f"M.{capability}"] = Answer(f"M.{capability}", level, evidence=seen)
            elif group == "V":
                visits += [VisitFinding(s.id, capability, level, evidence=seen) for s in register[:3]]
            elif group == "D":
                documents.append(DocumentFinding("HQ", capability, level, evidence=seen))
    return Fieldwork(register, (*leaders, *managers), answers, tuple(visits), tuple(documents))

"""The roadmap run on the platform of the plan and, with less patience, on every other one."""

from collections.abc import Callable
from dataclasses import replace

from assessment.conflicts import Infeasible
from assessment.errors import AssessmentError, InvalidInput, Problem
from questionnaires.locale_text import LocaleText
from roadmap import PlanInput, make_plan
from roadmap.errors import RoadmapInputError
from roadmap.plan import Plan
from roadmap.selection import NoPlanInTimeError

COMPARED_PATIENCE = 15.0
"""Seconds the search may take on a platform the plan is only held against; its own has all the time it was given."""

Progress = Callable[[int, int], None]
"""Told before every run: how many are done, of how many."""


def plan_on(given: PlanInput) -> Plan:
    """Return the plan on its own platform.

    Raises:
        Infeasible: when the constraints contradict each other.
        AssessmentError: ``nothing_to_plan`` when nothing is chosen, ``no_plan_in_time`` when the time ran out.
        InvalidInput: for an id the content has not.
    """
    try:
        plan = make_plan(given)
    except NoPlanInTimeError as error:
        text = LocaleText(
            f"{given.time_limit:g} 秒内没有找到方案，也没有证明不可行，请给更长的时间。",
            f"In {given.time_limit:g} s no plan was found and none was shown to be impossible; allow more time.",
        )
        raise AssessmentError("no_plan_in_time", text) from error
    except RoadmapInputError as error:
        text = LocaleText(
            "内容库里没有这里写的编号，请修改公司资料。", "The content lacks an id named here; edit the profile."
        )
        raise InvalidInput((Problem(error.path, text),)) from error
    if plan.selection.solution.status == "infeasible":
        raise Infeasible(plan, given.catalogue)
    if not plan.items:
        raise nothing_to_plan()
    return plan


def plan_beside(given: PlanInput, platform: str) -> Plan | None:
    """Return the same roadmap on another platform, possibly without items; None when none was found in time."""
    limit = min(given.time_limit, COMPARED_PATIENCE)
    try:
        return make_plan(replace(given, platform=platform, time_limit=limit))
    except NoPlanInTimeError:
        return None


def nothing_to_plan() -> AssessmentError:
    """Return the error of an engagement with neither scores nor reasons to move."""
    text = LocaleText(
        "还没有可以规划的内容：请先收回问卷、评分，或登记资源与需求。",
        "There is nothing to plan yet: collect answers and score them, or register resources and needs, first.",
    )
    return AssessmentError("nothing_to_plan", text)

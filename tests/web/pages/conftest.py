"""What the tests of pages share: a dossier made by hand, people in every role, and a state tree without a server."""

import importlib.util
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from assessment.access import Actor, Role
from assessment.dossier import Dossier
from scoring.sheet import Attained, Condition, NodeScore
from web import compat

REPORTS = Path(__file__).parents[2] / "reports"


def _load(name: str) -> ModuleType:
    """Load a file of the tests of reports under the name it is known by there; the test folders are no packages."""
    spec = importlib.util.spec_from_file_location(f"reports_{name}", REPORTS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def dossiers() -> ModuleType:
    """Return the module that builds dossiers, for tests that vary one; it takes its plan and registers from files beside it."""
    _load("plans")
    _load("registers")
    return _load("dossiers")


@pytest.fixture(scope="session")
def dossier(dossiers: ModuleType) -> Dossier:
    return dossiers.dossier()


@pytest.fixture(scope="session")
def empty(dossiers: ModuleType) -> Dossier:
    """Return an engagement of which nothing is known yet."""
    full = dossiers.dossier()
    nothing = NodeScore("index", None, None, (Fraction(0), Fraction(1)), Fraction(0), Fraction(1), {}, None)
    binding = Condition("insufficient", {"have": Fraction(0), "need": Fraction(3, 5)}, holds=False)
    none = Attained(None, binding)
    sheet = replace(
        full.sheet, index=nothing, nodes={"index": nothing}, capabilities={}, attained=none, attained_claimed=none
    )
    coverage = replace(
        full.coverage,
        stores=0,
        forms_asked=0,
        forms_returned=0,
        executives=0,
        visits=0,
        by_stratum={},
        missing_forms=(),
    )
    return dossiers.dossier(
        sheet=sheet, coverage=coverage, gaps=(), snapshot=None, stores=(), people=(), resources=(), needs=(), owners={}
    )


def somebody(role: Role = "consultant") -> Actor:
    return Actor("u1", "Zhou Lan", "zhou@x.example", role, "w1", frozenset({"e1"}))


@pytest.fixture
def actor() -> Actor:
    return somebody()


@pytest.fixture
def people() -> Any:
    """Return the function that makes somebody in a role."""
    return somebody


@pytest.fixture
def tree() -> Any:
    """Return the function that makes a state tree as a new socket gets it, with a cookie and the engagement's id."""

    def make(cookie: str = "", eid: str = "e1") -> Any:
        headers = {"cookie": f"zd_session={cookie}"} if cookie else {}
        return compat.fresh_root({"headers": headers, "query": {"eid": eid}, "pathname": "/e/[eid]"})

    return make

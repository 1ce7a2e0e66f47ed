"""The use cases stand at the door of the package, and the rules come without a database."""

import subprocess
import sys

import pytest

import assessment


def test_the_use_cases_are_exported():
    for name in assessment.__all__:
        assert getattr(assessment, name).__name__ == name
    with pytest.raises(AttributeError, match="nonesuch"):
        _ = assessment.nonesuch


def test_rules_and_dossier_load_no_database():
    script = (
        "import sys, assessment.dossier, assessment.wave; print('sqlalchemy' in sys.modules, 'alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "False"]

"""The examples in the docstrings of the pure functions are true."""

import doctest
import importlib
import pkgutil

import pytest

import reports

MODULES = [
    module.name
    for module in pkgutil.walk_packages(reports.__path__, "reports.")
    if module.name not in {"reports.render_child", "reports.bench"}
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name):
    failed, _ = doctest.testmod(importlib.import_module(name))
    assert failed == 0

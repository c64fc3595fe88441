"""The registry, its thresholds in params and the page about it say the same; every rule's example is made by a test."""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import replace
from pathlib import Path

import pytest

from followup import checks
from followup.checks import registry
from followup.checks.catalogue import catalogue
from followup.checks.common.rule import Rule
from followup.checks.registry import RULES
from followup.ground.errors import ReportError
from followup.ground.paths import PROJECT
from followup.params.loading import load_params

HERE = Path(__file__).parent


def modules_with_rules() -> dict[str, Rule]:
    names = [found.name for found in pkgutil.walk_packages(checks.__path__, "followup.checks.")]
    modules = {name: importlib.import_module(name) for name in names}
    return {name: module.RULE for name, module in modules.items() if hasattr(module, "RULE")}


def test_every_module_with_a_rule_is_in_the_registry_once():
    assert sorted(rule.code for rule in modules_with_rules().values()) == sorted(rule.code for rule in RULES)
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_the_page_is_what_the_registry_gives():
    page = (PROJECT / "docs" / "kontroller.md").read_text(encoding="utf-8")
    assert page == catalogue(load_params()), "run make docs"


@pytest.mark.parametrize("module", modules_with_rules())
def test_every_rule_has_an_example_that_a_test_makes(module):
    """In a file of its own, or with its neighbours in one whose examples are made together."""
    assert modules_with_rules()[module].example
    texts = [path.read_text(encoding="utf-8") for path in HERE.rglob("test_*.py")]
    made = [text for text in texts if "def test_the_example_of_the_catalogue" in text and "RULE.example" in text]
    room, _, name = module.rpartition(".")
    assert any(
        re.search(rf"^from {room}(\.{name} import | import .*\b{name}\b)|^    {name},$", text, re.M) for text in made
    )


def test_the_projects_thresholds_are_those_of_the_rules():
    registry.refuse_unknown_limits(load_params())


def test_a_threshold_of_no_rule_and_a_missing_one_are_refused(params, monkeypatch):
    one = replace(RULES[0], code="prov", limits=("kronor",))
    monkeypatch.setattr(registry, "RULES", (one,))
    rules = params.rules.model_copy(update={"checks": {"proov": next(iter_limits())}})
    with pytest.raises(ReportError) as caught:
        registry.refuse_unknown_limits(params.model_copy(update={"rules": rules}))
    assert [problem.message for problem in caught.value.problems] == [
        "Under checks står ”proov”, som inte är någon regel med gränser. Reglerna med gränser är prov. Menades ”prov”?",
        "Gränserna för regeln ”prov” är inga. Regeln behöver kronor under checks. Rätta gränsernas namn, eller lägg "
        "till dem som saknas.",
    ]


def iter_limits():
    from followup.params.params import RuleLimits

    yield RuleLimits(why="Prov.", limits={})

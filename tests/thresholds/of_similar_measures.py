"""Thresholds of the rule about measures with names that are nearly the same."""

from __future__ import annotations

from followup.checks.common.case import Case
from followup.ground.errors import Severity
from followup.params.params import Params
from tests.cases import case_of
from tests.tables import source_table
from tests.thresholds.pair import pair

RULE = "atgarder-med-lika-namn"


def of_letters(params: Params, alike: int) -> Case:
    """Two names of one word with a hundred letters each, of which so many are the same: so many per cent."""
    return _named(params, "a" * alike + "b" * (100 - alike), "a" * alike + "c" * (100 - alike))


def of_words(params: Params, words: int) -> Case:
    """A name of so many words, and the same with as much again as makes the two unlike letter by letter."""
    name = " ".join(["Översyn", "sortiment"][:words])
    return _named(params, name, f"{name} {'efter regionens nya upphandlingar av all utrustning'}")


def _named(params: Params, one: str, other: str) -> Case:
    rows = f"measure  effect  full_year_effect\n{one}  6000000  7000000\n{other}  1000000  2000000"
    return case_of(params=params, measures=source_table(rows))


pair(RULE, "percent", of_letters, 79, 80, moved=81, severity=Severity.WARNING)
pair(RULE, "least_words", of_words, 1, 2, moved=3, severity=Severity.WARNING)

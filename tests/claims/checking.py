"""A statement held against the figures of its report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from tests.claims import (
    about_economy,
    about_forecasts,
    about_goals,
    about_indicators,
    about_people,
    about_plans,
    about_region,
    about_verdicts,
    about_words,
    claims,
)
from tests.claims.facts import Facts
from tests.claims.grammar import StatementForm, form_of
from tests.claims.statements import Statement, index_statements, statements_of

_SUBJECTS = (
    about_goals,
    about_people,
    about_economy,
    about_forecasts,
    about_region,
    about_plans,
    about_indicators,
    about_verdicts,
    about_words,
)
_OF_FACTS = (
    "f",
    "col",
    "keyed",
    "months",
    "total",
    "words",
    "tile",
    "net",
    "period",
    "year",
    "month",
    "is_past",
    "committee",
    "computed",
    "reporting",
    "has",
    "name",
    "previous_month",
    "unrounded",
    "exact_of_tile",
)


def known_names(facts: Facts) -> dict[str, Any]:
    """What an expression of `holds` can name."""
    about: dict[str, Callable[..., Any]] = {
        one.__name__: partial(one, facts) for subject in _SUBJECTS for one in subject.NAMES
    }
    return claims.NAMES | about | {name: getattr(facts, name) for name in _OF_FACTS}


def wrong(statement: Statement, form: StatementForm, parts: dict[str, str], facts: Facts) -> list[str]:
    """The expressions of a form that do not hold of a statement."""
    names = known_names(facts) | {"text": statement.text, "block": statement.block} | parts
    return [one for one in form.holds if not _holds(one, names)]


def _holds(expression: str, names: dict[str, Any]) -> bool:
    try:
        # The expressions are the tests' own data, forms/*.yml.
        return bool(eval(expression, {"__builtins__": {}} | names))
    except (KeyError, ValueError, IndexError, StopIteration, TypeError, ZeroDivisionError) as error:
        raise AssertionError(f"{expression}: {type(error).__name__} {error}") from error


def problems(statements: Sequence[Statement], facts: Facts, forms: Sequence[StatementForm]) -> list[str]:
    """What is wrong with the statements: one of no known form, or one that the figures do not bear out."""
    found = []
    for one in statements:
        known = form_of(one, forms)
        where = f"{one.report}, {one.block} ({one.place}): {one.text}"
        if known is None:
            found.append(f"{where}\n    has no known form: teach it in tests/claims/forms")
            continue
        try:
            found += [f"{where}\n    {known[0].name} does not hold: {claim}" for claim in wrong(one, *known, facts)]
        except AssertionError as error:
            found.append(f"{where}\n    {known[0].name} cannot be held against the figures: {error}")
    return found


def problems_of_report(folder: Path, data: Path, forms: Sequence[StatementForm]) -> list[str]:
    """What is wrong with what a built report says."""
    return problems(statements_of(folder), Facts(folder, data), forms)


def problems_of_page(period: Path, data: Path, forms: Sequence[StatementForm]) -> list[str]:
    """What is wrong with what a period's page says."""
    statements = index_statements(period)
    codes = dict.fromkeys(one.block for one in statements)
    # The line above all reports is held against the folder of the first one.
    first = next(code for code in codes if code)
    return [
        problem
        for code in codes
        for problem in problems(
            [one for one in statements if one.block == code], Facts(period / (code or first), data), forms
        )
    ]

"""Two columns of the income statement that have changed places: one cause of what many rules would tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from followup.checks.common.per_case import once
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import mnkr
from followup.checks.forecast import earlier_forecasts
from followup.checks.region import (
    balance_requirement_lines,
    balance_sheet,
    earlier_budget,
    income_statement_lines,
    income_statement_months,
)
from followup.ground.errors import Problem, Severity
from followup.ground.wording import quoted, spelled

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.workbooks.source_table import SourceTable

CODE = "resultatrakningens-kolumner"
TABLE = "income_statement"
# The rules that rest on the income statement.
_RULES = (
    income_statement_lines.RULE,
    income_statement_months.RULE,
    balance_requirement_lines.RULE,
    balance_sheet.RULE,
    earlier_forecasts.RULE,
    earlier_budget.RULE,
)
# One error has its own cause, and says it.
_FEWEST = 2


def check(case: Case) -> Iterator[Problem]:
    """One error for the one pair of columns that, changed back, explains at least two of the other rules' errors."""
    if found := _pair(case):
        one, other, explained = found
        table, columns = case[TABLE], case.layouts[TABLE].columns
        differences = (table.frame[one] - table.frame[other]).abs()
        row = differences.index[int(differences.argmax())]
        cells = [table.address(name, int(row)) for name in (one, other)]
        amounts = [mnkr(table.frame[name].loc[row]) for name in (one, other)]
        names = [quoted(columns[name].header) for name in (one, other)]
        choices = columns["line"].choices
        # The lines are spelled out in the layout; a scale's name would be a text.
        assert isinstance(choices, dict)
        line = choices[table.frame["line"].loc[row]][0]
        rows = table.frame.index
        yield Problem(
            table.workbook,
            table.sheet,
            ",".join(f"{table.letters[name]}{rows.min()}:{table.letters[name]}{rows.max()}" for name in (one, other)),
            f"Kolumnerna {names[0]} och {names[1]} ser ut att ha bytt plats: {quoted(line)} är {amounts[0]} i cell "
            f"{cells[0]} och {amounts[1]} i cell {cells[1]}.",
            f"Med beloppen på varandras plats försvinner de {spelled(explained)} fel som regionens rapport annars har.",
            "Jämför de två kolumnerna med det som ska redovisas, och flytta beloppen eller rubrikerna.",
            value=" och ".join(columns[name].header for name in (one, other)),
        )


def mended(case: Case, _causes: Iterable[Problem]) -> Case:
    """The case with the two columns in each other's place."""
    found = _pair(case)
    return _swapped(case, found[0], found[1]) if found else case


@once
def _pair(case: Case) -> tuple[str, str, int] | None:
    """The two columns and how many errors they explain; None where no pair, or more than one, explains as many."""
    told = _errors(case)
    if len(told) < _FEWEST:
        return None
    columns = [name for name in case[TABLE].frame.columns if name != "line"]
    letters, sheet = case[TABLE].letters, case[TABLE].sheet
    explained = {}
    for one, other in combinations(columns, 2):
        remaining = _errors(_swapped(case, one, other))
        # Where the two have changed places, nothing is wrong in them once they have changed back.
        theirs = {letters[one], letters[other]}
        is_wrong = any(place == sheet and theirs & set(re.findall("[A-Z]+", cell)) for _, place, cell in remaining)
        count = len(told - remaining)
        if not is_wrong and count >= max(_FEWEST, len(told) / 2):
            explained[one, other] = count - len(remaining - told)
    best = [pair for pair, count in explained.items() if count == max(explained.values())]
    return (*best[0], explained[best[0]]) if len(best) == 1 else None


def _errors(case: Case) -> set[tuple[str, str, str]]:
    """Rule and place of each error that nobody has confirmed; the message has amounts, which move with the columns."""
    found = set()
    for rule in _RULES:
        if set(rule.needs) <= case.tables.keys():
            for problem in rule.check(case):
                own = replace(problem, rule=rule.code)
                is_confirmed = bool(own.value) and any(one.is_for(own) for one in case.params.confirmations)
                if own.severity is Severity.ERROR and not is_confirmed:
                    found.add((rule.code, own.sheet, own.cell))
    return found


def _swapped(case: Case, one: str, other: str) -> Case:
    def of(tables: Mapping[str, SourceTable]) -> dict[str, SourceTable]:
        table = tables[TABLE]
        frame = table.frame.copy()
        frame[[one, other]] = frame[[other, one]].to_numpy()
        return {**tables, TABLE: replace(table, frame=frame)}

    return replace(case, tables=of(case.tables), whole=of(case.whole))


RULE = Rule(
    code=CODE,
    title="Resultaträkningens kolumner",
    catches="Två kolumner i regionens resultaträkning som har bytt plats. Det sägs en gång, i stället för de fel som "
    "följer av det.",
    check=check,
    needs=(TABLE,),
    readers=("region",),
    mend=mended,
    may_be_confirmed=True,
    example=(
        "Kolumnerna ”Utfall” och ”Budget 2024” ser ut att ha bytt plats: ”Skatteintäkter” är 10 000 mnkr i cell C5 och "
        "3 343,3 mnkr i cell E5. Med beloppen på varandras plats försvinner de 6 fel som regionens rapport annars har. "
        "Jämför de två kolumnerna med det som ska redovisas, och flytta beloppen eller rubrikerna. Är det rätt ändå: "
        "bekräfta det i params/confirmations.yml med regeln resultatrakningens-kolumner och värdet ”Utfall och Budget "
        "2024”."
    ),
)

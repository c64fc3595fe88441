"""The history of the financial goals: the unit of each measure, and values of another size than the series."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from followup.checks.common.region_amounts import net_cost_of_year
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at
from followup.ground.errors import Problem
from followup.ground.wording import listed, spelled
from followup.tables.financial_history import KINDS, MEASURES, RATIOS
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case


CODE = "finansiell-historik"
# The result may be near 0 one year, and may change its sign: it has no usual size of its own.
_WITHOUT_SIZE = "result"
_RATIO_LIMITS = {
    "result_share": "largest_result_share",
    "self_financing": "largest_self_financing",
    "solidity": "largest_solidity",
}


def check(case: Case) -> Iterator[Problem]:
    """Values in another unit than their measure's, and one error for each measure with values of no such size."""
    history = case["financial_history"]
    sizes = _sizes(case, history)
    unlikely: dict[tuple[str, str], list[SourceTable]] = {}
    for row in history.rows():
        measure, value = row.text("measure"), row.figure("value").value
        if not measure or value is None:
            continue
        if (row.text("unit") == "percent") != (measure in RATIOS):
            yield at(
                row,
                "unit",
                f"{_name(row)} har enheten {'%' if row.text('unit') == 'percent' else 'mnkr'}.",
                "Kvoter anges i %, belopp i mnkr.",
                "Rätta enheten eller måttet.",
            )
        elif expected := _doubt(case, measure, value, sizes) or _too_fine(row, value):
            unlikely.setdefault((measure, expected), []).append(row)
    for (measure, expected), rows in unlikely.items():
        yield _problem(history, measure, expected, rows)


def _doubt(case: Case, measure: str, value: float, sizes: dict[str, float]) -> str:
    """What was expected of a value, where it is not so."""
    if measure in RATIOS:
        limit = case.limit(CODE, _RATIO_LIMITS[measure])
        return "" if abs(value) <= limit else f"Måttet väntas vara högst {spelled(limit)} %."
    base, times = (
        sizes.get("taxes_and_grants" if measure == _WITHOUT_SIZE else measure),
        case.limit(CODE, "times_series"),
    )
    if not base:
        return ""
    if measure == _WITHOUT_SIZE:
        return "" if abs(value) <= base else f"Skatter och statsbidrag är i storleken {spelled(round(base))} mnkr."
    if base / times <= value <= base * times:
        return ""
    return (
        f"Seriens mitt är {spelled(round(base, 1))} mnkr, och ett värde väntas ligga inom {spelled(times)} gånger det, "
        "utan minustecken."
    )


def _too_fine(row: SourceTable, value: float) -> str:
    """A ratio of 24,7 % that is written as 0,247 has more decimals than its source prints."""
    decimals = row.figure("decimals").value
    if decimals is None or abs(value - round(value, int(decimals))) < 1e-9:
        return ""
    return f"Värdet väntas ha så många decimaler som bladet anger att källan har, {spelled(decimals)}."


def _problem(history: SourceTable, measure: str, expected: str, rows: list[SourceTable]) -> Problem:
    unit = "%" if measure in RATIOS else "mnkr"
    values = [row.figure("value").value or 0.0 for row in rows]
    told = listed((f"{spelled(value)} {unit} i {_when(row)}" for row, value in zip(rows, values, strict=True)), most=5)
    return at(
        replace(history, frame=history.frame.loc[[int(row.frame.index[0]) for row in rows]]),
        "value",
        f"{MEASURES[measure]} är {told}.",
        expected,
        "Kontrollera värdena och enheten mot källan.",
        value=f"{spelled(values[0])} {unit}"
        if len(values) == 1
        else f"{len(values)} värden, i summa {spelled(round(math.fsum(values), 3))} {unit}",
    )


def _sizes(case: Case, history: SourceTable) -> dict[str, float]:
    """The middle of each measure's amounts in mnkr. Taxes and grants pay the ledger's net cost."""
    found = {}
    for measure in MEASURES:
        amounts = history.where(measure=measure, unit="mnkr").frame["value"].dropna().abs()
        if measure not in RATIOS and len(amounts):
            found[measure] = float(median(amounts))
    if year := net_cost_of_year(case):
        found["taxes_and_grants"] = year / 1e6
    return {measure: size for measure, size in found.items() if size}


def _when(row: SourceTable) -> str:
    return f"{KINDS.get(row.text('kind'), row.text('kind'))} {int(row.figure('year').value or 0)}"


def _name(row: SourceTable) -> str:
    return f"{MEASURES[row.text('measure')]} i {_when(row)}"


RULE = Rule(
    code=CODE,
    title="De finansiella målens historik",
    catches="En kvot som är ett belopp eller tvärtom, värden i en annan enhet än seriens övriga, och värden med fler "
    "decimaler än källan har.",
    check=check,
    needs=("financial_history",),
    readers=("region", "region_plan"),
    limits=("times_series", *_RATIO_LIMITS.values()),
    may_be_confirmed=True,
    example=(
        "Investeringarna är 753 000 mnkr i utfallet 2021. Seriens mitt är 704 mnkr, och ett värde väntas ligga "
        "inom 10 gånger det, utan minustecken. Kontrollera värdena och enheten mot källan. Är det rätt ändå: "
        "bekräfta det i params/confirmations.yml med regeln finansiell-historik och värdet ”753 000 mnkr”."
    ),
)

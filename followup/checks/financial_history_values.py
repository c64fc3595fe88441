"""The history of the financial goals: the unit of each measure, and values of another size than the series."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import TYPE_CHECKING

from followup.checks.region_amounts import net_cost_of_year
from followup.checks.rule import Rule
from followup.checks.table_problems import at
from followup.errors import Problem
from followup.inputs.financial_history import KINDS, MEASURES, RATIOS
from followup.inputs.source_table import SourceTable
from followup.inputs.wording import spelled

if TYPE_CHECKING:
    from followup.checks.case import Case


CODE = "finansiell-historik"
# The result may be near 0 one year, and may change its sign: it has no usual size of its own.
_WITHOUT_SIZE = "result"
_RATIO_LIMITS = {
    "result_share": "largest_result_share",
    "self_financing": "largest_self_financing",
    "solidity": "largest_solidity",
}


def check(case: Case) -> Iterator[Problem]:
    """One error for each value in another unit than its measure's, or of a size that its measure does not have."""
    history = case["financial_history"]
    sizes = _sizes(case, history)
    for row in history.rows():
        measure, value = row.text("measure"), row.figure("value").value
        if not measure or value is None:
            continue
        is_percent, name = row.text("unit") == "percent", _name(row)
        if is_percent != (measure in RATIOS):
            yield at(
                row,
                "unit",
                f"{name} har enheten {'%' if is_percent else 'mnkr'}.",
                "Kvoter anges i %, belopp i mnkr.",
                "Rätta enheten eller måttet.",
            )
        elif measure in RATIOS:
            limit = case.limit(CODE, _RATIO_LIMITS[measure])
            if abs(value) > limit:
                yield _unlikely(row, f"{spelled(value)} %", f"Måttet väntas vara högst {spelled(limit)} %.")
        elif base := sizes.get("taxes_and_grants" if measure == _WITHOUT_SIZE else measure):
            yield from _amount(case, row, measure, value, base)


def _amount(case: Case, row: SourceTable, measure: str, value: float, base: float) -> Iterator[Problem]:
    times = case.limit(CODE, "times_series")
    if measure == _WITHOUT_SIZE:
        if abs(value) > base:
            yield _unlikely(
                row, f"{spelled(value)} mnkr", f"Skatter och statsbidrag är i storleken {spelled(round(base))} mnkr."
            )
    elif value < 0 or not base / times <= value <= base * times:
        yield _unlikely(
            row,
            f"{spelled(value)} mnkr",
            f"Seriens mitt är {spelled(round(base, 1))} mnkr, och ett värde väntas ligga inom {spelled(times)} gånger "
            "det, utan minustecken.",
        )


def _unlikely(row: SourceTable, value: str, expected: str) -> Problem:
    return at(
        row,
        "value",
        f"{_name(row)} är {value}.",
        expected,
        "Kontrollera värdet och enheten mot källan.",
        value=value,
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


def _name(row: SourceTable) -> str:
    kind = KINDS.get(row.text("kind"), row.text("kind"))
    return f"{MEASURES[row.text('measure')]} i {kind} {int(row.figure('year').value or 0)}"


RULE = Rule(
    code=CODE,
    title="De finansiella målens historik",
    catches="En kvot som är ett belopp eller tvärtom, och värden i en annan enhet än seriens övriga.",
    check=check,
    needs=("financial_history",),
    readers=("region", "region_plan"),
    limits=("times_series", *_RATIO_LIMITS.values()),
    may_be_confirmed=True,
    example=(
        "Investeringarna i utfallet 2021 är 753 000 mnkr. Seriens mitt är 704 mnkr, och ett värde väntas ligga "
        "inom 10 gånger det, utan minustecken. Kontrollera värdet och enheten mot källan. Är det rätt ändå: "
        "bekräfta det i params/confirmations.yml med regeln finansiell-historik och värdet ”753 000 mnkr”."
    ),
)

"""The previous forecast, row by row, against what the workbook of the previous report said.

The report shows the change since the previous forecast: with another previous forecast it would be another change than
the one from what has been published. When the year is over, the sheets hold the last two forecasts of the year.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, in_sum, mnkr
from followup.ground.errors import Problem
from followup.ground.wording import listed
from followup.tables.region_accounts import STATEMENT

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.workbooks.source_table import SourceTable


CODE = "foregaende-prognos"
_HEADINGS = {"forecast": "Helårsprognos", "previous_forecast": "Föregående prognos"}
# Rows that one problem names; the rest are counted.
_MOST_NAMED = 5


@dataclass(frozen=True)
class _Sheet:
    """A table with forecasts: the columns that name a row, and the sign in which its sheet has the amounts."""

    table: str
    key: tuple[str, ...]
    sign: int


_SHEETS = (
    _Sheet("forecast", ("activity", "account_class"), -1),
    _Sheet("holder_forecast", ("committee",), -1),
    _Sheet("income_statement", ("line",), 1),
)


def check(case: Case) -> Iterator[Problem]:
    """One error for each column of a sheet whose forecasts are not those that were given then."""
    pairs = compared_columns(case)
    for sheet in _SHEETS if pairs else ():
        earlier = case.previous(sheet.table) if sheet.table in case.tables else None
        if earlier is None:
            continue
        for column, then in pairs:
            yield from _differences(case, sheet, case[sheet.table], earlier, column, then)


def compared_columns(case: Case) -> list[tuple[str, str]]:
    """Each column of a forecast with the one of the report before that it is; none where that gave no forecast."""
    before = case.subject.before
    occasions = case.params.calendar.forecast_occasions
    if before is None or str(before) != case.period.previous_among(occasions):
        return []
    # Of a year that is over, both columns are copies of the last report's.
    if not case.period.is_year_end:
        return [("previous_forecast", "forecast")]
    pairs = [("forecast", "forecast")]
    if before.previous_among(occasions):
        pairs.append(("previous_forecast", "previous_forecast"))
    return pairs


def _differences(
    case: Case, sheet: _Sheet, now: SourceTable, earlier: SourceTable, column: str, then: str
) -> Iterator[Problem]:
    before, tolerance = str(case.subject.before), case.limit(CODE, "kronor")
    known, present = _amounts(earlier, sheet, then), _amounts(now, sheet, column)
    changed = {
        key: (amount, known[key])
        for key, amount in present.items()
        if key in known and abs(amount - known[key]) > tolerance
    }
    expected = f"Kolumnen {_HEADINGS[column]} ska vara prognosen {before}, som den står i {earlier.workbook}."
    remedy = (
        "Rätta kolumnen, så att rapporten visar ändringen sedan den prognos som har publicerats. Är det den tidigare "
        "arbetsboken som är fel: rätta den och bygg om den rapporten."
    )
    if changed:
        yield at(
            _rows(now, sheet, set(changed)),
            column,
            f"{_HEADINGS[column]} är inte den som lämnades {before} för {_named(sheet, changed)}.",
            expected,
            remedy,
            value=in_sum([amount * sheet.sign for amount, _ in changed.values()]),
        )
    elif present.keys() != known.keys() and sheet.table == "forecast":
        # Where rows have been divided or joined, their sum is still the same forecast. (From the region's sheet a
        # holder goes with its forecast, when it leaves a report of its own.)
        total, other = now.total(column).value, earlier.total(then).value
        if total is not None and other is not None and abs(total - other) > case.limit(CODE, "sum_kronor"):
            yield at(
                now,
                column,
                f"Summan av {_HEADINGS[column].lower()} är {mnkr(total * sheet.sign)}, men {before} lämnades "
                f"{mnkr(other * sheet.sign)}.",
                expected,
                remedy,
                value=mnkr(total * sheet.sign),
            )


def _amounts(table: SourceTable, sheet: _Sheet, column: str) -> dict[tuple[str, ...], float]:
    frame = table.frame.dropna(subset=[*sheet.key, column])
    return dict(zip(frame[list(sheet.key)].itertuples(index=False, name=None), frame[column], strict=True))


def _rows(table: SourceTable, sheet: _Sheet, keys: set[tuple[str, ...]]) -> SourceTable:
    chosen = [key in keys for key in table.frame[list(sheet.key)].itertuples(index=False, name=None)]
    return replace(table, frame=table.frame[chosen])


def _named(sheet: _Sheet, changed: dict[tuple[str, ...], tuple[float, float]]) -> str:
    named = [
        f"{', '.join(STATEMENT.get(word, word) for word in key)} ({mnkr(amount * sheet.sign)} mot "
        f"{mnkr(other * sheet.sign)})"
        for key, (amount, other) in list(changed.items())[:_MOST_NAMED]
    ]
    rest = len(changed) - len(named)
    return listed(named) if not rest else f"{', '.join(named)} och {rest} rader till"


RULE = Rule(
    code=CODE,
    title="Föregående prognos mot den som lämnades",
    catches="En föregående prognos som inte är den som förra rapportens arbetsbok hade.",
    check=check,
    needs=(),
    readers=("committee", "region"),
    limits=("kronor", "sum_kronor"),
    may_be_confirmed=True,
    example=(
        "Föregående prognos är inte den som lämnades 2024-02 för Skola, Personal (105 mnkr mot 106,5 mnkr). "
        "Kolumnen Föregående prognos ska vara prognosen 2024-02, som den står i 2024/2024-02/DNKS.xlsx. Rätta "
        "kolumnen, så att rapporten visar ändringen sedan den prognos som har publicerats. Är det den tidigare "
        "arbetsboken som är fel: rätta den och bygg om den rapporten. Är det rätt ändå: bekräfta det i "
        "params/confirmations.yml med regeln foregaende-prognos och värdet ”105 mnkr”."
    ),
)

"""Thresholds of amounts that stand twice, indicators beside each other, the plan's amounts, unexplained forecasts."""

from __future__ import annotations

from followup.checks.common.case import Case
from followup.ground.errors import Severity
from followup.params.params import Params
from tests.cases import case_of
from tests.series_tables import indicator_values, months
from tests.tables import source_table
from tests.thresholds.amounts import Make, flat, forecasting, ledger_case, unlike
from tests.thresholds.pair import pair

M = 1_000_000

REPEATED = "huvudbokens-dubbletter"


def pasted(params: Params, count: int) -> Case:
    """In January so many accounts, all with other amounts, and as many more accounts with the same ones."""
    columns = unlike(2 * count)
    columns["outcome"][count:, 0] = columns["outcome"][:count, 0]
    return ledger_case(params, columns, 1)


def spread(params: Params, different: int) -> Case:
    """In January so many different amounts, each on four accounts: three times too many."""
    columns = unlike(4 * different)
    for first in range(different, 4 * different, different):
        columns["outcome"][first : first + different, 0] = columns["outcome"][:different, 0]
    return ledger_case(params, columns, 1)


def pasted_account(params: Params, month: int) -> Case:
    """Another account has the same amounts in every month so far."""
    columns = unlike(2)
    columns["outcome"][1] = columns["outcome"][0]
    return ledger_case(params, columns, month)


def small_in_january(params: Params, kronor: float) -> Case:
    """Two accounts with the same amounts in three months, of which January's is the least."""
    columns = unlike(2)
    columns["outcome"][:, :3] = (-kronor, -5_000.25, -6_000.25)
    return ledger_case(params, columns, 3)


def taken_back(params: Params, count: int, share: float = 1.0) -> Case:
    """In January so many accounts, and as many more that take them back; a last one has the rest of the month."""
    columns = unlike(2 * count + 1)
    columns["outcome"][count:-1, 0] = -columns["outcome"][:count, 0]
    whole = -float(columns["outcome"][:count, 0].sum())
    columns["outcome"][-1, 0] = -(whole / share - whole) - 0.01
    return ledger_case(params, columns, 1)


pair(REPEATED, "least_amounts", pasted, 11, 12, moved=13)
pair(REPEATED, "least_amounts", taken_back, 11, 12, moved=13)
pair(REPEATED, "share_taken_back", lambda params, share: taken_back(params, 12, share), 0.49, 0.51, moved=0.52)
# Half as many, six, are to be different ones.
pair(REPEATED, "least_amounts", spread, 5, 6, moved=14)
pair(REPEATED, "least_months", pasted_account, 2, 3, moved=4)
# Of whole hundreds, as 1 000 is, nothing is said.
pair(REPEATED, "kronor", small_in_january, 999.99, 1_000.01, moved=1_001)

AGREEMENT = "indikatorer-mot-varandra"
ATTENDANCE, WEEKS = "NARVARO_NATURBRUK", "ELEVVECKOR"

Values = tuple[float, ...]


def two_series(params: Params, first: Values, second: Values) -> Case:
    """The values of two indicators, of which the last are April's."""
    values = {
        code: dict(zip(months(months("2023-01", 16)[-len(one)], len(one)), one, strict=True))
        for code, one in ((ATTENDANCE, first), (WEEKS, second))
    }
    return case_of(params=params, indicator_values=indicator_values(values))


def after(first: Values, second: Values, last_of_second: float) -> Make:
    """The pair gives the first indicator's latest value."""
    return lambda params, last: two_series(params, (*first, last), (*second, last_of_second))


def swapped(params: Params, earlier: int) -> Case:
    """Two values that are far from their own: so many earlier ones between 60 and 63, and between 80 and 83."""
    first, second = ((least, least + 3, least + 1, least + 2)[:earlier] for least in (60, 80))
    return two_series(params, (*first, 81), (*second, 61))


pair(AGREEMENT, "minst_varden", swapped, 3, 4, moved=5)
# A tenth of the width from 60 to 70 is 1. The other value is 1 below its own, of a width of 4.
pair(AGREEMENT, "vidd", after((60, 65, 70, 66), (71, 75, 73, 72), 70), 71, 71.1, moved=0.12)
# The whole width from 60 to 70 is 10. The other value is among its own.
pair(AGREEMENT, "langt_utanfor", after((60, 65, 70, 66), (70, 90, 75, 80), 70), 80, 80.1, moved=1.1)

PLAN = "planens-belopp"


def planned(name: str, line: str, sign: int = 1) -> Make:
    """A line of the budget's workbook for 2024, in kronor."""

    def make(params: Params, kronor: int) -> Case:
        table = source_table(f"line  year_0\n{line}  {sign * kronor}")
        return case_of("2024-04", params, "region", "REGION", **{name: table})

    return make


# The plan prints 183 mnkr, and 439,8 with a decimal.
pair(
    PLAN,
    "steps",
    planned("frames", "Driftnämnd Kultur och skola", -1),
    183_500_000,
    183_500_001,
    moved=0.6,
    severity=Severity.WARNING,
)
pair(
    PLAN,
    "steps",
    planned("investment_plan", "Summa redan beslutat/reinvesteringar"),
    439_850_000,
    439_850_001,
    moved=0.6,
    severity=Severity.WARNING,
)

UNEXPLAINED = "prognos-utan-forklaring"


def one_row(monthly: float, other: float) -> Make:
    """The forecast of one line, beside another one whose forecast is its budget; both in kronor a month."""
    return lambda params, forecast: forecasting(params, flat(monthly, other), (forecast, None))


def last_year(params: Params, monthly: float) -> Case:
    """A forecast of 200 mnkr, a budget of 120, and so much a month last year."""
    columns = flat(10 * M, 10 * M)
    columns["previous_year"][0] = -monthly
    return forecasting(params, columns, (-200 * M, None))


def beside(params: Params, other: float) -> Case:
    """A forecast of 15 mnkr where the budget is 12; the pair gives what the other line costs a month."""
    return forecasting(params, flat(M, other), (-15 * M, None))


# 144 mnkr are 1,2 times 120.
pair(UNEXPLAINED, "agree", last_year, 12.01 * M, 12 * M, moved=1.19)
# 0,15 of 120 mnkr is 18: more, and less.
pair(UNEXPLAINED, "share", one_row(10 * M, 10 * M), -137.9 * M, -138 * M, moved=0.16)
pair(UNEXPLAINED, "share", one_row(10 * M, 10 * M), -102.1 * M, -102 * M, moved=0.16)
# 9,6 mnkr a year, of which 0,15 is 1,44.
pair(UNEXPLAINED, "kronor", one_row(800_000, M), -11.599 * M, -11.6 * M, moved=2.1 * M)
# 3 mnkr more, of 601,2 and 600 mnkr.
pair(UNEXPLAINED, "share_of_year", beside, 49.1 * M, 49 * M, moved=0.0051)

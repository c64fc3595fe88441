"""The region's finance in the example: income statement, balance sheet, balance requirement and the goals' history.

Million kronor. The operations are the ledger's and the forecasts the story's; what stands here is the rest, made so
that the whole agrees with what is public:

- Mål och budget 2024–2028: årets resultat in the budgets of 2023 (−303) and 2024 (−641), −2,4 and −4,8 per cent of
  taxes and grants, which so are about 12 625 and 13 354; on 2023-04-30 equity of about 5,6 mdkr, liquid funds of about
  7,2 mdkr, assets of about 13,4 mdkr, no loans and a solidity of 18,6 per cent.
- Press releases: balanskravsresultat forecast −277 (2023-06-07); 2023's result 260 against −322, and −11 without the
  investments' changes of value (2024-02-14).
- Kolada: N63146 2,0 (2023) and 0,0 (2024); N63147 −0,1 and −1,2; N63133 24,6 (2022), 23,1 and 20,9.

Everything else is fictional: how taxes, grants and finance divide these sums and the months, and every other line.
The budget of −322 is here the balanskravsresultat of the budget of −303: the sources do not say what parts them.
"""

from __future__ import annotations

from functools import cache

from openpyxl import Workbook

from followup.example import financial_history, story
from followup.example.accounts import DEPRECIATION
from followup.example.investments import investment_rows
from followup.example.ledger import ledger_rows
from followup.example.ledger_row import MNKR
from followup.example.workbook_file import Value
from followup.ground.period import Period

LINES = ("Skatteintäkter", "Generella statsbidrag och utjämning", "Finansiella intäkter", "Finansiella kostnader")

# In the order of LINES.
Amounts = tuple[float, ...]

# The years' budgets, in the order of LINES; 2022 is the outcome, of which only the sum matters here: result 876.
_BUDGETS: dict[int, Amounts] = {2023: (10260.0, 2365.0, 110.0, -116.1), 2024: (10912.0, 2442.0, 96.0, -563.0)}
_OUTCOME_2022: Amounts = (9985.0, 2315.0, 1190.0, -144.6)

# Deviations from the budget in the order of LINES: accumulated, and forecast for the year.
_ACCUMULATED: dict[str, Amounts] = {
    "2023-02": (30.0, 4.0, 5.0, -22.0),
    "2023-04": (62.0, 10.0, 15.0, -45.0),
    "2023-08": (138.0, 31.0, 190.0, -85.0),
    "2023-10": (178.0, 45.0, 105.0, -104.0),
    "2023-12": (220.0, 60.0, 479.2, -119.9),
    "2024-02": (2.0, 6.0, 72.0, 4.0),
    "2024-04": (9.0, 15.0, 158.0, 12.0),
    "2024-08": (33.0, 45.0, 268.0, 40.0),
    "2024-10": (52.0, 60.0, 372.0, 66.0),
    "2024-12": (73.0, 76.0, 475.7, 90.0),
}
_FORECAST: dict[str, Amounts] = {
    "2023-02": (40.0, 5.0, 20.0, -20.0),
    "2023-04": (95.0, 25.0, 45.0, -25.0),
    "2023-08": (150.0, 45.0, 230.0, -90.0),
    "2023-10": (190.0, 55.0, 160.0, -110.0),
    "2024-02": (10.0, 20.0, 90.0, 10.0),
    "2024-04": (25.0, 38.0, 210.0, 25.0),
    "2024-08": (48.0, 60.0, 330.0, 55.0),
    "2024-10": (62.0, 70.0, 405.0, 75.0),
}

# Fixed assets, liquid funds, provisions, long and short liabilities, contingent pensions. Equity is what the year
# before left and the period's result, and current assets are what then is missing in the sum.
_BALANCES: dict[str, tuple[float, float, float, float, float, float]] = {
    "2022-12": (4560.0, 6900.0, 3890.0, 130.0, 2620.0, 2709.6),
    "2023-02": (4590.0, 7010.0, 3960.0, 130.0, 2700.0, 3090.0),
    "2023-04": (4630.0, 7200.0, 4560.0, 130.0, 3110.0, 3108.0),
    "2023-08": (4720.0, 6960.0, 4620.0, 128.0, 2790.0, 3040.0),
    "2023-10": (4765.0, 6880.0, 4650.0, 128.0, 2760.0, 3005.0),
    "2023-12": (4815.0, 7150.0, 4410.0, 127.0, 2690.0, 2960.0),
    "2024-02": (4850.0, 7010.0, 4760.0, 127.0, 2650.0, 3160.0),
    "2024-04": (4895.0, 7060.0, 4820.0, 126.0, 2690.0, 3150.0),
    "2024-08": (4975.0, 6930.0, 4960.0, 125.0, 2610.0, 3120.0),
    "2024-10": (5010.0, 6990.0, 5010.0, 125.0, 2700.0, 3100.0),
    "2024-12": (5040.0, 7160.0, 5140.0, 124.0, 2797.2, 3080.0),
}
_EQUITY_2022 = 5760.0

# Realised gains and unrealised changes of value that the balance requirement takes away: budget, forecast or outcome.
_CAPITAL_GAINS = {2023: -19.0, 2024: 0.0}
_ADJUSTED: dict[str, tuple[float, float]] = {
    "2023-04": (-19.0, -9.5),
    "2023-08": (-19.0, -190.0),
    "2023-12": (-21.0, -250.0),
    "2024-04": (-5.0, -95.0),
    "2024-08": (-9.0, -150.0),
    "2024-12": (-13.1, -149.7),
}
_STRONG = (
    "Regionen åberopar stark finansiell ställning: det finns kapital som täcker hela pensionsåtagandet, "
    "ansvarsförbindelsen inräknad, och därutöver realiserbara tillgångar som kan delfinansiera framtida investeringar."
)
_TEMPORARY = (
    "Underskottet förklaras av tillfälligt ökade pensionskostnader när pensionsskulden räknas upp med inflationen."
)


@cache
def operations(period: str) -> tuple[float, float]:
    """The ledger's net outcome to the period and its net budget of the year, in result terms, not rounded."""
    month = Period.parse(period).month
    rows = list(ledger_rows(period))
    outcome = -sum(row.outcome or 0.0 for row in rows if row.month <= month) / MNKR
    return outcome, -sum(row.budget for row in rows) / MNKR


def _outcome(period: str) -> Amounts:
    year, month = int(period[:4]), int(period[5:])
    if year == 2022:
        return tuple(round(amount * month / 12, 1) for amount in _OUTCOME_2022)
    pairs = zip(_budget(period), _ACCUMULATED[period], strict=True)
    return tuple(round(budget + deviation, 1) for budget, deviation in pairs)


def _budget(period: str) -> Amounts:
    """As many twelfths of the year's as the period has months."""
    return tuple(round(amount * int(period[5:]) / 12, 1) for amount in _BUDGETS[int(period[:4])])


def _forecast(period: str) -> Amounts:
    pairs = zip(_BUDGETS[int(period[:4])], _FORECAST[period], strict=True)
    return tuple(round(budget + deviation, 1) for budget, deviation in pairs)


def _occasions(period: str) -> tuple[str, str | None]:
    """The forecast that stands in the period's workbook and the one before: in December those of October and August."""
    given = list(_FORECAST)
    place = given.index(period if period in _FORECAST else f"{period[:4]}-10")
    before = given[place - 1] if place and given[place - 1][:4] == period[:4] else None
    return given[place], before


def income_statement_rows(period: str) -> list[tuple[Value, ...]]:
    """Line, budget and outcome to the period, outcome a year before, the year's budget, forecast, forecast before."""
    latest, before = _occasions(period)
    earlier = f"{int(period[:4]) - 1}{period[4:]}"
    columns = [
        _budget(period),
        _outcome(period),
        _outcome(earlier),
        _BUDGETS[int(period[:4])],
        _forecast(latest),
        _forecast(before) if before else (None,) * len(LINES),
    ]
    return [(line, *(column[place] for column in columns)) for place, line in enumerate(LINES)]


def result(period: str) -> float:
    """The period's result: operations, taxes and grants, finance."""
    return operations(period)[0] + sum(_outcome(period))


def forecast_result(period: str) -> float:
    """The result forecast for the year in the period; in December as of October."""
    latest, _ = _occasions(period)
    deviation = sum(story.committee_forecast(holder, latest) for holder in story.HOLDERS)
    return operations(latest)[1] + deviation + sum(_forecast(latest))


def _equity(period: str) -> float:
    if period == "2022-12":
        return _EQUITY_2022
    return round(_equity(f"{int(period[:4]) - 1}-12") + result(period), 1)


def _balance(period: str) -> dict[str, float]:
    fixed, liquid, provisions, long, short, contingent = _BALANCES[period]
    equity = _equity(period)
    return {
        "Anläggningstillgångar": fixed,
        "Omsättningstillgångar": round(equity + provisions + long + short - fixed, 1),
        "varav likvida medel": liquid,
        "Eget kapital": equity,
        "Avsättningar": provisions,
        "Långfristiga skulder": long,
        "Kortfristiga skulder": short,
        "Ansvarsförbindelse för pensioner": contingent,
    }


def balance_sheet_rows(period: str) -> list[tuple[Value, ...]]:
    """Line, opening and closing balance."""
    opening, closing = _balance(f"{int(period[:4]) - 1}-12"), _balance(period)
    return [(line, opening[line], closing[line]) for line in closing]


def balance_requirement_rows(period: str) -> list[tuple[Value, ...]]:
    """Line, budget, forecast, outcome, reason. Only the reports that the law asks for a statement have one."""
    if period not in _ADJUSTED:
        return []
    year, is_over = int(period[:4]), period.endswith("-12")
    gains, unrealised = _ADJUSTED[period]
    planned = operations(period)[1] + sum(_BUDGETS[year]) + _CAPITAL_GAINS[year]
    expected = (result(period) if is_over else forecast_result(period)) + gains + unrealised

    def row(line: str, budget: float, amount: float, reason: str | None = None) -> tuple[Value, ...]:
        return (line, budget, *((None, amount) if is_over else (amount, None)), reason)

    return [
        row("Samtliga realisationsvinster", _CAPITAL_GAINS[year], gains),
        row("Realisationsvinster enligt undantag", 0.0, 0.0),
        row("Realisationsförluster enligt undantag", 0.0, 0.0),
        row("Orealiserade vinster och förluster i värdepapper", 0.0, unrealised),
        row("Återföring av orealiserade vinster och förluster i värdepapper", 0.0, 0.0),
        row("Resultatreserv", 0.0, 0.0, "Region Halland har ingen resultatreserv."),
        row("Synnerliga skäl", _covered(planned), _covered(expected), f"{_TEMPORARY} {_STRONG}"),
        row("Underskott från tidigare år att återställa", 0.0, 0.0),
    ]


def _covered(balance: float) -> float:
    """The whole of a deficit."""
    return round(max(0.0, -balance), 1)


def financial_goals_workbook(year: int) -> Workbook:
    """The financial goals' history as it was known when the year began."""
    return financial_history.workbook(year, _settled() if year == 2024 else {})


# The column of the outcome in the rows of investments; the last row is the total.
_OUTCOME_OF_INVESTMENTS = 6


def _settled() -> dict[str, float]:
    """2023 as the example ends it, mnkr."""
    year_end = "2023-12"
    rows = [row for row in ledger_rows(year_end) if row.account_class == DEPRECIATION]
    invested = investment_rows(year_end)[-1][_OUTCOME_OF_INVESTMENTS]
    # A sum, as the row is the total.
    assert isinstance(invested, float)
    return {
        financial_history.RESULT: round(result(year_end), 1),
        financial_history.TAXES_AND_GRANTS: round(sum(_outcome(year_end)[:2]), 1),
        financial_history.DEPRECIATION: round(sum(row.outcome or 0.0 for row in rows) / MNKR, 1),
        financial_history.INVESTMENTS: invested,
    }

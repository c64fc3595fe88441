"""Income statement, balance sheet and balance requirement. The sums are worked out by hand, in mnkr."""

import pytest

from followup.analysis.region import balance_requirement as requirement
from followup.analysis.region import balance_sheet
from followup.analysis.region import income_statement as statement
from followup.ground.figure import Cells, Figure
from followup.ground.figure_table import FigureTable, RowName
from tests.figure_tables import lined_up
from tests.tables import source_table

MNKR = 1e6
CLASS_COLUMNS = ("outcome", "budget", "previous_year", "year_budget")
# The operations so far: 100 − 470 − 30 = −400; budgeted 90 − 450 − 30 = −390.
CLASSES = lined_up(
    {
        name: [Figure(value * MNKR) for value in values]
        for name, values in {
            "Intäkter": (100, 90, 80, 270),
            "Personal": (-300, -290, -280, -870),
            "Material": (-170, -160, -150, -480),
            "Avskrivningar": (-30, -30, -25, -90),
        }.items()
    },
    CLASS_COLUMNS,
)
NET = {
    name: Figure(value * MNKR)
    for name, value in {
        "outcome": -400, "budget": -390, "previous_year": -375, "year_budget": -1170, "forecast": -1195,
        "previous_forecast": -1180,
    }.items()
}  # fmt: skip
LINES = source_table("""
    line              budget     outcome    previous_year  year_budget  forecast    previous_forecast
    taxes             300000000  310000000  290000000      900000000    920000000   910000000
    grants            80000000   80000000   70000000       240000000    245000000   240000000
    financial_income  5000000    12000000   4000000        15000000     30000000    20000000
    financial_costs   -10000000  -8000000   -9000000       -30000000    -25000000   -28000000
""")
NAMES = ("Intäkter", "Avskrivningar")


def mnkr(frame: FigureTable[str], row: str, *columns: str) -> list[float | None]:
    found = [frame[row, column].value for column in columns]
    return [None if value is None else round(value / MNKR, 6) for value in found]


def test_the_statement_from_the_operations_to_the_result():
    frame = statement.statement(CLASSES, NET, LINES, NAMES)
    so_far = ("outcome", "budget", "deviation", "previous_year")
    assert mnkr(frame, "Verksamhetens intäkter", *so_far) == [100, 90, 10, 80]
    assert mnkr(frame, "Verksamhetens kostnader", *so_far) == [-470, -450, -20, -430]
    assert mnkr(frame, "Avskrivningar", *so_far) == [-30, -30, 0, -25]
    assert mnkr(frame, "Verksamhetens nettokostnad", *so_far) == [-400, -390, -10, -375]
    # −400 + 310 + 80 = −10; −390 + 300 + 80 = −10; −375 + 290 + 70 = −15
    assert mnkr(frame, "Verksamhetens resultat", *so_far) == [-10, -10, 0, -15]
    # −10 + 12 − 8 = −6; −10 + 5 − 10 = −15; −15 + 4 − 9 = −20
    assert mnkr(frame, "Årets resultat", *so_far) == [-6, -15, 9, -20]
    whole = ("year_budget", "forecast", "forecast_deviation", "previous_forecast", "forecast_change")
    # −1170 + 900 + 240 + 15 − 30 = −45; −1195 + 920 + 245 + 30 − 25 = −25; −1180 + 910 + 240 + 20 − 28 = −38
    assert mnkr(frame, "Årets resultat", *whole) == [-45, -25, 20, -38, 13]


def test_only_the_net_cost_is_forecast():
    frame = statement.statement(CLASSES, NET, LINES, NAMES)
    assert mnkr(frame, "Verksamhetens nettokostnad", "forecast") == [-1195]
    assert frame["Avskrivningar", "forecast"].why == "alla lämnar inte prognos per slag"


def test_the_year_s_first_forecast_has_none_before_it():
    frame = statement.statement(CLASSES, NET, LINES, NAMES, first=True)
    assert frame["Årets resultat", "previous_forecast"].why == "årets första prognos"
    assert frame["Årets resultat", "forecast_change"].is_missing


def test_a_year_that_is_over_has_its_outcome_for_forecast():
    frame = statement.statement(CLASSES, NET, LINES, NAMES, year_end=True)
    assert mnkr(frame, "Årets resultat", "forecast", "previous_forecast", "forecast_change") == [-6, -25, 19]
    assert mnkr(frame, "Avskrivningar", "forecast") == [-30]


def test_a_line_that_is_not_handed_in_makes_the_result_missing():
    frame = statement.statement(CLASSES, NET, LINES.where(line=["taxes", "grants", "financial_income"]), NAMES)
    assert frame["Årets resultat", "outcome"].is_missing
    assert mnkr(frame, "Verksamhetens resultat", "outcome") == [-10]


def test_a_class_that_the_ledger_does_not_have():
    frame = statement.statement(CLASSES.without("Avskrivningar"), NET, LINES, NAMES)
    assert frame["Avskrivningar", "outcome"].why == "finns inte i huvudboken"


BALANCE = source_table("""
    line                 opening     closing
    fixed_assets         400000000   500000000
    current_assets       800000000   900000000
    liquid_funds         600000000   650000000
    equity               480000000   490000000
    provisions           420000000   540000000
    long_liabilities     50000000    40000000
    short_liabilities    250000000   330000000
    contingent_pensions  180000000   210000000
""")


def test_the_balance_sheet_with_its_sums_in_their_places():
    frame = balance_sheet.sheet(BALANCE)
    assert list(frame.names) == [
        "Anläggningstillgångar",
        "Omsättningstillgångar",
        "varav likvida medel",
        "Summa tillgångar",
        "Eget kapital",
        "Avsättningar",
        "Långfristiga skulder",
        "Kortfristiga skulder",
        "Summa eget kapital, avsättningar och skulder",
        "Ansvarsförbindelse för pensioner",
    ]
    # Liquid funds are a part of current assets, and the contingent liability stands outside.
    assert mnkr(frame, "Summa tillgångar", "opening", "closing", "change") == [1200, 1400, 200]
    assert mnkr(frame, "Summa eget kapital, avsättningar och skulder", "opening", "closing") == [1200, 1400]


def test_key_ratios():
    ratios = balance_sheet.key_ratios(balance_sheet.sheet(BALANCE))
    solidity, full = ratios.row("Soliditet"), ratios.row("Soliditet inklusive ansvarsförbindelsen")
    assert [solidity[column].value for column in ("opening", "closing", "change")] == [40.0, 35.0, -5.0]
    # (480 − 180) / 1200 = 25 %; (490 − 210) / 1400 = 20 %
    assert [full[column].value for column in ("opening", "closing", "change")] == [25.0, 20.0, -5.0]
    assert full["change"].unit == "procentenheter"
    # Row 6 is current assets: liquid funds in row 7 are not added to them.
    assert {cells.address for cells in full["closing"].origin} == {"C5:C6,C8,C12"}
    assert mnkr(ratios, "Likvida medel", "change") == [50]


ALL_LINES = (
    *("capital_gains", "capital_gains_exempt", "capital_losses_exempt", "unrealised", "unrealised_reversed"),
    *("reserve", "exceptional", "earlier_deficits"),
)


def requirement_of(result: float, **amounts: float | None) -> dict[RowName, Figure]:
    """The column `amount` of the statement, mnkr; a line that is not named is 0, None leaves it out."""
    rows = [f"{line}  {amounts.get(line, 0)}  ." for line in ALL_LINES if amounts.get(line, 0) is not None]
    table = source_table("\n".join(["line  amount  reason", *rows]))
    table.frame["amount"] *= MNKR
    whole = type(table)(
        table.name,
        table.workbook,
        table.sheet,
        table.letters,
        table.frame.assign(budget=table.frame["amount"], forecast=table.frame["amount"]),
    )
    whole.letters.update(budget="X", forecast="Y")
    figure = Figure(result * MNKR, origin=(Cells.of("a.xlsx", "R", "C", [3]),))
    return requirement.statement(dict.fromkeys(requirement.COLUMNS, figure), whole).column("amount")


def shown(found: dict[RowName, Figure], *rows: str) -> list[float | None]:
    return [None if found[row].value is None else round(found[row].value / MNKR, 6) for row in rows]


def test_the_balance_requirement_line_by_line():
    # 260 − 21 − 250 = −11, all of it covered by exceptional reasons.
    found = requirement_of(260, capital_gains=-21, unrealised=-250, exceptional=11)
    assert shown(found, requirement.ADJUSTED, requirement.BALANCE) == [-11, -11]
    assert shown(found, requirement.TO_RESTORE, requirement.REMAINING) == [0, 0]
    assert len(found) == 13


@pytest.mark.parametrize(
    ("result", "amounts", "balance", "to_restore", "remaining"),
    [
        # A deficit that nothing covers is to be restored, beside the earlier ones.
        (-30, {}, -30, -30, -30),
        (-30, {"exceptional": 10, "earlier_deficits": -5}, -30, -20, -25),
        # A surplus first restores what earlier years left.
        (40, {"earlier_deficits": -25}, 40, 0, 0),
        (10, {"earlier_deficits": -25}, 10, 0, -15),
        # A reserve is used before there is a deficit: −30 + 30.
        (-30, {"reserve": 30}, 0, 0, 0),
        # More reasons than deficit restore nothing.
        (-30, {"exceptional": 50}, -30, 0, 0),
    ],
)
def test_what_is_left_to_restore(result, amounts, balance, to_restore, remaining):
    found = requirement_of(result, **amounts)
    rows = (requirement.BALANCE, requirement.TO_RESTORE, requirement.REMAINING)
    assert shown(found, *rows) == [balance, to_restore, remaining]


def test_a_line_that_is_left_out_leaves_the_whole_unknown():
    found = requirement_of(260, unrealised=None)
    assert shown(found, requirement.BALANCE, requirement.TO_RESTORE, requirement.REMAINING) == [None, None, None]


def test_what_is_left_knows_the_cells_of_the_result_and_of_every_line():
    found = requirement_of(-30)
    books = {cells.workbook for cells in found[requirement.REMAINING].origin}
    assert books == {"a.xlsx", "prov.xlsx"}

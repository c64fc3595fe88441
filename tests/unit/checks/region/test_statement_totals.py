"""Sums in the region's own sheets, read from rows as an office writes them. All amounts are in mnkr.

The ledger and the forecasts are those of region_accounts: a net cost of 1 000 mnkr a month, 960 the year before.
"""

from dataclasses import replace

import pytest
from region_accounts import case, forecast_of, project_params

from followup.checks.region.statement_totals import RULE
from followup.checks.registry import stamped
from followup.ground.errors import Severity
from followup.ground.period import Period
from followup.sources.reader_tables import source_table
from followup.workbooks.files.workbook import Sheet
from followup.workbooks.read_workbook import ReadingOrder
from followup.workbooks.table_reader import read_table, readers_of

ORDER = ReadingOrder.of(project_params().layouts["region"].filled(Period(2024, 4), "REGION"), project_params(), 2024)
WORKBOOK = "2024/2024-04/REGION.xlsx"

ASSETS = [["Anläggningstillgångar", 5000.0, 5100.0], ["Omsättningstillgångar", 8000.0, 8100.0]]
LIQUID = [["varav likvida medel", 7000.0, 6900.0]]
EQUITY = [["Eget kapital", 6000.0, 6034.3]]
DEBTS = [
    ["Avsättningar", 4000.0, 4200.0],
    ["Långfristiga skulder", 100.0, 100.0],
    ["Kortfristiga skulder", 2900.0, 2865.7],
]
PENSIONS = [["Ansvarsförbindelse för pensioner", 2960.0, 3150.0]]
# The ledger's net cost is 1 000 mnkr a month, 960 last year. The forecasts are −12 000 mnkr, now and before.
NET = [["Verksamhetens nettokostnad", -4000.0, -4000.0, -3840.0, -12000.0, -12000.0, -12000.0]]
MONEY = [
    ["Skatteintäkter", 3333.3, 3343.3, 3200.0, 10000.0, 10030.0, 10010.0],
    ["Generella statsbidrag och utjämning", 666.7, 676.7, 640.0, 2000.0, 2020.0, 2010.0],
]
FINANCE = [
    ["Finansiella intäkter", 32.0, 190.0, 51.7, 96.0, 306.0, 186.0],
    ["Finansiella kostnader", -187.7, -175.7, -83.7, -563.0, -538.0, -553.0],
]
RESULT = [["Årets resultat", -155.7, 34.3, -32.0, -467.0, -182.0, -347.0]]
REQUIREMENT = [
    ["Samtliga realisationsvinster", 0.0, -5.0, "", ""],
    ["Realisationsvinster enligt undantag", 0.0, 0.0, "", ""],
    ["Realisationsförluster enligt undantag", 0.0, 0.0, "", ""],
    ["Orealiserade vinster och förluster i värdepapper", 0.0, -95.0, "", ""],
    ["Återföring av orealiserade vinster och förluster", 0.0, 0.0, "", ""],
    ["Resultatreserv", 0.0, "", "", ""],
    ["Synnerliga skäl", 467.0, 200.0, "", ""],
    ["Underskott från tidigare år att återställa", 0.0, 0.0, "", ""],
]


def found(name, *rows):
    """The problems of one sheet with these rows, where the ledger and the forecasts are known."""
    layout = ORDER.layout.tables[name]
    headings = [column.header for column in layout.columns.values()]
    book = Sheet(layout.sheet, [[*row, *[""] * (len(headings) - len(row))] for row in (headings, *rows)])
    read = read_table(name, book, layout, readers_of(layout, ORDER.vocabularies[name]), ORDER.totals)
    assert read.findings == ()
    one = forecast_of(case(), -12000)
    tables = {**one.tables, name: source_table(WORKBOOK, read, layout, read.frame)}
    one = replace(one, tables=tables, reads={name: read}, layouts={name: layout})
    return [stamped(problem, RULE) for problem in RULE.check(one)]


@pytest.mark.parametrize(
    "rows",
    [
        [*ASSETS, *LIQUID, ["Summa tillgångar", 13000.0, 13200.0], *EQUITY, *DEBTS, *PENSIONS],
        [*ASSETS, ["Summa", 13000.0, 13200.0], *LIQUID, *EQUITY, *DEBTS, ["Summa", 13000.0, 13200.0], *PENSIONS],
        [["Summa tillgångar", 13000.0, 13200.0], *ASSETS, *EQUITY, *DEBTS, ["Summa skulder", 3000.0, 2965.7]],
        [*ASSETS, *EQUITY, *DEBTS, ["Summa avsättningar och skulder", 7000.0, 7165.7]],
        [*ASSETS, *EQUITY, *DEBTS, ["Summa främmande kapital", 7000.0, 7165.7]],
        [*ASSETS, *EQUITY, *DEBTS, *PENSIONS, ["Summa eget kapital, avsättningar och skulder", 13000.0, 13200.0]],
        [*ASSETS, *EQUITY, ["Summa eget kapital", 6000.0, 6034.3], *DEBTS],
        [*ASSETS, *LIQUID, *EQUITY, *DEBTS, *PENSIONS, [], [], ["Summa tillgångar", 13000.0, 13200.0]],
    ],
)
def test_right_sums_of_the_balance_sheet(rows):
    assert found("balance_sheet", *rows) == []


def test_the_example_of_the_catalogue():
    (one,) = found("balance_sheet", *ASSETS, ["Summa tillgångar", 13000.0, 13300.0], *LIQUID, *EQUITY, *DEBTS)
    assert (one.cell, one.message.replace("\xa0", " ")) == ("C4", RULE.example)


@pytest.mark.parametrize(
    ("label", "place", "stated", "computed"),
    [
        ("Summa", 2, 13250.0, "13 200 mnkr"),
        ("Summa skulder", 6, 7165.7, "2 965,7 mnkr"),
        ("Summa främmande kapital", 6, 7265.7, "7 165,7 mnkr"),
        ("Summa eget kapital, avsättningar och skulder", 6, 16350.0, "13 200 mnkr"),
        ("Summa anläggningstillgångar", 2, 5200.0, "5 100 mnkr"),
    ],
)
def test_wrong_sums_of_the_balance_sheet(label, place, stated, computed):
    rows = [*ASSETS, *EQUITY, *DEBTS]
    (one,) = found("balance_sheet", *rows[:place], [label, "", stated], *rows[place:])
    assert f"där raderna ger {computed}." in one.message.replace("\xa0", " ")
    assert (one.cell, one.value, one.severity) == (f"C{place + 2}", "", Severity.ERROR)


def test_a_sum_of_amounts_that_were_not_yet_rounded_is_a_warning():
    (one,) = found("balance_sheet", *ASSETS, ["Summa tillgångar", 13000.0, 13200.1], *EQUITY, *DEBTS)
    assert one.severity is Severity.WARNING


@pytest.mark.parametrize(
    "rows",
    [
        [*NET, *MONEY, *FINANCE, *RESULT],
        [*NET, *MONEY, *FINANCE, ["Summa", *RESULT[0][1:]]],
        [*MONEY, *FINANCE, ["Resultat", *RESULT[0][1:]]],
        [*MONEY, ["Summa", 4000.0, 4020.0, 3840.0, 12000.0, 12050.0, 12020.0], *FINANCE],
        [*MONEY, *FINANCE, ["Finansnetto", -155.7, 14.3, -32.0, -467.0, -232.0, -367.0]],
        [*NET, *MONEY, ["Verksamhetens resultat", 0.0, 20.0, 0.0, 0.0, 50.0, 20.0], *FINANCE, *RESULT],
        [*MONEY, *FINANCE, ["Summa", 3844.3, 4034.3, 3808.0, 11533.0, 11818.0, 11653.0]],
        # The ledger is exact and the sheet rounded.
        [["Nettokostnad", -4000.1, -3999.9, -3840.0, -12000.0, -12000.0, -12000.0], *MONEY, *FINANCE],
    ],
)
def test_right_sums_of_the_income_statement(rows):
    assert found("income_statement", *rows) == []


@pytest.mark.parametrize("column", range(1, 7))
def test_a_result_that_is_not_what_the_ledger_and_the_forecasts_give(column):
    wrong = list(RESULT[0])
    wrong[column] += 10.0
    (one,) = found("income_statement", *NET, *MONEY, *FINANCE, wrong)
    assert one.cell == f"{'ABCDEFG'[column]}7"
    assert one.value


def test_what_is_said_of_a_wrong_result():
    (one,) = found("income_statement", *MONEY, *FINANCE, ["Årets resultat", "", 84.3, "", "", "", ""])
    assert one.message.replace("\xa0", " ") == (
        "Raden ”Årets resultat” anger 84,3 mnkr i kolumnen ”Utfall”, där underlaget ger 34,3 mnkr. Den väntas vara "
        "nettokostnaden, som står i huvudboken och i prognoserna, och Skatteintäkter, Generella statsbidrag och "
        "utjämning, Finansiella intäkter och Finansiella kostnader. Rätta raden, eller det underlag som är fel. "
        "Kostnader anges med minustecken. Är det rätt ändå: bekräfta det i params/confirmations.yml med regeln "
        "regionens-summor och värdet ”84,3 mnkr”."
    )


def test_a_net_cost_without_its_minus():
    (one,) = found("income_statement", ["Verksamhetens nettokostnader", "", 4000.0, "", "", "", ""], *MONEY, *FINANCE)
    assert "anger 4 000 mnkr i kolumnen ”Utfall”, där underlaget ger −4 000 mnkr." in one.found.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("label", "budget", "forecast"),
    [
        # The result is −467 in the budget and −182 in the forecast, less gains of 100; 200 of the 282 are not restored.
        ("Årets resultat enligt resultaträkningen", -467.0, -182.0),
        ("Summa balanskravsjusteringar", 0.0, -100.0),
        ("Årets resultat efter balanskravsjusteringar", -467.0, -282.0),
        ("Balanskravsresultat", -467.0, -282.0),
        ("Årets balanskravsresultat att återställa", 0.0, -82.0),
        ("Kvar att återställa", 0.0, -82.0),
        ("Summa", 467.0, 100.0),
    ],
)
def test_sums_of_the_balance_requirement(label, budget, forecast):
    assert found("balance_requirement", *REQUIREMENT, [label, budget, forecast, "", ""]) == []
    (one,) = found("balance_requirement", *REQUIREMENT, [label, budget, forecast + 30.0, "", ""])
    assert one.cell == "C10"

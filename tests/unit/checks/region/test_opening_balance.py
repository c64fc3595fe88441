"""The opening balance against the year's earlier report, and last year's closing balance."""

from region_accounts import SHEET, case, messages, sheet

from followup.checks.region.opening_balance import RULE

FEBRUARY, DECEMBER = "2024/2024-02/REGION.xlsx", "2023/2023-12/REGION.xlsx"


def found(earlier, period="2024-04", **lines):
    return messages(RULE, case(period, {"balance_sheet": earlier}, balance_sheet=sheet(SHEET, **lines)))


def test_the_same_opening_balance():
    assert found(sheet(SHEET, FEBRUARY)) == []
    assert messages(RULE, case()) == []


def test_the_example_of_the_catalogue():
    assert found(sheet(SHEET, FEBRUARY, equity="6100000000  6034300000")) == [("B8", RULE.example)]


def test_the_first_report_of_a_year_opens_with_last_years_closing_balance():
    one = sheet(SHEET, DECEMBER)
    one.frame["closing"] = one.frame["opening"]
    assert found(one, "2024-02") == []
    one.frame.loc[5, "closing"] += 600_000
    ((cell, message),) = found(one, "2024-02")
    assert (cell, message.partition(" Ingående balans väntas")[0]) == (
        "B5",
        "Ingående balans är inte den som lämnades 2023-12: Anläggningstillgångar 5 000 mnkr mot 5 000,6 mnkr.",
    )


def test_whole_millions_in_one_of_them_are_rounding():
    assert found(sheet(SHEET, FEBRUARY, equity="6000400000  6034300000")) == []

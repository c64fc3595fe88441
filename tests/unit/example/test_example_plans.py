"""What is decided for a year, and the snapshots of investments and indicators, against one another and documents."""

from collections import defaultdict
from decimal import Decimal

import pytest

from followup.ground.paths import PROJECT
from followup.params.loading import load_params

EXAMPLE = PROJECT / "data" / "example"
REPORTING = ("RS", "DNHS", "DNADH", "DNPSH", "DNNSVH", "DNKS", "DNKT", "DNRGS")
MONTHS = ("02", "04", "08", "10", "12")
PERIODS = [f"{year}-{month}" for year in (2023, 2024) for month in MONTHS]
# Mål och budget 2024–2028, and the investments of 2023 budgeted there.
INVESTMENT_BUDGETS = {"2023": 748, "2024": Decimal("983.2")}


def exactly(value):
    return Decimal(str(value))


@pytest.mark.parametrize("year", ["2023", "2024"])
def test_the_operating_budget_is_the_ledgers(sheet_rows, year):
    *rows, total = sheet_rows(f"{year}/budget.xlsx", "Driftbudget")
    budget = {
        (row["Nämnd"], row["Verksamhet"], row["Kontoklass"]): exactly(row[f"Budget {year}"]) * 1_000_000 for row in rows
    }
    booked = defaultdict(Decimal)
    for row in sheet_rows(f"{year}/{year}-12/utfall.xlsx", "Huvudbok"):
        booked[row["Nämnd"], row["Verksamhet"], row["Kontoklass"]] += exactly(row["Budget"])
    assert budget == booked
    assert total["Nämnd"] == "Summa"
    assert exactly(total[f"Budget {year}"]) * 1_000_000 == sum(budget.values())


def test_frames_of_2023_are_the_ledgers(sheet_rows):
    *rows, total = sheet_rows("2023/budget.xlsx", "Budgetramar")
    frames = {row["Nämnd"]: exactly(row["2023"]) for row in rows}
    assert len(rows) == 14
    assert exactly(total["2023"]) == sum(frames.values())
    budgets = defaultdict(Decimal)
    for row in sheet_rows("2023/budget.xlsx", "Driftbudget")[:-1]:
        budgets[row["Nämnd"]] += exactly(row["Budget 2023"])
    assert frames["Driftnämnd Hallands Sjukhus"] == budgets["DNHS"]
    assert frames["Regionstyrelsen"] + frames["Regionstyrelsen Hälso- och sjukvård"] == budgets["RS"]
    assert frames["Regionservice"] == budgets["DNRGS"] == 0
    assert sum(frames.values()) == sum(budgets.values())


@pytest.mark.parametrize("year", ["2023", "2024"])
def test_the_investment_budget_sums_to_the_plan(sheet_rows, year):
    *rows, total = sheet_rows(f"{year}/budget.xlsx", "Investeringsbudget")
    plan = sheet_rows(f"{year}/budget.xlsx", "Investeringsplan")
    for column in (year, str(int(year) + 1), str(int(year) + 2)):
        of_property = sum(exactly(row[column]) for row in rows if row["Grupp"] == "Fastighetsinvesteringar")
        other = sum(exactly(row[column]) for row in rows if row["Grupp"] != "Fastighetsinvesteringar")
        assert [exactly(row[column]) for row in plan] == [other, of_property, other + of_property]
        assert exactly(total[column]) == other + of_property


@pytest.mark.parametrize("period", PERIODS)
def test_investments_of_the_year_are_told_period_by_period(sheet_rows, period):
    year = period[:4]
    rows = sheet_rows(f"{year}/{period}/investeringar.xlsx", "Investeringar")
    budgets, outcomes = defaultdict(Decimal), defaultdict(Decimal)
    for row in rows:
        if row["Period"] != "Summa":
            budgets[row["Period"]] += exactly(row[f"Budget {year}"])
            outcomes[row["Period"]] += exactly(row["Utfall"])
    told = [each for each in PERIODS if each[:4] == year and each <= period]
    assert budgets == dict.fromkeys(told, INVESTMENT_BUDGETS[year])
    assert list(outcomes.values()) == sorted(outcomes.values())
    totals = [row for row in rows if row["Period"] == "Summa"]
    assert [exactly(row["Utfall"]) for row in totals] == list(outcomes.values())
    assert {row["Nämnd"] for row in rows} >= set(REPORTING)


def test_regionkontorets_investments_are_the_printed_ones(sheet_rows):
    # Regionkontorets verksamhetsplan 2022, section 4.2, the plan for 2024.
    rows = sheet_rows("2024/2024-04/investeringar.xlsx", "Investeringar")
    budgets = {row["Investering"]: row["Budget 2024"] for row in rows if row["Nämnd"] == "RS"}
    assert budgets == {
        "Hållbar, robust och ändamålsenlig bredbandsutbyggnad i Halland": 15.0,
        "Larm och bevakning": 3.4,
        "IT-utrustning": 37.8,
        "IT övrigt": 0.2,
        "Möbler och utrustning, övrigt": 0.5,
    }


def monthly_series(rows):
    series = defaultdict(list)
    for row in rows:
        if row["Källa"] == "Exempeldata":
            series[row["Indikator"]].append(row["Mätperiod"])
    return {indicator: months for indicator, months in series.items() if "2023-01" in months}


@pytest.mark.parametrize("period", PERIODS)
def test_monthly_indicators_go_from_2022_to_the_period(sheet_rows, period):
    series = monthly_series(sheet_rows(f"{period[:4]}/{period}/indikatorer.xlsx", "Utfall"))
    assert len(series) == 22
    count = (int(period[:4]) - 2022) * 12 + int(period[5:])
    for indicator, months in series.items():
        assert months == sorted(set(months))
        assert months[0] == "2022-01"
        if indicator != "REVISION_TANDVARD":
            assert (months[-1], len(months)) == (period, count)


@pytest.mark.parametrize("period", PERIODS)
def test_kolada_knows_the_years_before(sheet_rows, period):
    rows = sheet_rows(f"{period[:4]}/{period}/indikatorer.xlsx", "Utfall")
    real = {row["Mätperiod"] for row in rows if row["Källa"].startswith("Kolada")}
    assert max(real) == f"{int(period[:4]) - 1}-12"


def test_a_late_value_has_come_in_the_next_extract(sheet_rows):
    def value(period):
        rows = sheet_rows(f"2024/{period}/indikatorer.xlsx", "Utfall")
        (row,) = (row for row in rows if (row["Indikator"], row["Mätperiod"]) == ("SARSKILD_I_TID", "2024-04"))
        return row["Värde"]

    assert value("2024-04") is None
    assert 90 < value("2024-08") < 100


@pytest.mark.parametrize("year", ["2023", "2024"])
def test_every_indicator_of_the_year_has_a_row_of_targets(sheet_rows, year):
    targets = sheet_rows(f"{year}/malvarden.xlsx", "Målvärden")
    values = sheet_rows(f"{year}/{year}-12/indikatorer.xlsx", "Utfall")
    keys = [(row["Indikator"], row["Nämnd"]) for row in targets]
    assert len(keys) == len(set(keys))
    assert set(keys) == {(row["Indikator"], row["Nämnd"]) for row in values}
    assert all((row[f"Målvärde {year}"] is None) == (row["Beslut"] is None) for row in targets)


def test_each_period_has_its_workbooks():
    shared = {"utfall", "personal", "indikatorer", "investeringar", "REGION", *REPORTING}
    for period in PERIODS:
        found = {path.stem for path in (EXAMPLE / period[:4] / period).glob("*.xlsx")}
        assert found == (shared | {"PN", "GNHH"} if period.endswith("-12") else shared)


def test_no_investment_is_budgeted_or_paid_above_its_total(sheet_rows):
    """The decided budgets of 2023 and 2024 and those planned for 2025 and 2026; what was paid in the two years."""
    spent = defaultdict(Decimal)
    for year in ("2023", "2024"):
        *rows, _ = sheet_rows(f"{year}/budget.xlsx", "Investeringsbudget")
        *paid, _ = sheet_rows(f"{year}/{year}-12/investeringar.xlsx", "Investeringar")
        outcome = {one["Investering"]: exactly(one["Utfall"]) for one in paid if one["Period"] == f"{year}-12"}
        for row in (row for row in rows if row["Total budget"] is not None):
            name, total = row["Investering"], exactly(row["Total budget"])
            years = [exactly(row[str(int(year) + step)]) for step in range(3)]
            assert sum(years) <= total, name
            assert spent[name] + sum(years) <= total, name
            spent[name] += years[0]
            spent["paid", name] += outcome[name]
            assert spent["paid", name] <= total, name


def test_a_promise_that_is_done_has_no_more_rows_and_none_is_left_out(sheet_rows):
    plan = load_params(PROJECT / "params").plans[2024]
    for committee in REPORTING:
        due = {f"{one.code} {one.name}" for one in plan.promises_of(committee)}
        known = frozenset(due)
        for month in MONTHS:
            rows = sheet_rows(f"2024/2024-{month}/{committee}.xlsx", "Uppdrag")
            told = {row["Uppdrag"]: row["Status"] for row in rows if row["Uppdrag"] in known}
            assert set(told) == due
            due -= {name for name, status in told.items() if status == "Klart"}


def test_solidity_has_no_target_that_the_plan_has_not_decided(sheet_rows):
    """Mål och budget: it is to be above 0 and not to fall. Self-financing is to be at least 100 per cent."""
    rows = sheet_rows("2024/malvarden.xlsx", "Målvärden")
    found = {row["Indikator"]: (row["Målvärde 2024"], row["Beslut"]) for row in rows if row["Indikator"][:3] == "N63"}
    assert found["N63133"] == (None, None)
    assert found["N63144"] == (100, "Mål och budget 2024–2028, Finansiella mål")

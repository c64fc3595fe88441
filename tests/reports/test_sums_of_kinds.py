"""Thirty and more figures of a report of each kind, against sums made from the workbooks by openpyxl alone."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from tests.conftest import REPORTS
from tests.reports import independent_sums
from tests.reports.independent_sums import Key

# Holders of a frame that leave no workbook of their own in the course of the year.
OTHERS = {"PN", "GNHH", "REV", "RHF", "RGK"}
COMMITTEES = ("RS", "DNHS", "DNADH", "DNPSH", "DNNSVH", "DNKS", "DNKT", "DNRGS")


def reported(folder: Path) -> dict[Key, str]:
    with (folder / "figures.csv").open(encoding="utf-8", newline="") as file:
        return {(row["table"], row["row"], row["column"]): row["value"] for row in csv.DictReader(file)}


def assert_agrees(expected: dict[Key, float], folder: Path, fewest: int = 30) -> None:
    found = reported(folder)
    assert len(expected) >= fewest
    assert [key for key in expected if not found.get(key)] == []
    for key, value in expected.items():
        assert float(found[key]) == pytest.approx(value, abs=1e-6), key


def committee_sums(data: Path, period: str, committee: str) -> dict[Key, float]:
    return independent_sums.economy(independent_sums.ledger(data, period), data, period, committee)


def test_a_monthly_report(built_output, example_data):
    sums = committee_sums(example_data, "2024-02", "DNHS")
    # The year's first forecast has none before it.
    left_out = ("previous_forecast", "forecast_change")
    assert_agrees(
        {key: value for key, value in sums.items() if key[2] not in left_out}, built_output / "2024-02" / "DNHS"
    )


def test_the_interim_report(built_output, example_data):
    ledger = independent_sums.ledger(example_data, "2024-08")
    sums = independent_sums.all_figures(ledger, example_data, "2024-08", "DNHS")
    assert_agrees(sums, built_output / "2024-08" / "DNHS")


def test_the_annual_report(built_output, example_data):
    sums = committee_sums(example_data, "2024-12", "DNHS") | independent_sums.sickness(example_data, "2024-12", "DNHS")
    expected = {key: value for key, value in sums.items() if key[0] != "prognos-kontoklass"}
    for (table, name, column), value in sums.items():
        if table == "prognos-kontoklass" and column == "forecast":
            expected["sista-prognosen", name, "forecast"] = value
            expected["sista-prognosen", name, "miss"] = sums["utfall-kontoklass", name, "outcome"] - value
    assert_agrees(expected, built_output / "2024-12" / "DNHS")
    assert expected["utfall-kontoklass", "Nettokostnad", "deviation"] == pytest.approx(-112.0, abs=1e-6)


def net_costs(data: Path, period: str) -> dict[str, dict[str, float]]:
    """Per holder and for the region, mnkr with cost −: outcome and budget to the period, and the year's budget."""
    sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for row in independent_sums.ledger(data, period):
        for code in (str(row["Nämnd"]), "REGION"):
            sums[code]["year_budget"] -= float(row["Budget"]) / 1e6
            if int(str(row["Period"])[-2:]) <= int(period[-2:]):
                sums[code]["budget"] -= float(row["Budget"]) / 1e6
                sums[code]["outcome"] -= float(row["Utfall"]) / 1e6
    return sums


def forecasts(data: Path, period: str) -> dict[str, float]:
    """Per holder, mnkr with cost −: the committees' own sheets, and the region's sheet for the others."""
    found: dict[str, float] = {}
    folder = data / period[:4] / period
    for code in COMMITTEES:
        rows = independent_sums._rows(folder / f"{code}.xlsx", "Prognos", "Verksamhet")
        amounts = [list(row.values())[2] for row in rows if row["Kontoklass"] is not None]
        found[code] = -sum(map(independent_sums._text_number, amounts))
    for row in independent_sums._rows(folder / "REGION.xlsx", "Prognos övriga", "Nämnd"):
        if row["Nämnd"] in OTHERS:
            found[str(row["Nämnd"])] = -independent_sums._text_number(row["Helårsprognos"])
    return found


@pytest.mark.parametrize("period", ["2024-04", "2024-08"])
def test_the_regions_report_is_the_sum_of_all_holders(period, built_output, example_data):
    expected: dict[Key, float] = {}
    given = forecasts(example_data, period)
    given["REGION"] = sum(given.values())
    for code, sums in net_costs(example_data, period).items():
        for column in ("outcome", "budget", "year_budget"):
            expected["namnder", code, column] = sums[column]
        expected["namnder", code, "deviation"] = sums["outcome"] - sums["budget"]
        expected["namnder", code, "forecast"] = given[code]
        expected["namnder", code, "forecast_deviation"] = given[code] - sums["year_budget"]
    assert_agrees(expected, built_output / period / "REGION", fewest=14 * 6)


def test_the_regions_annual_report(built_output, example_data):
    expected: dict[Key, float] = {}
    for code, sums in net_costs(example_data, "2024-12").items():
        expected["namnder", code, "outcome"] = sums["outcome"]
        expected["namnder", code, "budget"] = sums["budget"]
        expected["namnder", code, "deviation"] = sums["outcome"] - sums["budget"]
    assert_agrees(expected, built_output / "2024-12" / "REGION", fewest=14 * 3)


def test_a_committees_plan(built_output, example_data):
    expected: dict[Key, float] = defaultdict(float)
    for row in independent_sums._rows(example_data / "2024" / "budget.xlsx", "Driftbudget", "Nämnd"):
        if row["Nämnd"] != "DNKS":
            continue
        amount = -independent_sums._text_number(row["Budget 2024"])
        for name in (str(row["Verksamhet"]), "Nettokostnad"):
            expected["driftbudget-verksamheter", name, "revenue" if amount > 0 else "cost"] += amount
            expected["driftbudget-verksamheter", name, "net"] += amount
    for row in independent_sums._rows(example_data / "2024" / "budget.xlsx", "Investeringsbudget", "Nämnd"):
        if row["Nämnd"] == "DNKS":
            for column, heading in (("year_0", "2024"), ("year_1", "2025"), ("year_2", "2026")):
                value = independent_sums._text_number(row[heading])
                for name in (str(row["Investering"]), "Summa investeringar"):
                    expected["investeringsbudget", name, column] += value
    assert_agrees(dict(expected), built_output / "2024" / "DNKS")
    assert expected["driftbudget-verksamheter", "Nettokostnad", "net"] == pytest.approx(-183)


def test_mal_och_budget_shows_what_its_printed_total_misses(built_output):
    # The table of Mål och budget 2024–2028, "Fördelning av budget till nämnder", typed from the document.
    rows = {
        "2024": (1, 6, 83, 572, 8, 952, 3692, 5600, 819, 838, 103, 183, 0, 671, 13530),
        "2025": (1, 6, 86, 590, 8, 980, 3942, 5800, 844, 861, 107, 191, 0, 92, 13509),
        "2026": (1, 6, 88, 609, 8, 1043, 4144, 6005, 870, 889, 111, 197, 0, 11, 13982),
        "2027": (1, 6, 90, 628, 9, 1089, 4357, 6217, 897, 919, 115, 203, 0, 36, 14566),
        "2028": (1, 6, 93, 648, 9, 1135, 4580, 6437, 925, 949, 118, 209, 0, 24, 15135),
    }
    expected: dict[Key, float] = {}
    for year, (*parts, printed) in rows.items():
        expected["budgetramar", "Summa av raderna", year] = sum(parts)
        expected["budgetramar", "Tryckt summa", year] = printed
        expected["budgetramar", "Skillnad", year] = printed - sum(parts)
    assert [expected["budgetramar", "Skillnad", year] for year in rows] == [2, 1, 0, -1, 1]
    found = reported(built_output / "2024" / "REGION")
    costs = {key: abs(float(found[key])) if key[1] != "Skillnad" else float(found[key]) for key in expected}
    assert costs == pytest.approx(expected)


@pytest.mark.parametrize("period", [period for period, _ in REPORTS if period in ("2018-12", "2022-12")])
def test_the_follow_up_of_a_plan_counts_every_status(period, built_output, example_data):
    path = example_data / period[:4] / period / "RS.xlsx"
    # Beside the plan's own: a decision's entries, whose codes begin with B, and what is assessed as a whole.
    rows = [row for row in independent_sums._rows(path, "Uppdrag", "Kod") if not str(row["Kod"]).startswith("B")]
    whole = ("1.1", "1.4", "1.9") if period == "2018-12" else ()
    statuses = Counter(row["Status"] for row in rows if row["Kod"] not in whole)
    tiles = [value for (table, *_), value in reported(built_output / period / "RS").items() if table == "nyckeltal"]
    assert sum(statuses.values()) == {"2018-12": 381, "2022-12": 51}[period]
    # The tiles hold each status's number, some of them as a sum of two.
    late, waiting = statuses["Försenat"] + statuses["Avfört"], statuses["Ej påbörjat"] + statuses[None]
    assert {statuses["Klart"], statuses["Enligt plan"], late, waiting} <= {int(float(value)) for value in tiles}

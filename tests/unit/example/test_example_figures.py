"""The example's figures against the public documents, typed here a second time, and against one another."""

from collections import defaultdict
from decimal import Decimal

import pytest

pytestmark = pytest.mark.slow

# Mål och budget 2024–2028, "Fördelning av budget till nämnder", the column 2024.
FRAMES_2024 = {
    "PN": 1,
    "REV": 6,
    "GNHH": 83,
    "DNKT": 572,
    "RHF": 8,
    "RS": 952 + 3692,
    "DNHS": 5600,
    "DNADH": 819,
    "DNPSH": 838,
    "DNNSVH": 103,
    "DNKS": 183,
    "DNRGS": 0,
    "RGK": 671,
}
REPORTING = ("RS", "DNHS", "DNADH", "DNPSH", "DNNSVH", "DNKS", "DNKT", "DNRGS")
# The story: accumulated deviation, forecast and previous forecast, mnkr, + better than budget.
STORY = {
    "RS": (38.5, 45.0, 30.0),
    "DNHS": (-48.3, -120.0, -85.0),
    "DNADH": (-3.9, -6.0, -2.0),
    "DNPSH": (2.4, 1.0, 0.0),
    "DNNSVH": (-1.8, -5.0, -4.0),
    "DNKS": (1.9, 1.5, 1.0),
    "DNKT": (6.2, -20.0, -22.0),
    "DNRGS": (0.8, 0.5, 0.0),
}
LEDGER = ("2024/2024-04/utfall.xlsx", "Huvudbok")
OCCASIONS = [f"{year}-{month}" for year in (2022, 2023, 2024) for month in ("02", "04", "08", "10", "12")]


def exactly(value):
    return Decimal(str(value))


def test_frames_are_the_printed_ones(sheet_rows):
    rows = sheet_rows("2024/budget.xlsx", "Budgetramar")
    by_line = {row["Nämnd"]: [row[str(year)] for year in range(2024, 2029)] for row in rows}
    assert by_line["Driftnämnd Kollektivtrafik"] == [572, 590, 609, 628, 648]
    assert by_line["Regionstyrelsen Hälso- och sjukvård"] == [3692, 3942, 4144, 4357, 4580]
    assert by_line["Driftnämnd Ambulans Diagnostik och Hälsa"] == [819, 844, 870, 897, 925]
    assert by_line["Regiongemensamma kostnader"] == [671, 92, 11, 36, 24]
    assert by_line["Summa"] == [13530, 13509, 13982, 14566, 15135]
    assert len(rows) == 15
    sums = [sum(amounts[year] for line, amounts in by_line.items() if line != "Summa") for year in range(5)]
    assert sums == [13528, 13508, 13982, 14567, 15134]


def test_investment_plan_is_the_printed_one(sheet_rows):
    rows = sheet_rows("2024/budget.xlsx", "Investeringsplan")
    assert [list(row.values()) for row in rows] == [
        ["Summa redan beslutat/reinvesteringar", 439.8, 377.2, 310.2, 304.1, 284.3],
        ["Summa fastighetsinvesteringar", 543.4, 485, 852, 680, 670],
        ["Summa investeringar totalt", 983.2, 862.2, 1162.2, 984.1, 954.3],
    ]


def test_staff_costs_drop_in_july(sheet_rows):
    months = defaultdict(float)
    for row in sheet_rows(*LEDGER):
        if row["Nämnd"] == "DNHS" and row["Kontoklass"] == "Personalkostnader":
            months[row["Period"]] += row["Utfall föregående år"]
    assert min(months, key=months.get) == "2024-07"
    assert months["2024-07"] < 0.9 * months["2024-06"]


@pytest.mark.parametrize("code", REPORTING)
def test_forecast_covers_the_ledger_and_sums_to_the_story(sheet_rows, code):
    *rows, total = sheet_rows(f"2024/2024-04/{code}.xlsx", "Prognos")
    heading = "Prognos helår" if code == "DNKT" else "Helårsprognos"
    ledger = {(row["Verksamhet"], row["Kontoklass"]) for row in sheet_rows(*LEDGER) if row["Nämnd"] == code}
    assert {(row["Verksamhet"], row["Kontoklass"]) for row in rows} == ledger
    assert len(rows) == len(ledger)
    forecast, previous = (sum(exactly(row[name]) for row in rows) for name in (heading, "Föregående prognos"))
    assert forecast == FRAMES_2024[code] - exactly(STORY[code][1])
    assert previous == FRAMES_2024[code] - exactly(STORY[code][2])
    assert total["Verksamhet"] == "Summa"
    assert exactly(total[heading]) == forecast


@pytest.mark.parametrize("code", REPORTING)
def test_forecast_history_ends_with_the_forecast(sheet_rows, code):
    history = sheet_rows(f"2024/2024-04/{code}.xlsx", "Prognoshistorik")
    # Kollektivtrafik is a committee from 2023.
    first = "2023-02" if code == "DNKT" else "2022-02"
    assert [row["Period"] for row in history] == [each for each in OCCASIONS if first <= each <= "2024-04"]
    assert history[-1]["Prognos budgetavvikelse"] == STORY[code][1]
    assert history[-2]["Prognos budgetavvikelse"] == STORY[code][2]


def test_sickness_hours_are_plausible_and_women_are_more_absent(sheet_rows):
    hours = defaultdict(lambda: [0, 0, 0])
    for row in sheet_rows("2024/2024-04/personal.xlsx", "Sjukfrånvaro"):
        parts = (row["Ordinarie arbetstid (timmar)"], row["Sjukfrånvaro (timmar)"])
        long = row["varav 60 dagar eller mer (timmar)"]
        assert 0 <= long <= parts[1] <= parts[0]
        for index, value in enumerate((*parts, long)):
            hours[row["Nämnd"], row["Kön"]][index] += value
    for code in REPORTING:
        women, men = hours[code, "Kvinnor"], hours[code, "Män"]
        scheduled, sick, long = (a + b for a, b in zip(women, men, strict=True))
        assert 0.03 < sick / scheduled < 0.085
        assert 0.35 < long / sick < 0.50
        assert women[1] / women[0] > men[1] / men[0]


def test_one_committee_has_a_group_that_must_be_hidden(sheet_rows):
    april = [row for row in sheet_rows("2024/2024-04/personal.xlsx", "Sjukfrånvaro") if row["Period"] == "2024-04"]
    young = [row["Antal anställda"] for row in april if (row["Nämnd"], row["Åldersgrupp"]) == ("DNKT", "Högst 29 år")]
    assert young == [4, 3]
    assert sum(row["Antal anställda"] for row in april if row["Nämnd"] == "DNKT") == 70


@pytest.mark.parametrize(("code", "employees"), [("PN", 6), ("GNHH", 40)])
def test_the_joint_committees_have_staff(sheet_rows, code, employees):
    rows = sheet_rows("2024/2024-12/personal.xlsx", "Sjukfrånvaro")
    december = [row["Antal anställda"] for row in rows if (row["Period"], row["Nämnd"]) == ("2024-12", code)]
    assert sum(december) == employees
    assert {row["Period"][:4] for row in rows if row["Nämnd"] == code} == {"2022", "2023", "2024"}


@pytest.mark.parametrize(
    ("period", "years"),
    [
        ("2023-02", {2021, 2022}),
        ("2023-12", {2021, 2022, 2023}),
        ("2024-04", {2022, 2023}),
        ("2024-12", {2022, 2023, 2024}),
    ],
)
def test_a_survey_is_known_when_its_year_is_over(sheet_rows, period, years):
    rows = sheet_rows(f"{period[:4]}/{period}/personal.xlsx", "Årliga mått")
    assert {row["År"] for row in rows} == years


def test_staff_are_told_from_2022_and_kollektivtrafik_from_2023(sheet_rows):
    for period in ("2023-04", "2024-12"):
        rows = sheet_rows(f"{period[:4]}/{period}/personal.xlsx", "Personalomsättning")
        months = {code: sorted(row["Månad"] for row in rows if row["Nämnd"] == code) for code in REPORTING}
        for code in REPORTING:
            assert (months[code][0], months[code][-1]) == ("2023-01" if code == "DNKT" else "2022-01", period)
            assert len(set(months[code])) == len(months[code])


def test_the_typing_error_stands_in_one_extract(sheet_rows):
    leavers = {
        period: row["Avgångar"]
        for period in ("2024-04", "2024-08", "2024-12")
        for row in sheet_rows(f"2024/{period}/personal.xlsx", "Personalomsättning")
        if (row["Månad"], row["Nämnd"]) == ("2024-03", "DNNSVH")
    }
    assert leavers["2024-04"] == 180
    assert leavers["2024-08"] == leavers["2024-12"] < 20


def test_real_values_of_kolada_stop_at_2023(sheet_rows):
    rows = sheet_rows("2024/2024-04/indikatorer.xlsx", "Utfall")
    real = [row for row in rows if row["Källa"].startswith("Kolada")]
    assert max(row["Mätperiod"] for row in real) == "2023-12"
    by_year = {
        row["Mätperiod"]: row["Värde"] for row in real if row["Indikator"] == "N79223" and row["Nämnd"] == "DNHS"
    }
    assert by_year == {"2021-12": 79.8, "2022-12": 76.2, "2023-12": 72.8}
    assert {row["Källa"] for row in rows if row not in real} == {"Exempeldata"}

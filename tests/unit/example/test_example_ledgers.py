"""The ten ledgers against the story, typed here a second time, and against one another."""

from collections import defaultdict
from decimal import Decimal

import pytest

pytestmark = pytest.mark.slow

PERIODS = [f"{year}-{month}" for year in (2023, 2024) for month in ("02", "04", "08", "10", "12")]
HOLDERS = ("RS", "DNHS", "DNADH", "DNPSH", "DNNSVH", "DNKS", "DNKT", "DNRGS", "PN", "GNHH", "REV", "RHF", "RGK")
# Mål och budget 2024–2028: the column 2024, Regionstyrelsen's two lines added.
FRAMES_2024 = dict(zip(HOLDERS, (4644, 5600, 819, 838, 103, 183, 572, 0, 1, 83, 6, 8, 671), strict=True))
# Accumulated deviation in million kronor, + better than budget, in the periods' order.
DEVIATIONS = {
    "RS": (13.8, 25.2, 45.1, 53.8, 61.4, 20.1, 38.5, 47.3, 48.2, 47.2),
    "DNHS": (-27.0, -53.8, -103.0, -129.9, -152.6, -21.5, -48.3, -86.7, -100.9, -112.0),
    "DNADH": (-2.2, -4.4, -8.0, -9.8, -11.1, -2.0, -3.9, -6.1, -6.8, -7.4),
    "DNPSH": (-0.9, -0.9, 0.1, 1.1, 1.8, 1.3, 2.4, 2.0, 1.5, 0.6),
    "DNNSVH": (-1.7, -4.0, -8.7, -10.9, -12.7, -0.3, -1.8, -4.3, -5.6, -6.4),
    "DNKS": (0.4, 0.8, 1.7, 2.1, 2.3, 0.5, 1.9, 2.4, 2.4, 2.6),
    "DNKT": (2.4, 0.5, -4.9, -7.0, -14.2, 2.9, 6.2, -1.8, -10.7, -17.1),
    "DNRGS": (-1.0, -2.1, -4.5, -6.1, -7.4, 0.4, 0.8, 0.8, 0.7, 0.4),
    "PN": (0.0, 0.0, 0.1, 0.1, 0.1, 0.0, 0.0, 0.0, 0.1, 0.1),
    "GNHH": (-0.5, -1.0, -2.0, -2.5, -3.0, -0.2, -0.4, -1.2, -1.7, -2.0),
    "REV": (0.1, 0.2, 0.2, 0.3, 0.3, 0.1, 0.2, 0.2, 0.3, 0.3),
    "RHF": (0.1, 1.5, 4.2, 5.5, 5.7, 1.0, 5.3, 7.9, 7.4, 6.3),
    "RGK": (7.3, 13.3, 31.7, 42.6, 53.1, 1.9, 2.5, 8.0, 11.0, 14.5),
}


def exactly(value):
    return Decimal(str(value))


@pytest.fixture(scope="module")
def ledger(sheet_rows):
    def rows(period):
        return sheet_rows(f"{period[:4]}/{period}/utfall.xlsx", "Huvudbok")

    return rows


@pytest.mark.parametrize("period", PERIODS)
def test_every_holder_has_every_month_once(ledger, period):
    rows = ledger(period)
    months = {f"{period[:4]}-{month:02d}" for month in range(1, 13)}
    assert {(row["Period"], row["Nämnd"]) for row in rows} == {(month, code) for month in months for code in HOLDERS}
    keys = {(row["Period"], row["Nämnd"], row["Verksamhet"], row["Konto"]) for row in rows}
    assert len(keys) == len(rows) >= (30_000 if period >= "2024" else 12_000)


def test_rows_of_a_committee_and_month_stand_together(ledger):
    seen = [(row["Period"], row["Nämnd"], row["Verksamhet"]) for row in ledger("2024-04")]
    changes = [key for before, key in zip([None, *seen], seen, strict=False) if key != before]
    assert len(changes) == len(set(changes))
    assert [period for period, _, _ in seen] == sorted(period for period, _, _ in seen)


@pytest.mark.parametrize("period", PERIODS)
def test_outcome_is_there_until_the_period_and_tells_the_story(ledger, period):
    deviations = defaultdict(Decimal)
    for row in ledger(period):
        assert (row["Utfall"] is None) == (row["Period"] > period)
        assert row["Utfall föregående år"] is not None
        if row["Utfall"] is not None:
            deviations[row["Nämnd"]] += exactly(row["Budget"]) - exactly(row["Utfall"])
    told = {code: float(round(deviations[code] / 1_000_000, 1)) for code in HOLDERS}
    assert told == {code: values[PERIODS.index(period)] for code, values in DEVIATIONS.items()}


@pytest.mark.parametrize("period", ["2024-04", "2024-08", "2024-10", "2024-12"])
def test_the_story_of_2024_is_met_to_the_krona_from_april(ledger, period):
    deviation = sum(
        exactly(row["Budget"]) - exactly(row["Utfall"])
        for row in ledger(period)
        if row["Nämnd"] == "DNHS" and row["Utfall"] is not None
    )
    assert float(deviation) == pytest.approx(DEVIATIONS["DNHS"][PERIODS.index(period)] * 1e6, abs=1)


def test_year_budgets_of_2024_are_the_frames_to_the_krona(ledger):
    budgets = defaultdict(Decimal)
    for row in ledger("2024-04"):
        budgets[row["Nämnd"]] += exactly(row["Budget"])
    assert budgets == {code: frame * 1_000_000 for code, frame in FRAMES_2024.items()}


@pytest.mark.parametrize("year", ["2023", "2024"])
def test_what_was_booked_stays_booked(ledger, year):
    last = ledger(f"{year}-12")
    for period in PERIODS:
        if period.startswith(year):
            for now, then in zip(last, ledger(period), strict=True):
                expected = now | ({} if now["Period"] <= period else {"Utfall": None})
                assert then == expected


def test_the_previous_year_of_2024_is_the_outcome_of_2023(ledger):
    def by_class(rows, column):
        sums = defaultdict(Decimal)
        for row in rows:
            sums[row["Period"][5:], row["Nämnd"], row["Verksamhet"], row["Kontoklass"]] += exactly(row[column])
        return {key: round(value, 2) for key, value in sums.items()}

    assert by_class(ledger("2024-04"), "Utfall föregående år") == by_class(ledger("2023-12"), "Utfall")


def test_six_committees_had_deficits_of_201_in_2023(ledger):
    deviations = defaultdict(Decimal)
    for row in ledger("2023-12"):
        deviations[row["Nämnd"]] += exactly(row["Budget"]) - exactly(row["Utfall"])
    deficits = [value for value in deviations.values() if value < 0]
    assert len(deficits) == 6
    # Region Halland's press release 2024-02-14.
    assert round(sum(deficits) / 1_000_000) == -201

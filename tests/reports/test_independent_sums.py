"""Thirty and more figures of every committee's report against sums made directly from the workbooks."""

import csv
from pathlib import Path

import pytest

from tests.reports import independent_sums

COMMITTEES = ("RS", "DNHS", "DNADH", "DNPSH", "DNNSVH", "DNKS", "DNKT", "DNRGS")


@pytest.fixture(scope="module")
def ledger_rows(example_data: Path) -> list[dict[str, object]]:
    return independent_sums.ledger(example_data, "2024-04")


@pytest.mark.parametrize("committee", COMMITTEES)
def test_the_reports_figures_are_the_workbooks_sums(committee, ledger_rows, example_data, built_period):
    with (built_period / committee / "figures.csv").open(encoding="utf-8", newline="") as file:
        reported = {(row["table"], row["row"], row["column"]): row["value"] for row in csv.DictReader(file)}
    expected = independent_sums.all_figures(ledger_rows, example_data, "2024-04", committee)
    assert len(expected) >= 30
    missing = [key for key in expected if not reported.get(key)]
    assert not missing
    for key, value in expected.items():
        assert float(reported[key]) == pytest.approx(value, abs=1e-6), key


def test_the_ledgers_budget_is_the_decided_frame_of_every_holder(ledger_rows):
    # Mål och budget 2024–2028, "Fördelning av budget till nämnder", the column 2024, mnkr.
    frames = {
        "PN": 1, "REV": 6, "GNHH": 83, "DNKT": 572, "RHF": 8, "RS": 952 + 3692, "DNHS": 5600, "DNADH": 819,
        "DNPSH": 838, "DNNSVH": 103, "DNKS": 183, "DNRGS": 0, "RGK": 671,
    }  # fmt: skip
    budgets = dict.fromkeys(frames, 0.0)
    for row in ledger_rows:
        budgets[str(row["Nämnd"])] += float(row["Budget"])
    assert {code: round(budget / 1e6, 4) for code, budget in budgets.items()} == frames

"""Decided budget changes: from which day they count, for whom, and what becomes of the frame."""

from datetime import date
from types import SimpleNamespace

import pytest

from followup.analysis import budget_changes
from followup.document.plain import block_text
from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.sections.shared import budget_changes as shown
from tests import workbooks

TABLE = workbooks.frames_table(
    ("2024",),
    "{label: Kultur och skola, committee: DNKS, values: [1000]}",
    "{label: Kollektivtrafik, committee: DNKT, values: [500]}",
)
CHANGES = """
budget_changes:
  - code: skola
    title: Ny skola
    decided_on: "2024-03-15"
    decided_by: Regionfullmäktige
    committee: DNKS
    activity: Skola
    unit: tkr
    amounts: {2024: 20, 2025: 30}
    financed_by: Kollektivtrafikens ram
    financing_committee: DNKT
    financed_within_frame: true
    calculation: [{label: Lärare, amount: 25}, {label: Avgifter, amount: -5}]
    total: 20
    source: Ärendet Ny skola
"""


def params_of(tmp_path, changes=CHANGES):
    return load_params(workbooks.write_params(tmp_path / "params", plans_2024=workbooks.PLAN + TABLE + changes))


@pytest.fixture
def params(tmp_path):
    return params_of(tmp_path)


def amounts(frame):
    return {code: row["amount"].value for code, row in frame.rows()}


def test_a_decision_counts_from_its_day(params):
    plan = params.plans[2024]
    before = budget_changes.applied(plan, "DNKS", date(2024, 3, 14))
    assert amounts(before) == {"frame": -1_000_000, "result": -1_000_000}
    after = budget_changes.applied(plan, "DNKS", date(2024, 3, 15))
    assert amounts(after) == {"frame": -1_000_000, "skola": -20_000, "result": -1_020_000}
    assert after.texts("decided_on") == ["", "2024-03-15", ""]


@pytest.mark.parametrize(("period", "counts"), [("2024", False), ("2024-02", False), ("2024-04", True)])
def test_a_period_counts_what_was_decided_by_its_last_day(params, period, counts):
    found = budget_changes.applied(params.plans[2024], "DNKS", Period.parse(period))
    assert ("skola" in found) == counts


def test_what_one_committee_receives_within_the_frames_another_gives(params):
    plan, on = params.plans[2024], Period(2024, 4)
    assert amounts(budget_changes.applied(plan, "DNKT", on)) == {
        "frame": -500_000,
        "skola": 20_000,
        "result": -480_000,
    }
    assert amounts(budget_changes.applied(plan, "REGION", on))["result"] == -1_500_000


def test_money_from_outside_the_frames_leaves_the_payers_frame(tmp_path):
    plan = params_of(tmp_path, CHANGES.replace("    financed_within_frame: true\n", "")).plans[2024]
    assert amounts(budget_changes.applied(plan, "DNKT", Period(2024, 4))) == {"frame": -500_000, "result": -500_000}
    assert amounts(budget_changes.applied(plan, "REGION", Period(2024, 4)))["result"] == -1_520_000


def test_figures_name_the_lines_of_the_params_file(params):
    applied = budget_changes.applied(params.plans[2024], "DNKS", Period(2024, 4))
    text = (workbooks.PLAN + TABLE + CHANGES).splitlines()
    (line,) = [number for number, words in enumerate(text, 1) if "amounts:" in words]
    (cells,) = applied["skola", "amount"].origin
    assert str(cells) == f"params/plans/2024.yml, budget_changes!rad {line}"
    assert {one.sheet for one in applied["result", "amount"].origin} == {"frames", "budget_changes"}


def test_a_committee_without_a_printed_frame_has_no_sum(params):
    found = budget_changes.applied(params.plans[2024], "REV", Period(2024, 4))
    assert found["result", "amount"].why == "planen har ingen budgetram"


def test_a_decision_concerns_its_parties_and_its_years(params):
    def titles(committee, on):
        return [one.change.title for one in budget_changes.decided(params.all_plans, committee, on)]

    assert titles("DNKS", Period(2024, 4)) == titles("DNKT", Period(2024, 12)) == ["Ny skola"]
    assert titles("REGION", Period(2025, 4)) == ["Ny skola"]
    assert titles("REV", Period(2024, 4)) == []
    assert titles("DNKS", Period(2026, 4)) == titles("DNKS", Period(2024, 2)) == []


def test_the_calculation_is_the_sum_of_its_lines(params):
    (change,) = params.plans[2024].budget_changes
    lines = budget_changes.calculation(change)
    assert [(row.text("label"), row["amount"].value) for _, row in lines.rows()] == [
        ("Lärare", -25_000),
        ("Avgifter", 5_000),
    ]
    assert budget_changes.calculated(change).value == change.total.value == -20_000


def report(params, committee, period):
    return SimpleNamespace(params=params, committee=params.committees[committee], period=Period.parse(period))


def test_the_table_shows_the_decision_with_its_calculation(params):
    table = shown.table(report(params, "DNKS", "2024-04"))
    assert table.caption == "Beslut som ändrar budgeten, med belopp och beräkning"
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Ny skola, beslutat den 15\u00a0mars 2024 av Regionfullmäktige"],
        ["Tillskott 2024", "20", "Skola (Driftnämnd Kultur och skola)"],
        ["Ytterligare tillskott 2025", "30", "Skola (Driftnämnd Kultur och skola)"],
        ["Finansiering", "", "Kollektivtrafikens ram"],
        ["Lärare", "25", "Beräkning"],
        ["Avgifter", "−5", ""],
        ["Nettokostnad enligt beräkningen", "20", ""],
    ]
    assert [row.role for row in table.rows] == ["group", *["body"] * 5, "total"]
    assert (table.rows[1].cells[1].value, table.rows[1].cells[1].unit) == (20, "tkr")
    assert table.notes == (
        "Ny skola: 25 − 5 = 20\u00a0tkr.",
        "Tillskotten läggs till varandra: från 2025 är de tillsammans 50\u00a0tkr.",
    )
    assert table.source == "Källa: Ärendet Ny skola."


def test_the_frame_after_the_decision(params):
    table = shown.frame(report(params, "DNKS", "2024-04"))
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Budgetram enligt Mål och budget 2024–2028", "–", "1\u00a0000"],
        ["Ny skola", "den 15\u00a0mars 2024", "+20"],
        ["Budgetram efter beslut", "–", "1\u00a0020"],
    ]


@pytest.mark.parametrize(
    ("committee", "period", "table", "frame"),
    [
        (
            "DNKS",
            "2024-02",
            "Inget beslut bland underlagen till och med februari 2024 ändrar budgeten för 2024.",
            "Budgetramen är 1\u00a0000\u00a0tkr. Inget beslut bland underlagen till och med februari 2024 ändrar den "
            "för 2024.",
        ),
        (
            "DNKS",
            "2024",
            "Inget beslut bland underlagen ändrar budgeten för 2024.",
            "Budgetramen är 1\u00a0000\u00a0tkr. Inget beslut bland underlagen ändrar den för 2024.",
        ),
        (
            "DNKS",
            "2023-04",
            "Inget beslut bland underlagen till och med april 2023 ändrar budgeten för 2023.",
            "Planen för 2023 anger ingen budgetram som beslut kan ändra.",
        ),
    ],
)
def test_without_a_decision_there_is_a_sentence(params, committee, period, table, frame):
    one = report(params, committee, period)
    assert block_text(shown.table(one)).splitlines()[-1] == table
    assert block_text(shown.frame(one)).splitlines()[-1] == frame


def test_the_decision_on_hallands_konstskola():
    """The document: 945 + 450 + 200 + 315 − 300 = 1 610 tkr a year; 800 tkr for 2018 and a further 800 for 2019."""
    params = load_params(PROJECT / "params")
    (change,) = (one for plan in params.all_plans if plan.year == 2018 for one in plan.budget_changes)
    assert change.title == "Hallands Konstskola"
    assert [(year, amount.value) for year, amount in change.amounts.items()] == [(2018, -800_000), (2019, -800_000)]
    assert change.level(2019).value == -1_600_000
    assert [amount.value for _, amount in change.calculation] == [-945_000, -450_000, -200_000, -315_000, 300_000]
    assert budget_changes.calculated(change).value == change.total.value == -1_610_000
    assert change.financed_by == "Regionstyrelsens medel för oförutsedda kostnader"
    for committee, period in (("RS", "2018"), ("RS", "2018-12"), ("DNKS", "2018-12"), ("DNKS", "2019-12")):
        table = shown.table(report(params, committee, period))
        assert "Hallands Konstskola: 945 + 450 + 200 + 315 − 300 = 1\u00a0610\u00a0tkr." in table.notes
        # 1 610 − 1 600.
        assert (
            "Den beräknade nettokostnaden är 10\u00a0tkr större än tillskotten tillsammans. Ärendet säger inte hur "
            "skillnaden betalas."
        ) in table.notes
    assert block_text(shown.frame(report(params, "DNKS", "2018-12"))).splitlines()[-1] == (
        "Underlagen för 2018 anger ingen budgetram. Besluten ändrar budgeten med +800\u00a0tkr."
    )
    assert params.plans[2018].frame_of("RS").value == -344_295_000
    assert block_text(shown.frame(report(params, "RS", "2018-12"))).splitlines()[-1] == (
        "Budgetramen är 344\u00a0295\u00a0tkr. Utanför ramen: Hallands Konstskola (finansiering: Regionstyrelsens "
        "medel för oförutsedda kostnader)."
    )

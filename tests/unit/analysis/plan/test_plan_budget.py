from plan_texts import plan_of
from tables import source_table

from followup.analysis.economy import NET
from followup.analysis.investments import TOTAL
from followup.analysis.plan import plan_budget
from followup.params.loading import load_params

BUDGET = """
    committee  activity   account_class      amount
    DNKS       Bibliotek  Intäkter           10
    DNKS       Bibliotek  Personalkostnader  -60
    DNKS       Museum     Personalkostnader  -90
    DNKS       Museum     Lokalkostnader     -5
"""


def test_the_operating_budget_by_account_class_ends_with_its_sum():
    found = plan_budget.by_account_class(source_table(BUDGET))
    assert {name: row["amount"].value for name, row in found.rows()} == {
        "Intäkter": 10,
        "Personalkostnader": -150,
        "Lokalkostnader": -5,
        NET: -145,
    }


def test_the_operating_budget_by_activity_parts_revenue_from_cost():
    found = plan_budget.by_activity(source_table(BUDGET))
    assert list(found.names) == ["Museum", "Bibliotek", NET]
    assert [figure.value for figure in found.row("Bibliotek").figures.values()] == [10, -60, -50]
    assert [figure.value for figure in found.row(NET).figures.values()] == [10, -155, -145]
    assert (found["Museum", "revenue"].value, found["Museum", "revenue"].why) == (None, "inga intäkter")


def test_a_missing_amount_makes_its_sums_missing():
    found = plan_budget.by_activity(source_table(BUDGET.replace("-90", ".")))
    assert found["Museum", "net"].is_missing
    assert found["Museum", "cost"].is_missing
    assert found[NET, "net"].is_missing


def test_nothing_budgeted_gives_no_rows():
    empty = source_table(BUDGET).where(committee="DNHS")
    assert not len(plan_budget.by_account_class(empty))
    assert not len(plan_budget.by_activity(empty))


def test_investments_stand_by_group_and_are_summed_by_year():
    found = plan_budget.investments(
        source_table("""
            committee  project  group         total_budget  year_0  year_1  year_2
            DNHS       Möbler   reinvestment  .             2       2       2
            DNHS       Robot    decided       30            5       20      5
            DNHS       Röntgen  decided       40            25      15      .
        """)
    )
    assert list(found.names) == ["Röntgen", "Robot", "Möbler", TOTAL]
    assert found[TOTAL, "year_0"].value == 32
    assert found[TOTAL, "year_2"].is_missing
    assert found[TOTAL, "total_budget"].why == "summeras inte"


def test_the_frames_of_2024_miss_their_printed_sum_as_the_document_does():
    frames = plan_budget.frames(load_params().plans[2024])
    difference = frames.row(plan_budget.DIFFERENCE)
    assert {year: figure.value / 1e6 for year, figure in difference.figures.items()} == {
        "2024": 2,
        "2025": 1,
        "2026": 0,
        "2027": -1,
        "2028": 1,
    }
    assert frames[plan_budget.ROWS_SUMMED, "2024"].value == 13_528e6
    assert frames[plan_budget.PRINTED, "2024"].value == 13_530e6
    assert frames["Driftnämnd Hallands Sjukhus", "2028"].value == 6_437e6


def test_a_single_frame_is_not_summed():
    frames = plan_budget.frames(load_params().plans[2018])
    assert list(frames.names) == ["Regionkontoret"]
    assert frames["Regionkontoret", "2018"].value == 344_295_000


def test_a_plan_without_frames_gives_no_rows():
    assert not len(plan_budget.frames(plan_of()))


def test_the_printed_operating_budget_of_2022_is_summed_over_its_activities():
    table = load_params().plans_of("RS", 2022)[0].table(plan_budget.OPERATING)
    # 453,1 + 148,4 + 48,2
    assert round(plan_budget.printed_net(table).value) == -649_700_000
    assert plan_budget.printed_net(None).why == "planen har ingen driftbudget"

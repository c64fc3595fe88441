"""A plan's budget beside outcome and forecast."""

from tables import source_table

from followup.analysis.plan.plan_spending import INVESTMENTS, WHOLE, investments, operating
from followup.params.loading import load_params


def test_operations_add_up_by_activity_and_in_all():
    found = operating(
        source_table("""
            activity  account_class  budget  outcome  forecast  comment
            Kontor    Intäkter       100     50       90        .
            Kontor    Personal       -300    -160     -310      Fler.
            Politik   Personal       -40     -20      -40       .
        """)
    )
    assert list(found.names) == ["Kontor|Intäkter", "Kontor|Personal", "Kontor", "Politik|Personal", "Politik", WHOLE]
    # 100 − 300 and 90 − 310: twenty worse than budget.
    kontor = found.row("Kontor")
    assert [kontor[name].value for name in ("budget", "outcome", "forecast", "deviation")] == [-200, -110, -220, -20]
    assert [found[WHOLE, name].value for name in ("budget", "deviation")] == [-240, -20]


def test_a_forecast_that_is_missing_makes_no_sum():
    found = operating(
        source_table("""
            activity  account_class  budget  outcome  forecast  comment
            Kontor    Personal       -300    -160     .         .
        """)
    )
    assert found[WHOLE, "forecast"].is_missing
    assert found[WHOLE, "deviation"].is_missing
    assert found[WHOLE, "outcome"].value == -160


def test_investments_stand_in_the_plans_order_and_groups():
    (plan, *_) = load_params().plans_followed_by("RS", 2022)
    found = investments(
        source_table("""
            project                year_budget  outcome  forecast  comment
            Nytt projekt           1000000      0        1000000   .
            IT övrigt              200000       100000   200000    .
            Kustnära vandringsled  1300000      900000   1000000   .
        """),
        plan.table(INVESTMENTS),
    )
    assert list(found.names) == ["Kustnära vandringsled", "IT övrigt", "Nytt projekt", WHOLE]
    assert found.texts("group") == ["Redan beslutade investeringar", "Reinvesteringar", "", ""]
    # Verksamhetsplan 2022, section 4.2: 4,0 in all; a reinvestment has no total budget.
    assert found["Kustnära vandringsled", "total_budget"].value == 4_000_000
    assert found["IT övrigt", "total_budget"].is_missing
    assert found[WHOLE, "deviation"].value == 300_000


def test_without_a_sheet_there_are_no_rows():
    assert len(operating(None)) == len(investments(None, None)) == 0

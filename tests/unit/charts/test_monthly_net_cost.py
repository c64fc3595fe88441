import pytest
from chart_examples import EXAMPLES, PERIOD, SOURCE, months, net_cost
from reading import plain, texts

from followup.charts import monthly_net_cost
from followup.ground.period import Period


@pytest.mark.parametrize(
    ("outcome", "title"),
    [
        ([-11, -12, -13, -14], "Nettokostnaden var över budget alla fyra månaderna"),
        ([-9, -9, -9, -9], "Nettokostnaden var under budget alla fyra månaderna"),
        ([-10, -10, -10, -10], "Nettokostnaden var enligt budget alla fyra månaderna"),
        ([-10, -9, -10, -10], "Nettokostnaden var inom budget alla fyra månaderna"),
        ([-11, -9, -10, -10.04], "Nettokostnaden var över budget i en av fyra månader"),
        ([-11, -9, None, -12], "Nettokostnaden var över budget i två av tre månader som har uppgifter"),
        ([None, None, -11, None], "Nettokostnaden i mars var över budget"),
        ([None] * 4, "Utfall eller budget saknas för januari–april 2024"),
    ],
)
def test_title(outcome, title):
    frame = months(outcome=outcome, budget=[-10] * 12, previous_year=[-10] * 12)
    assert monthly_net_cost.title(frame, PERIOD) == title


def test_title_of_january_and_of_two_months():
    frame = months(outcome=[-11, -12], budget=[-10] * 12, previous_year=[])
    assert monthly_net_cost.title(frame, Period(2024, 1)) == "Nettokostnaden i januari var över budget"
    assert monthly_net_cost.title(frame, Period(2024, 2)) == "Nettokostnaden var över budget båda månaderna"


def test_a_committee_with_both_signs():
    chart = EXAMPLES["net-cost-zero"]()
    assert chart.title == "Nettokostnaden var över budget i två av fyra månader"
    assert plain(chart.alt) == (
        "Linjediagram över nettokostnaden per månad i mnkr, januari till december 2024, med budget som streckad linje "
        "och föregående år som tunn grå linje. Utfallet är minus 3,1 mnkr i januari, 4,2 mnkr i februari, 1,0 mnkr i "
        "mars och minus 0,4 mnkr i april. Budgeten ligger mellan minus 4,0 och 3,0 mnkr och utfallet 2023 ligger "
        "mellan minus 3,0 och 2,0 mnkr per månad under året."
    )


def test_alt_of_a_gap_and_of_level_lines():
    assert plain(EXAMPLES["net-cost-huge"]().alt) == (
        "Linjediagram över nettokostnaden per månad i mnkr, januari till december 2024, med budget som streckad linje "
        "och föregående år som tunn grå linje. Utfallet är minus 1 000 000,0 mnkr i januari, 1 000 000,0 mnkr i "
        "februari och minus 2 000 000,0 mnkr i april. Utfall saknas för mars. Budgeten är 0,0 mnkr och utfallet 2023 "
        "är 0,0 mnkr per månad under året."
    )


def test_numbers_are_positive_costs_with_their_cells():
    chart = monthly_net_cost.chart(net_cost(), PERIOD, source=SOURCE)
    table = texts(chart)
    assert [column.label for column in chart.data.columns] == ["Månad", "Utfall 2024", "Budget 2024", "Utfall 2023"]
    assert table[0] == ["januari", "471,2", "466,0", "452,0"]
    assert table[4] == ["maj", "–", "468,0", "458,0"]
    assert len(table) == 12
    cell = chart.data.rows[0].cells[1]
    assert (cell.value, cell.unit, cell.origin) == (471.2, "mnkr", (("2024/2024-04/utfall.xlsx", "Huvudbok", "H5"),))
    assert chart.data.rows[4].cells[1].why_missing == "saknas"
    assert chart.data.rows[0].key == "2024-01"

"""Every measure that params/indicators.yml can name, by hand from a small committee."""

from typing import get_args

import pytest

from followup.analysis import economy, investments
from followup.analysis.economic_measures import economic_measures
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureRow
from followup.ground.paths import PROJECT
from followup.params.indicator import EconomicMeasure
from tests.figure_tables import table_of

NET = FigureRow({name: Figure(float(place)) for place, name in enumerate(economy.COLUMNS, 1)})
PROJECTS = table_of(
    {
        investments.TOTAL: {
            name: Figure(float(place)) for place, name in enumerate(("total_budget", *investments.YEAR_COLUMNS), 11)
        }
    }
)


def test_every_measure_is_computed():
    found = economic_measures(NET, PROJECTS)
    assert {name: figure.value for name, figure in found.items()} == {
        "outcome": 1,
        "budget": 2,
        "deviation": 3,
        "previous_year": 4,
        "change": 5,
        "year_budget": 6,
        "forecast": 7,
        "forecast_deviation": 8,
        "forecast_change": 10,
        "investments": 13,
        "investment_budget": 12,
        "investment_deviation": 14,
        "investment_forecast": 15,
        "investment_forecast_deviation": 16,
    }
    assert tuple(found) == get_args(EconomicMeasure)


def test_without_investments_theirs_are_missing():
    found = economic_measures(NET, PROJECTS.only([]))
    assert found["deviation"].value == 3
    assert {name: figure.why for name, figure in found.items() if figure.is_missing} == dict.fromkeys(
        [name for name in get_args(EconomicMeasure) if name.startswith("investment")],
        "nämnden har inga investeringar",
    )


@pytest.mark.parametrize("measure", get_args(EconomicMeasure))
def test_the_head_of_the_file_says_what_each_is(measure):
    head = (PROJECT / "params" / "indicators.yml").read_text(encoding="utf-8").partition("\nindicators:")[0]
    lines = [line[:37] for line in head.splitlines() if line.startswith("#   ")]
    assert measure in [word.strip(" #") for line in lines for word in line.split(",")]

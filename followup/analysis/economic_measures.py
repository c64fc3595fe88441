"""What an indicator of area economy can be computed from: the measures that params/indicators.yml names."""

from __future__ import annotations

from followup.analysis import investments
from followup.analysis.economy import EconomyRow
from followup.analysis.investments import InvestmentTable
from followup.ground.figure import Figure
from followup.params.indicator import EconomicMeasure

_NO_INVESTMENTS = "nämnden har inga investeringar"


def economic_measures(net: EconomyRow, projects: InvestmentTable) -> dict[EconomicMeasure, Figure]:
    """Every measure of a committee, in kronor but for `change`, in per cent.

    `net` is the committee as a whole, the figures of economy.COLUMNS; `projects` the table of investments.by_project.
    Net costs are negative and investments without sign; a deviation above 0 is better, or less, than budgeted. Those
    of investments are missing for a committee that has none.
    """
    nothing = Figure.missing(_NO_INVESTMENTS)
    invested = {
        name: projects[investments.TOTAL, name] if len(projects) else nothing for name in investments.YEAR_COLUMNS
    }
    return {
        "outcome": net["outcome"],
        "budget": net["budget"],
        "deviation": net["deviation"],
        "previous_year": net["previous_year"],
        "change": net["change"],
        "year_budget": net["year_budget"],
        "forecast": net["forecast"],
        "forecast_deviation": net["forecast_deviation"],
        "forecast_change": net["forecast_change"],
        "investments": invested["outcome"],
        "investment_budget": invested["year_budget"],
        "investment_deviation": invested["deviation"],
        "investment_forecast": invested["forecast"],
        "investment_forecast_deviation": invested["forecast_deviation"],
    }

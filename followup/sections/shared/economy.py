"""What a committee's economy and the region's have in common: the columns of an outcome, and how it accumulates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.economy import LEAST_BASE
from followup.document.blocks import Chart
from followup.document.tables import FigureColumn
from followup.document.tense import tense_of
from followup.ground import swedish
from followup.params.texts import GrowthWords

if TYPE_CHECKING:
    from followup.ground.period import Period
    from followup.params.texts import Texts
    from followup.reports.head import FollowUp


AGAINST_BUDGET = (
    FigureColumn("outcome", "Utfall"),
    FigureColumn("budget", "Budget"),
    FigureColumn("deviation", "Avvikelse", signed=True, judged=True),
)


def last_year_columns(period: Period) -> tuple[FigureColumn, ...]:
    """The outcome of the year before, and the growth since."""
    return (
        FigureColumn("previous_year", f"Utfall {period.year - 1}"),
        FigureColumn("change", "Förändring, %", signed=True),
    )


def growth_note(period: Period, texts: Texts) -> str:
    """What the growth of `last_year_columns` says, and where it is left out."""
    since = tense_of(period).told("sedan i fjol", f"sedan {period.year - 1}")
    return texts.growth.filled(GrowthWords(since=since, least=swedish.amount(LEAST_BASE, 0)))


def outcome_columns(period: Period) -> tuple[FigureColumn, ...]:
    """Outcome, budget, deviation, last year and growth."""
    return (*AGAINST_BUDGET, *last_year_columns(period))


def accumulated(report: FollowUp, source: str) -> Chart:
    """The deviation as it has accumulated, and where the forecast says that it ends."""
    from followup.charts import accumulated_deviation

    return accumulated_deviation.chart(
        report.accumulated_deviation,
        report.net["forecast_deviation"],
        report.previous_forecast_deviation,
        report.period,
        source=source,
    )

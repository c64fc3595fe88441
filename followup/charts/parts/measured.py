"""What the charts of one indicator share: its values, targets and periods in words, and where a period stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.indicators import SeriesTable
from followup.charts.parts import theme
from followup.charts.parts.canvas import Canvas
from followup.ground import swedish
from followup.ground.figure import PERCENT, Figure
from followup.ground.figure_table import RowName
from followup.ground.period import Period

if TYPE_CHECKING:
    from followup.params.params import Indicator

YEARLY = ("year", "biennial")


def chart_id(indicator: Indicator) -> str:
    return f"diagram-indikator-{indicator.code.lower()}"


def unit_line(indicator: Indicator) -> str:
    """`Procent`, `Minuter`: what is measured stands in the title."""
    return unit_name(indicator.unit)


def unit_name(unit: str) -> str:
    """A unit alone on a line: `Procent`, `Per 1 000 invånare`."""
    return "Procent" if unit == PERCENT else f"{unit[:1].upper()}{unit[1:]}"


def titled(indicator: Indicator, latest: str, *said: str) -> str:
    """`Väntetid till läkare: 62 minuter, når målet 65`: first what is measured, then its value and what that means."""
    return f"{indicator.name}: {', '.join([latest, *said])}"


def present(frame: SeriesTable) -> list[tuple[RowName, Figure]]:
    """The (period, figure) of column `value` that are not missing."""
    return [(label, figure) for label, figure in frame.column("value").items() if not figure.is_missing]


def when(label: object, indicator: Indicator) -> str:
    """`april 2024`, or `2024` for what is measured by the year."""
    if indicator.frequency in YEARLY:
        return str(label)[:4]
    period = Period.parse(str(label))
    return period.month_and_year


def value_text(figure: Figure, indicator: Indicator, more: int = 0) -> str:
    """`83,4 %`, but `74` for an index: "74 index" is no Swedish, and the unit line says that it is one.

    `more` decimals than the indicator has are for what is reckoned from its values.
    """
    unit = "" if indicator.unit == "index" else indicator.unit
    return swedish.with_unit(figure.known, indicator.decimals + more, unit)


def latest_text(frame: SeriesTable, indicator: Indicator) -> str:
    """`83,4 %`, or `83,4 % i mars 2024` where the last period has no value. Some value must be there."""
    label, latest = present(frame)[-1]
    text = value_text(latest, indicator)
    if label == frame.names[-1]:
        return text
    joint = "" if indicator.frequency in YEARLY else "i "
    return f"{text} {joint}{when(label, indicator)}"


def span_sentence(frame: SeriesTable, indicator: Indicator) -> str:
    """First, latest, lowest and highest value of at least two."""
    known = present(frame)
    first, latest = (
        f"{value_text(figure, indicator)} ({when(label, indicator)})" for label, figure in (known[0], known[-1])
    )
    figures = [figure for _, figure in known]
    low, high = (value_text(pick(figures, key=lambda figure: figure.known), indicator) for pick in (min, max))
    return f"Från {first} till {latest}; lägst {low} och högst {high}."


def gap_sentences(frame: SeriesTable, indicator: Indicator) -> list[str]:
    """One sentence on the periods without value, or none."""
    gaps = [when(label, indicator) for label, figure in frame.column("value").items() if figure.is_missing]
    return [f"Värde saknas för {swedish.list_of(gaps)}."] if gaps else []


def target_decimals(target: Figure, indicator: Indicator) -> int:
    """A whole target is written whole: `90`, not `90,0`."""
    return 0 if float(target.value or 0).is_integer() else max(1, indicator.decimals)


def target_text(target: Figure, indicator: Indicator) -> str:
    """`90 %`, but `670`: a long unit stands beside the value and need not be said twice."""
    unit = indicator.unit if indicator.unit == PERCENT else ""
    return swedish.with_unit(target.known, target_decimals(target, indicator), unit)


def place(label: object, indicator: Indicator) -> float:
    """Where a period stands: in months, or in years."""
    if indicator.frequency in YEARLY:
        return float(str(label)[:4])
    period = Period.parse(str(label))
    return float(period.year * 12 + period.month)


def write_periods(canvas: Canvas, frame: SeriesTable, indicator: Indicator) -> None:
    """The first and the last period below the plot; every year where there are few."""
    y = canvas.bottom + 15
    if not len(frame):
        return
    if indicator.frequency in YEARLY:
        few = len(frame) <= 4
        for label in frame.names if few else [frame.names[0], frame.names[-1]]:
            x, _ = canvas.pixels(place(label, indicator), 0)
            canvas.write(x, y, str(label)[:4], ha="center", color=theme.MUTED)
        return
    ends = [frame.names[0]] if len(frame) == 1 else [frame.names[0], frame.names[-1]]
    spots: list[tuple[float, str]] = []
    for label in ends:
        period = Period.parse(str(label))
        text = f"{swedish.month_short(period.month)} {period.year}"
        x, _ = canvas.pixels(place(label, indicator), 0)
        half = theme.text_width(text) / 2
        spots.append((min(max(x, half), canvas.width - half), text))
    # Where long numbers leave no room for both, the latest stays.
    if len(spots) == 2 and spots[1][0] - spots[0][0] < theme.widest(text for _, text in spots):
        spots = spots[1:]
    for x, text in spots:
        canvas.write(x, y, text, ha="center", color=theme.MUTED)

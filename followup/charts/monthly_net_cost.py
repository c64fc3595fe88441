"""Net cost month by month against the budget and last year.

The table: rows 1-12 (the month), columns `outcome`, `budget` and `previous_year`, each the month's own result in kr
(revenue +, cost −), not accumulated; `outcome` is missing after the period. A net cost is shown as a positive number,
a month in which revenue exceeds cost as a negative one.
"""

from __future__ import annotations

from followup.analysis.economy import MONTH_COLUMNS, MonthColumn, MonthTable
from followup.charts.parts import amounts, data, lines, theme, year_lines
from followup.charts.parts.picture import Picture
from followup.document.blocks import Chart, Table
from followup.document.tense import tense_of
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.ground.period import Period

ID = "diagram-nettokostnad-per-manad"
HEIGHT = 230


def chart(frame: MonthTable, period: Period, *, source: str, notes: tuple[str, ...] = ()) -> Chart:
    """The block that the notebook shows."""
    picture = Picture(ID, draw(frame, period), HEIGHT, numbers(frame, period))
    return picture.told(
        title=title(frame, period),
        unit_line=f"Nettokostnad per månad {period.year}, mnkr",
        alt=alt(frame, period),
        source=source,
        notes=notes,
    )


def numbers(frame: MonthTable, period: Period) -> Table:
    """Twelve months in mnkr, cost as a positive number."""
    return data.data_table(
        ID,
        caption=f"Nettokostnad per månad {period.year}",
        head="Månad",
        columns=[
            ("utfall", f"Utfall {period.year}"),
            ("budget", f"Budget {period.year}"),
            ("foregaende_ar", f"Utfall {period.year - 1}"),
        ],
        rows=[
            (f"{period.year}-{month:02d}", swedish.month_name(month), data.cells(_costs(frame, month)))
            for month in range(1, 13)
        ],
        unit_line="Belopp i mnkr",
    )


def _costs(frame: MonthTable, month: int) -> list[Figure]:
    return [-frame[month, column] for column in MONTH_COLUMNS]


def title(frame: MonthTable, period: Period) -> str:
    """In how many of the months so far the net cost was above the budget."""
    signs = []
    for month in period.months:
        above = amounts.shown(frame[month, "budget"] - frame[month, "outcome"])
        if above is not None:
            signs.append((above > 0) - (above < 0))
    count, over = len(signs), signs.count(1)
    if count == 0:
        return f"Utfall eller budget saknas för {period.span}"
    if count == 1:
        place = {1: "över budget", 0: "enligt budget", -1: "under budget"}[signs[0]]
        only = next(month for month in period.months if not _unknown(frame, month))
        return f"Nettokostnaden i {swedish.month_name(only)} var {place}"
    all_months = "båda månaderna" if count == 2 else f"alla {swedish.in_words(count)} månaderna"
    known = "" if count == len(period.months) else " som har uppgifter"
    if over == count:
        return f"Nettokostnaden var över budget {all_months}{known}"
    if over == 0:
        word = "under" if signs.count(-1) == count else "enligt" if signs.count(0) == count else "inom"
        return f"Nettokostnaden var {word} budget {all_months}{known}"
    months = f"{swedish.in_words(over, common=True)} av {swedish.in_words(count)} månader"
    return f"Nettokostnaden var över budget i {months}{known}"


def _unknown(frame: MonthTable, month: int) -> bool:
    return frame[month, "outcome"].is_missing or frame[month, "budget"].is_missing


def alt(frame: MonthTable, period: Period) -> str:
    """Kind of picture, axis, the outcome's course, and the span of what it is compared with."""
    sentences = [
        f"Linjediagram över nettokostnaden per månad i mnkr, januari till december {period.year}, "
        "med budget som streckad linje och föregående år som tunn grå linje."
    ]
    outcome = {month: -frame[month, "outcome"] for month in period.months}
    told = amounts.course([(swedish.month_name(month), figure) for month, figure in outcome.items()], amounts.plain)
    if told:
        sentences.append(f"Utfallet {tense_of(period).is_} {told}.")
    gaps = [swedish.month_name(month) for month, figure in outcome.items() if figure.is_missing]
    if gaps:
        sentences.append(f"Utfall saknas för {swedish.list_of(gaps)}.")
    spans = [
        text
        for text in (
            _span("budgeten", [-figure for figure in frame.figures("budget")], period),
            _span(f"utfallet {period.year - 1}", [-figure for figure in frame.figures("previous_year")], period),
        )
        if text
    ]
    if spans:
        whole = swedish.list_of(spans)
        sentences.append(f"{whole[0].upper()}{whole[1:]} per månad under året.")
    return " ".join(sentences)


def _span(name: str, figures: list[Figure], period: Period) -> str:
    present = [figure for figure in figures if figure.value is not None]
    if not present:
        return ""
    low, high = (amounts.value_shown(pick(present, key=lambda figure: figure.known)) for pick in (min, max))
    if low == high:
        return f"{name} {tense_of(period).is_} {amounts.plain(present[0])}"
    lies = tense_of(period).told("ligger", "låg")
    return f"{name} {lies} mellan {swedish.in_prose(float(low), plus=False)} och {amounts.plain(_largest(present))}"


def _largest(figures: list[Figure]) -> Figure:
    return max(figures, key=lambda figure: figure.value or 0.0)


def draw(frame: MonthTable, period: Period) -> str:
    """The SVG: last year thin and grey, the budget dashed, the outcome thick with dots and its last value."""
    return year_lines.draw(ID, HEIGHT, _lines(frame, period))


def _lines(frame: MonthTable, period: Period) -> list[lines.Line]:
    def points(column: MonthColumn) -> tuple[tuple[float, float | None], ...]:
        return year_lines.points({month: -figure for month, figure in frame.column(column).items()})

    known = [figure for figure in frame.figures("outcome") if not figure.is_missing]
    last = amounts.label(-known[-1]) if known else ""
    return [
        lines.Line(f"{period.year - 1}", points("previous_year"), theme.CONTEXT, theme.MUTED, width=1.5),
        lines.Line(f"Utfall {last}", points("outcome"), theme.INK, theme.INK, width=3, markers=True, bold=True),
        lines.Line("Budget", points("budget"), theme.SERIES[1], theme.SERIES_TEXT[1], dash=lines.DASHED),
    ]

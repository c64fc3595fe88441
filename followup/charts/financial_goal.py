"""One financial goal over the years: computed values, printed ones and another source's, against the goal's limit.

The table is that of `analysis.region.financial_goals.over_years`: `year`, `kind` and the figures `computed`, `printed`,
`other` and `used`, in per cent; `verdict` says what the printed one is worth. Budgets are not drawn: a goal is judged
on what was reached. `goal` is its assessment: `measure`, `target`, `now`, `kind`, `over_time`, `years`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.region.financial_goals import (
    BUDGET,
    FORECAST,
    OUTCOME,
    RESULT_SHARE,
    SELF_FINANCING,
    SOLIDITY,
)
from followup.charts.parts import amounts, axis, data, lines, theme
from followup.charts.parts.canvas import Canvas, Margins, marker
from followup.charts.parts.labels import clear_spot
from followup.charts.parts.picture import Picture
from followup.document.blocks import Chart, Table
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.tables.financial_history import CONTRADICTS, DOUBTFUL

if TYPE_CHECKING:
    from followup.analysis.region.financial_goals import Column, GoalAssessment, GoalHistory, GoalRow

HEIGHT = 210
_IDS = {
    RESULT_SHARE: "diagram-resultatandel",
    SELF_FINANCING: "diagram-sjalvfinansiering",
    SOLIDITY: "diagram-soliditet",
}
_SUBJECTS = {RESULT_SHARE: "Resultatet", SELF_FINANCING: "Självfinansieringsgraden", SOLIDITY: "Soliditeten"}
# Form and word for each kind of value, the most trusted last: it is drawn on top.
_SERIES: tuple[tuple[Column, str, str, str], ...] = (
    ("other", "Annan källa", "hollow triangle", theme.MUTED),
    ("printed", "Tryckt", "hollow diamond", theme.INK),
    ("computed", "Beräknat", "circle", theme.INK),
)
_DOUBTED = "tveksamt"
# How far another source's mark is moved aside, in years, where a mark of the first stands too.
_ASIDE = 0.14


def chart(frame: GoalHistory, goal: GoalAssessment, *, name: str, source: str, notes: tuple[str, ...] = ()) -> Chart:
    """The block that the notebook shows; `name` is the goal's."""
    shown = _reached(frame)
    picture = Picture(_IDS[goal.measure], draw(shown, goal), HEIGHT, numbers(shown, goal, name))
    return picture.told(
        title=title(goal),
        unit_line=f"{name}, procent",
        alt=alt(shown, goal),
        source=source,
        notes=("Den grå linjen går genom de värden som målet bedöms på.", *notes),
    )


def _reached(frame: GoalHistory) -> GoalHistory:
    return frame.where(lambda row: row.text("kind") != BUDGET)


def numbers(frame: GoalHistory, goal: GoalAssessment, name: str) -> Table:
    """One row per year: computed, printed, another source's, and what the goal is assessed on."""
    columns: list[tuple[Column, str]] = [
        ("computed", "Beräknat"),
        ("printed", "Tryckt"),
        ("other", "Annan källa"),
        ("used", "Bedöms på"),
    ]
    return data.data_table(
        _IDS[goal.measure],
        caption=name,
        head="År",
        columns=columns,
        rows=[
            (str(label), _when(row), data.cells([row[column] for column, _ in columns])) for label, row in frame.rows()
        ],
        unit_line=f"Procent. Målets gräns är {_percent(goal.target)}.",
    )


def _when(row: GoalRow) -> str:
    return f"{_year(row)}" if row.text("kind") == OUTCOME else f"{_year(row)}, {_kind_word(row.text('kind'))}"


def _year(row: GoalRow) -> int:
    return row.fact("year", int)


def _kind_word(kind: str) -> str:
    return "prognos" if kind == FORECAST else "perioden"


def _percent(value: float) -> str:
    return swedish.percent(value, 0 if float(value).is_integer() else 1)


def title(goal: GoalAssessment) -> str:
    """The year's value, and what it is over time."""
    subject = _SUBJECTS[goal.measure]
    if goal.now.is_missing:
        return (
            f"{subject} för året är inte känt" if goal.measure == RESULT_SHARE else f"{subject} för året är inte känd"
        )
    verb = {FORECAST: "väntas bli", OUTCOME: "blev"}.get(goal.kind, "är")
    now = f"{subject} {verb} {_prose(goal.now)}"
    if goal.over_time.is_missing:
        return f"{now} procent"
    if goal.measure == SOLIDITY:
        return f"{now} procent, mot {_prose(goal.over_time)} vid slutet av {goal.years[0]}"
    return f"{now} procent, i genomsnitt {_prose(goal.over_time)} på {swedish.in_words(len(goal.years))} år"


def _prose(figure: Figure) -> str:
    return swedish.in_prose(figure.value or 0.0, 1, plus=False)


def alt(frame: GoalHistory, goal: GoalAssessment) -> str:
    """Kind of picture, its marks, the course of what the goal is assessed on, and what is doubtful."""
    subject = amounts.in_sentence(_SUBJECTS[goal.measure])
    sentences = [
        f"Punktdiagram över {subject} per år i procent: beräknade värden som fyllda punkter, tryckta som ofyllda "
        f"romber och en annan källas som ofyllda trianglar. Den streckade linjen är målets gräns, "
        f"{_percent(goal.target)}."
    ]
    used = [(_when(row), row["used"]) for _, row in frame.rows() if not row["used"].is_missing]
    if not used:
        return f"{sentences[0]} Värden saknas."
    told = [f"{_prose(figure)} ({when})" for when, figure in used]
    sentences.append(f"Målet bedöms på {swedish.list_of(told)}.")
    doubted = [f"{_prose(row['printed'])} ({_when(row)})" for _, row in frame.rows() if _is_doubted(row)]
    if doubted:
        noun = "Det tryckta värdet" if len(doubted) == 1 else "De tryckta värdena"
        sentences.append(f"{noun} {swedish.list_of(doubted)} är {'tveksamt' if len(doubted) == 1 else 'tveksamma'}.")
    return " ".join(sentences)


def _is_doubted(row: GoalRow) -> bool:
    return row.text("verdict") in (DOUBTFUL, CONTRADICTS)


def draw(frame: GoalHistory, goal: GoalAssessment) -> str:
    """The SVG: marks of three forms with their legend, the line that the goal is assessed on, the limit dashed."""
    years = [float(_year(row)) for _, row in frame.rows()]
    first, last = (min(years), max(years)) if years else (0.0, 0.0)
    if last - first < 1:
        first = last - 1
    scale = axis.scale_of([*amounts.known(_all_figures(frame)), goal.target], zero=True)
    course = lines.Line(
        name=amounts.label(frame.figures("used")[-1]) if len(frame) else "",
        points=tuple((year, amounts.drawn(figure)) for year, figure in zip(years, frame.figures("used"), strict=True)),
        color=theme.CONTEXT,
        text_color=theme.INK,
        bold=True,
    )
    aim = lines.Line(
        f"{'över' if goal.measure == SOLIDITY else 'minst'} {_percent(goal.target)}",
        ((first, goal.target), (last, goal.target)),
        theme.MUTED,
        theme.MUTED,
        width=1.5,
        dash=lines.DASHED,
    )
    margins = Margins(axis.left_margin(scale), max(24.0, lines.end_margin([course, aim], last)), 38, 44)
    with Canvas(_IDS[goal.measure], theme.WIDTH, HEIGHT, margins) as canvas:
        canvas.limits((first - 0.2, last + 0.2), scale.span)
        if amounts.known(_all_figures(frame)):
            axis.write_value_axis(canvas, scale)
            lines.draw_lines(canvas, [aim, course])
            _draw_marks(canvas, frame)
            _write_doubts(canvas, frame, course)
            lines.write_names(canvas, [aim, course], last=last)
            _write_legend(canvas, frame)
        else:
            canvas.say_empty("värden saknas")
        _write_years(canvas, frame)
    return canvas.svg


def _all_figures(frame: GoalHistory) -> list[Figure]:
    return [figure for column, *_ in _SERIES for figure in frame.figures(column)]


def _draw_marks(canvas: Canvas, frame: GoalHistory) -> None:
    for column, _, symbol, color in _SERIES:
        points = [(_place(row, column), row[column].value) for _, row in frame.rows() if not row[column].is_missing]
        if points:
            across, up = zip(*points, strict=True)
            look = marker(symbol, color, 9)
            canvas.axes.plot(across, up, linestyle="none", zorder=4, clip_on=False, **look)


def _place(row: GoalRow, column: Column) -> float:
    """The year, or a little before it for a mark that would cover the one that the line goes through."""
    is_alone = row["printed"].is_missing and row["computed"].is_missing
    is_used = _is_doubted(row) and row["computed"].is_missing
    return float(_year(row)) - (_ASIDE if column == "other" and not (is_alone or is_used) else 0.0)


def _write_doubts(canvas: Canvas, frame: GoalHistory, course: lines.Line) -> None:
    """The word beside each printed value that cannot be true."""
    track = [canvas.pixels(x, y) for x, y in course.known]
    marks = [
        [canvas.pixels(_place(row, column), row[column].known)]
        for _, row in frame.rows()
        for column, *_ in _SERIES
        if not row[column].is_missing
    ]
    size = (theme.text_width(_DOUBTED), theme.LINE)
    bounds = ((canvas.margins.left, canvas.margins.top - 6.0), (canvas.right, canvas.bottom))
    for _, row in frame.rows():
        if _is_doubted(row):
            anchor = canvas.pixels(float(_year(row)), row["printed"].known)
            x, y = clear_spot(anchor, size, [track, *marks], bounds)
            marks.append([(x - size[0] / 2, y), (x + size[0] / 2, y)])
            canvas.write(x, y, _DOUBTED, ha="center", color=theme.INK)


def _write_legend(canvas: Canvas, frame: GoalHistory) -> None:
    """The forms with their words, the most trusted first; only those that are drawn."""
    x = canvas.margins.left
    for column, word, symbol, color in reversed(_SERIES):
        if amounts.known(frame.figures(column)):
            canvas.mark(x + 5, 12, symbol, color)
            canvas.write(x + 15, 12, word)
            x += 15 + theme.text_width(word) + 22


def _write_years(canvas: Canvas, frame: GoalHistory) -> None:
    for _, row in frame.rows():
        x, _ = canvas.pixels(float(_year(row)), 0)
        canvas.write(x, canvas.bottom + 15, str(_year(row)), ha="center", color=theme.MUTED)
        if row.text("kind") != OUTCOME:
            canvas.write(x, canvas.bottom + 31, _kind_word(row.text("kind")), ha="center", color=theme.MUTED)

"""One financial goal over the years: the values that it is assessed on, against the goal's limit.

The table is that of `analysis.region.financial_goals.over_years`: `year`, `kind` and the figures `computed`, `printed`,
`other` and `used`, in per cent; `verdict` says what the printed one is worth. What is used is drawn, the rest stands in
the numbers behind the chart. Budgets are not drawn: a goal is judged on what was reached. `goal` is its assessment:
`measure`, `target`, `now`, `kind`, `over_time`, `years`.
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
from followup.charts.parts.canvas import Canvas, Margins
from followup.charts.parts.picture import Picture
from followup.document.blocks import Chart, Table
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.tables.financial_history import CONTRADICTS, DOUBTFUL

if TYPE_CHECKING:
    from followup.analysis.region.financial_goals import Column, GoalAssessment, GoalHistory, GoalRow

HEIGHT = 184
_IDS = {
    RESULT_SHARE: "diagram-resultatandel",
    SELF_FINANCING: "diagram-sjalvfinansiering",
    SOLIDITY: "diagram-soliditet",
}
_SUBJECTS = {RESULT_SHARE: "Resultatet", SELF_FINANCING: "Självfinansieringsgraden", SOLIDITY: "Soliditeten"}


def chart(frame: GoalHistory, goal: GoalAssessment, *, name: str, source: str, notes: tuple[str, ...] = ()) -> Chart:
    """The block that the notebook shows; `name` is the goal's."""
    shown = _reached(frame)
    picture = Picture(_IDS[goal.measure], draw(shown, goal), HEIGHT, numbers(shown, goal, name))
    return picture.told(
        title=title(goal),
        unit_line=f"{name}, procent",
        alt=alt(shown, goal),
        source=source,
        notes=(*filter(None, [sources_note(shown)]), *notes),
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
    """Kind of picture, and the course of what the goal is assessed on."""
    subject = amounts.in_sentence(_SUBJECTS[goal.measure])
    start = (
        f"Linjediagram över {subject} per år i procent. Den streckade linjen är målets gräns, {_percent(goal.target)}."
    )
    used = [(_when(row), row["used"]) for _, row in frame.rows() if not row["used"].is_missing]
    if not used:
        return f"{start} Värden saknas."
    told = [f"{_prose(figure)} ({when})" for when, figure in used]
    return f"{start} Målet bedöms på {swedish.list_of(told)}."


def sources_note(frame: GoalHistory) -> str:
    """Whose values the line goes through, year by year, and which printed ones are doubtful and not used."""
    years: dict[str, list[int]] = {}
    for _, row in frame.rows():
        if not row["used"].is_missing:
            years.setdefault(row.text("used_source"), []).append(_year(row))
    found = []
    for place, (source, of) in enumerate(years.items()):
        lead, verb = ("de", "") if place else ("Värdena", "är ")
        found.append(f"{lead} för {_years(of)} {verb}{f'ur {source}' if source else 'beräknade'}")
    found = [f"{swedish.list_of(found)}."] if found else []
    doubted = [
        _year(row)
        for _, row in frame.rows()
        if _is_doubted(row) and row.text("used_source") != row.text("printed_source")
    ]
    if doubted:
        noun = "Det tryckta värdet" if len(doubted) == 1 else "De tryckta värdena"
        adjective = "tveksamt" if len(doubted) == 1 else "tveksamma"
        found.append(f"{noun} för {_years(doubted)} är {adjective} och används inte.")
    return " ".join(found)


def _years(years: list[int]) -> str:
    """`2018–2021` for more than two in a row, else each of them."""
    if len(years) > 2 and years[-1] - years[0] == len(years) - 1:
        return f"{years[0]}–{years[-1]}"
    return swedish.list_of(map(str, years))


def _is_doubted(row: GoalRow) -> bool:
    return row.text("verdict") in (DOUBTFUL, CONTRADICTS)


def draw(frame: GoalHistory, goal: GoalAssessment) -> str:
    """The SVG: the line that the goal is assessed on with a dot for each year, the limit dashed."""
    years = [float(_year(row)) for _, row in frame.rows()]
    first, last = (min(years), max(years)) if years else (0.0, 0.0)
    if last - first < 1:
        first = last - 1
    used = frame.figures("used")
    scale = axis.scale_of([*amounts.known(used), goal.target], zero=True)
    course = lines.Line(
        name=amounts.label(used[-1]) if used else "",
        points=tuple((year, amounts.drawn(figure)) for year, figure in zip(years, used, strict=True)),
        color=theme.INK,
        text_color=theme.INK,
        markers=True,
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
    margins = Margins(axis.left_margin(scale), max(24.0, lines.end_margin([course, aim], last)), 12, 44)
    with Canvas(_IDS[goal.measure], theme.WIDTH, HEIGHT, margins) as canvas:
        canvas.limits((first - 0.2, last + 0.2), scale.span)
        if amounts.known(used):
            axis.write_value_axis(canvas, scale)
            lines.draw_lines(canvas, [aim, course])
            lines.write_names(canvas, [aim, course], last=last)
        else:
            canvas.say_empty("värden saknas")
        _write_years(canvas, frame)
    return canvas.svg


def _write_years(canvas: Canvas, frame: GoalHistory) -> None:
    for _, row in frame.rows():
        x, _ = canvas.pixels(float(_year(row)), 0)
        canvas.write(x, canvas.bottom + 15, str(_year(row)), ha="center", color=theme.MUTED)
        if row.text("kind") != OUTCOME:
            canvas.write(x, canvas.bottom + 31, _kind_word(row.text("kind")), ha="center", color=theme.MUTED)

"""How the account classes make up the year's deviation: the forecast one, or the outcome's when the year is over.

The table: rows by the account class's name in the order of the accounts, and `forecast_deviation` or, of a year that is
over, `deviation`: the deviation from the full-year budget in kr (+ is better: higher revenue or lower cost).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from followup.charts.parts import amounts, data, waterfall
from followup.charts.parts.picture import Picture
from followup.document.blocks import Chart, Table
from followup.document.tense import PRESENT, Tense
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable

# Either of the two will do: the one that the story tells of.
DeviationColumn = Literal["forecast_deviation", "deviation"]
ClassDeviations = FigureTable[DeviationColumn]


@dataclass(frozen=True)
class _Story:
    """Which column is drawn, and the words for it in its tense."""

    id: str
    column: DeviationColumn
    total: str
    unit_line: str
    caption: str
    whose: str  # before "avvikelse", in the alt text
    subject: str  # what is missing, or follows the budget
    follows: str
    even: str
    object: str  # what a class moves
    moves: tuple[str, str]  # down, up
    ends: tuple[str, str]  # what the sum does, with and without a value


_FORECAST = _Story(
    id="diagram-prognos-per-kontoklass",
    column="forecast_deviation",
    total="Prognosavvikelse",
    unit_line="Prognosens avvikelse mot årsbudget per kontoklass, mnkr",
    caption="Prognosens avvikelse per kontoklass",
    whose="prognosens",
    subject="Prognos",
    follows="Prognosen följer budget för alla kontoklasser",
    even="Kontoklassernas avvikelser tar ut varandra i prognosen",
    object="prognosen",
    moves=("drar ned", "lyfter"),
    ends=("är", "går inte att beräkna"),
)
_OUTCOME = _Story(
    id="diagram-utfall-per-kontoklass",
    column="deviation",
    total="Årets avvikelse",
    unit_line="Årets avvikelse mot budget per kontoklass, mnkr",
    caption="Årets avvikelse per kontoklass",
    whose="årets",
    subject="Utfall",
    follows="Utfallet följde budget för alla kontoklasser",
    even="Kontoklassernas avvikelser tog ut varandra",
    object="resultatet",
    moves=("drog ned", "lyfte"),
    ends=("blev", "gick inte att beräkna"),
)


def _story(tense: Tense) -> _Story:
    return _OUTCOME if tense.is_past else _FORECAST


def chart(frame: ClassDeviations, *, source: str, notes: tuple[str, ...] = (), tense: Tense = PRESENT) -> Chart:
    """The block that the notebook shows."""
    story = _story(tense)
    picture = Picture(
        story.id, draw(frame, tense), waterfall.layout(steps_of(frame, tense)).height, numbers(frame, tense)
    )
    return picture.told(
        title=title(frame, tense),
        unit_line=story.unit_line,
        alt=alt(frame, tense),
        source=source,
        notes=notes,
    )


def steps_of(frame: ClassDeviations, tense: Tense = PRESENT) -> list[waterfall.Step]:
    """The classes in their order, then their sum."""
    story = _story(tense)
    classes = [waterfall.Step(str(name), figure) for name, figure in frame.column(story.column).items()]
    return [*classes, waterfall.Step(story.total, Figure.sum(frame.figures(story.column)), total=True)]


def numbers(frame: ClassDeviations, tense: Tense = PRESENT) -> Table:
    """The drawn steps in mnkr."""
    story = _story(tense)
    return data.data_table(
        story.id,
        caption=story.caption,
        head="Kontoklass",
        columns=[("avvikelse", story.total)],
        rows=[(step.name, step.name, data.cells([step.figure], signed=True)) for step in steps_of(frame, tense)],
        unit_line="Belopp i mnkr, plus är bättre än budget",
    )


def title(frame: ClassDeviations, tense: Tense = PRESENT) -> str:
    """Which class moves the whole most in the direction in which it ends."""
    story = _story(tense)
    figures = frame.column(story.column)
    present = [(str(name), figure) for name, figure in figures.items() if not figure.is_missing]
    if not present:
        return f"{story.subject} per kontoklass saknas"
    if len(present) < len(frame):
        missing = [str(name) for name, figure in figures.items() if figure.is_missing]
        return f"{story.subject} saknas för {swedish.list_of(amounts.in_sentence(name) for name in missing)}"
    total = amounts.value_shown(Figure.sum(figures.values()))
    if all(amounts.value_shown(figure) == 0 for _, figure in present):
        return story.follows
    if total == 0:
        return story.even
    pick, verb = (min, story.moves[0]) if total < 0 else (max, story.moves[1])
    value = pick(amounts.value_shown(figure) for _, figure in present)
    names = [(name, figure) for name, figure in present if amounts.value_shown(figure) == value]
    listed = amounts.listed([name for name, _ in names])
    each = " var" if len(names) > 1 else ""
    return f"{listed} {verb} {story.object} mest, {amounts.words(names[0][1])}{each}"


def alt(frame: ClassDeviations, tense: Tense = PRESENT) -> str:
    """Kind of picture, every class, and the sum."""
    story = _story(tense)
    *classes, total = steps_of(frame, tense)
    sentences = [
        f"Vattenfallsdiagram i mnkr som går från årsbudgeten, 0, till {story.whose} avvikelse med en stapel för varje "
        "kontoklass; staplar åt vänster försämrar."
    ]
    if classes:
        sentences.append(f"{swedish.list_of(f'{step.name} {amounts.words(step.figure)}' for step in classes)}.")
    ends, unknown = story.ends
    end = unknown if total.figure.is_missing else f"{ends} {amounts.words(total.figure)}"
    sentences.append(f"Summan {end}.")
    return " ".join(sentences)


def draw(frame: ClassDeviations, tense: Tense = PRESENT) -> str:
    """The SVG."""
    return waterfall.draw(_story(tense).id, steps_of(frame, tense))

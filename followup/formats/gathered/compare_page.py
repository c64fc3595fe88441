"""One page over all built periods: each figure over time, for each committee and the region, to search and compare.

The page is whole without a script: its tables and lines are all there, folded. Its own script, the only one that its
policy allows, only hides what is not searched for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from followup.document.document import slug
from followup.document.inline_html import escaped
from followup.formats.gathered.drawing import Point, line_svg, ranges
from followup.formats.gathered.look import own_sheet
from followup.formats.gathered.series import Due, Line, OverTime, Value, over_time, span_of
from followup.formats.gathered.told import Told
from followup.formats.html.page import render
from followup.ground.paths import templates_folder
from followup.ground.period import Period
from followup.ground.regions import REGION
from followup.ground.swedish import counted, list_of, month_short

NAME = "jamfor.html"
# A line is flat that changes by less than this part of its distance from zero.
FLAT = 4
# So many committees are named in a note.
MOST_NAMED = 3
# Of these a level says something, so that committees share a scale; amounts and counts grow with the committee.
_SHARED = ("%", "index", "procentenheter", "minuter", "dagar")
_UNITS = {"antal": "antal", "%": "procent"}


@dataclass(frozen=True)
class Picture:
    """A line's drawing, or nothing where it has fewer than two values, with its name and its newest value.

    `low` and `high` are what its scale ends with, as a report shows them.
    """

    line: Line
    svg: str
    newest: str
    low: str = ""
    high: str = ""


@dataclass(frozen=True)
class Row:
    """A line's year in the table: a cell for each month that the figure is reported in."""

    line: Line
    year: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """A figure as the page shows it."""

    id: str
    figure: OverTime
    unit: str
    reach: str
    months: tuple[str, ...]
    scale: str
    pictures: tuple[Picture, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def compare_html(reports: Sequence[Told], due: Due, names: Mapping[str, str]) -> str:
    """The page for `output/jamfor.html`, the same bytes for the same reports.

    `due` are the calendar's reports by period and committee, `names` the committees' short names in their order.
    """
    shown = _with_ids([_shown(figure, due, reports) for figure in over_time(reports, due, names)])
    topics: dict[str, list[Shown]] = {}
    for one in shown:
        topics.setdefault(one.figure.topic, []).append(one)
    codes = {line.code for one in shown for line in one.figure.lines}
    periods = {told.period: told.title for told in reports}
    return render(
        "compare.html.j2",
        sheet=own_sheet(),
        script=(templates_folder() / "compare.js").read_text(encoding="utf-8"),
        topics={topic: (slug(topic), found) for topic, found in topics.items()},
        committees=[(code, name) for code, name in names.items() if code in codes],
        example=any(told.example for told in reports),
        lead=_lead(reports),
        periods=[(str(period), periods[period]) for period in sorted(periods, reverse=True)],
        region=REGION,
    )


def reach_of(reports: Sequence[Told]) -> str:
    """How many reports there are, from how many periods and when."""
    periods = {told.period for told in reports}
    if not periods:
        return "Här finns ännu inga rapporter."
    first, last = (one.span.rpartition("–")[2] for one in (min(periods), max(periods)))
    span = first if first == last else f"{first} till {last}"
    return (
        f"{counted(len(reports), 'rapport', 'rapporter')} från {counted(len(periods), 'period', 'perioder')}, {span}."
    )


def _lead(reports: Sequence[Told]) -> str:
    shown = " Varje värde är det som rapporten visar och länkar dit." if reports else ""
    return f"{reach_of(reports)}{shown}"


def _with_ids(shown: list[Shown]) -> list[Shown]:
    """Each with an id of its own: a figure in two units has the same title."""
    taken: Counter[str] = Counter()
    found = []
    for one in shown:
        taken[one.id] += 1
        found.append(replace(one, id=f"{one.id}-{taken[one.id]}") if taken[one.id] > 1 else one)
    return found


def _shown(figure: OverTime, due: Due, reports: Sequence[Told]) -> Shown:
    months = sorted({value.period.month for value in figure.values})
    first, last = span_of(figure.values)
    built = {(told.period, told.code) for told in reports}
    return Shown(
        slug(figure.title),
        figure,
        _UNITS.get(figure.unit, figure.unit) or "utan enhet",
        _reach(figure),
        tuple(month_short(month) for month in months),
        _scale(figure),
        tuple(_pictures(figure, first, last)),
        tuple(row for line in figure.lines for row in _rows(line, months, due - built)),
        tuple(_notes(figure)),
    )


def _reach(figure: OverTime) -> str:
    """`8 nämnder och regionen, 2023–2024`; rows, where a committee has several."""
    years = _years(figure)
    codes = {line.code for line in figure.lines}
    committees = len(codes - {REGION})
    who = [counted(committees, "nämnd", "nämnder")] if committees else []
    who += ["regionen"] if REGION in codes else []
    rows = [] if len(codes) == len(figure.lines) else [f"{len(figure.lines)} rader"]
    span = str(years[0]) if years[0] == years[-1] else f"{years[0]}–{years[-1]}"
    return ", ".join([list_of(who), *rows, span])


def _years(figure: OverTime) -> list[int]:
    """The years of its reports."""
    return sorted({value.period.year for value in figure.values})


def _scale(figure: OverTime) -> str:
    """What whoever compares the lines must know, and what the thin lines are."""
    own = "Linjerna har samma skala" if figure.unit in _SHARED else "Varje linje har sin egen skala"
    turns = " Lodräta streck är årsskiften." if len(_years(figure)) > 1 else ""
    zero = "En streckad linje är noll; där den saknas ligger noll utanför skalan."
    return f"{own}, med skalans ändar till vänster. {zero}{turns}"


def _pictures(figure: OverTime, first: Period, last: Period) -> list[Picture]:
    across = (0, max(last.months_since(first), 1))
    every = list(figure.values)
    shared = figure.unit in _SHARED
    turns = [Period(year, 1).months_since(first) - 0.5 for year in range(first.year + 1, last.year + 1)]
    found = []
    for line in figure.lines:
        points = [[value.point(first) for value in part] for part in line.parts]
        values = [value for part in line.parts for value in part]
        svg, ends = "", ("", "")
        if len(values) > 1:
            numbers = {
                value.number: value.figure.text for value in (every if shared else values) if value.number is not None
            }
            upwards = _upwards(numbers, figure.zero)
            svg = line_svg(points, across, upwards, _alternative(line, values, figure), turns)
            known = {0.0: "0"} | numbers
            ends = (known.get(upwards[0], ""), known.get(upwards[1], ""))
        newest = line.values[-1]
        when = f"({newest.figure.measured})" if newest.figure.measured else f"i {newest.period.month_and_year}"
        found.append(Picture(line, svg, f"{newest.figure.text} {when}", *ends))
    return found


def _upwards(numbers: Collection[float], zero: bool) -> Point:
    """The range of a scale: from or to zero, unless what changes would look as if it did not."""
    largest = max(abs(number) for number in numbers)
    low, high = min(numbers), max(numbers)
    return ranges(numbers, zero or low == high or (high - low) * FLAT >= largest)


def _alternative(line: Line, values: list[Value], figure: OverTime) -> str:
    known = sorted(values, key=lambda value: value.number or 0)
    low, high = known[0].figure.text, known[-1].figure.text
    gaps = f", med {counted(len(line.parts) - 1, 'avbrott', 'avbrott')}" if len(line.parts) > 1 else ""
    span = f"{values[0].at.month_and_year} till {values[-1].at.month_and_year}"
    return f"{line.name}, {span}{gaps}: lägst {low}, högst {high}, senast {values[-1].figure.text} ({figure.unit})."


def _rows(line: Line, months: list[int], not_built: Due) -> list[Row]:
    by_period = {value.period: value for value in line.values}
    tellers = {value.told.code for value in line.values}
    found = []
    for year in sorted({value.period.year for value in line.values}):
        cells = []
        for month in months:
            period = Period(year, month)
            if period in by_period:
                cells.append(_cell(by_period[period]))
            else:
                cells.append("ingen rapport" if any((period, code) in not_built for code in tellers) else "")
        found.append(Row(line, year, tuple(cells)))
    return found


def _cell(value: Value) -> str:
    figure = value.figure
    when = f"<small>{escaped(figure.measured)}</small>" if figure.measured else ""
    return f'<a href="{escaped(value.address)}">{escaped(figure.text)}</a>{when}'


def _notes(figure: OverTime) -> list[str]:
    definitions = dict.fromkeys(line.values[-1].figure.definition for line in figure.lines)
    # Several committees may follow one indicator; a definition that only one of them has is not said of all.
    found = [f"Definition: {text}" for text in definitions if text and len(definitions) == 1]
    if figure.yearly and len(_years(figure)) > 1:
        found.append("Uppgiften gäller ett år i taget. Linjen bryts därför vid årsskiftet.")
    changed: dict[Period, list[str]] = {}
    for line in figure.lines:
        for period in line.changed:
            changed.setdefault(period, []).append(line.name)
    for period, names in sorted(changed.items()):
        more = [f"{len(names) - MOST_NAMED} till"] if len(names) > MOST_NAMED else []
        who = list_of([*names[:MOST_NAMED], *more]) if len(names) < len(figure.lines) else "alla"
        found.append(f"Namnet eller definitionen är en annan från {period.month_and_year} ({who}). Linjen bryts där.")
    if figure.also:
        found.append(f"Uppgiften finns också i en annan enhet, {list_of(figure.also)}. De jämförs inte.")
    return found

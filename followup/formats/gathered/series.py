"""Figures over time: each figure of all reports, a line for whom it is about, and where the line is broken.

Nothing is added, subtracted or averaged: a line has the values that reports show, and an order. What is missing is a
gap. A line is broken at a report that is not built, at a figure that its report does not show, where a figure's name
or definition is another than before, and at the turn of the year if the figure begins again then. A heading that is
another in an annual report is only of another tense ("når målvärdet", "nådde målvärdet").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from followup.formats.compared import COMPARED, WHOLES, ComparedColumn, compared_column
from followup.formats.gathered.drawing import Point
from followup.formats.gathered.told import Told
from followup.formats.summary import ComparedFigure
from followup.ground.period import MONTHS, Period
from followup.ground.regions import REGION

_YEAR = re.compile(r"20\d\d")
# Words of a heading that say when, and not what.
_TIME = re.compile(r"(T\.o\.m\.|Slutet av) \w+|20\d\d")
# A name's unit and what is good of it, which not every kind of report says.
_ASIDE = re.compile(r" \([^()]*\)$")
Due = frozenset[tuple[Period, str]]


@dataclass(frozen=True)
class Value:
    """A figure in one report. `number` is None where the report shows none. `at` is the month that it is of."""

    told: Told
    figure: ComparedFigure
    at: Period

    @property
    def period(self) -> Period:
        return self.told.period

    @property
    def number(self) -> float | None:
        return self.figure.number

    def point(self, first: Period) -> Point:
        """Months since `first`, and the number. Raises ValueError for a figure that its report does not show."""
        if self.number is None:
            raise ValueError(f"{self.figure.label} in {self.told.period} has no number to draw")
        return self.at.months_since(first), self.number

    @property
    def address(self) -> str:
        """The report, where its table stands."""
        return self.told.address(self.figure.table)


@dataclass
class Line:
    """A figure of one committee, by report in order. `parts` are its unbroken parts, in the order of their months."""

    code: str
    name: str
    values: list[Value] = field(default_factory=list)
    parts: list[list[Value]] = field(default_factory=list)
    # The periods from which the name or the definition is another.
    changed: list[Period] = field(default_factory=list)


@dataclass
class OverTime:
    """One figure, in one unit. `also` are the other units that it has had."""

    topic: str
    title: str
    unit: str
    yearly: bool
    zero: bool = False
    lines: list[Line] = field(default_factory=list)
    also: list[str] = field(default_factory=list)

    @property
    def values(self) -> Iterator[Value]:
        return (value for line in self.lines for value in line.values)


def over_time(reports: Iterable[Told], due: Due, names: Mapping[str, str]) -> list[OverTime]:
    """The figures in the order of `COMPARED`, their lines in the order of `names`, by code, with the region last.

    `due` are the reports of the calendar: one that is not among `reports` is a gap.
    """
    ordered = sorted(reports, key=lambda one: one.period)
    built = {(one.period, one.code) for one in ordered}
    not_built = frozenset(one for one in due if one not in built)
    found: dict[tuple[str, str, str], OverTime] = {}
    lines: dict[tuple[tuple[str, str, str], str, str], Line] = {}
    places = {column.words: place for place, column in reversed(list(enumerate(COMPARED)))}
    for told in ordered:
        for figure in told.summary.figures:
            known = compared_column(figure.table, figure.column, figure.row)
            if known is None:
                continue
            row = figure.row if known.line == "report" else ""
            key = (known.words, row, figure.unit)
            if key not in found:
                found[key] = OverTime(known.topic, known.words, figure.unit, known.yearly, known.zero)
            # The newest report's name.
            found[key].title = f"{known.words}: {figure.label}" if row else known.words
            code, part = _about(told, figure, known)
            if (key, code, part) not in lines:
                lines[key, code, part] = Line(code, "")
                found[key].lines.append(lines[key, code, part])
            line = lines[key, code, part]
            line.name = _name(told, figure, known, names)
            line.values.append(Value(told, figure, _measured(figure.measured, told.period)))
    order = [*(code for code in names if code != REGION), REGION]
    for key, one in found.items():
        one.also = [unit for words, row, unit in found if (words, row) == key[:2] and unit != key[2]]
        one.lines.sort(key=lambda line: order.index(line.code) if line.code in order else len(order))
        for line in one.lines:
            _divide(line, one.yearly, not_built)
    # What is the whole comes before its parts.
    return [found[key] for key in sorted(found, key=lambda key: (places[key[0]], key[1] not in WHOLES))]


def _about(told: Told, figure: ComparedFigure, known: ComparedColumn) -> tuple[str, str]:
    """Whose line it is, and which of theirs."""
    if known.line == "row":
        return figure.row, ""
    return told.code, figure.row if known.line == "both" else ""


def _name(told: Told, figure: ComparedFigure, known: ComparedColumn, names: Mapping[str, str]) -> str:
    if known.line == "row":
        return names.get(figure.row, figure.label)
    return f"{told.name}, {figure.label}" if known.line == "both" else told.name


def _measured(words: str, period: Period) -> Period:
    """`2023` is its December, `januari–augusti 2024` its August; the report's own month where no time is told."""
    years = _YEAR.findall(words)
    if not years:
        return period
    months = [number for number, name in enumerate(MONTHS, start=1) if re.search(rf"\b{name}\b", words)]
    return Period(int(years[-1]), months[-1] if months else 12)


def _divide(line: Line, yearly: bool, not_built: Due) -> None:
    before: Value | None = None
    headings: dict[bool, ComparedFigure] = {}
    broken = True
    for value in line.values:
        if before is not None:
            same_tense = headings.get(value.period.is_year_end)
            if _is_other(before.figure, value.figure) or (same_tense and _has_other_heading(same_tense, value.figure)):
                line.changed.append(value.period)
                broken = True
            broken |= yearly and before.period.year != value.period.year
            broken |= any(
                before.period < period < value.period for period, code in not_built if code == value.told.code
            )
        before, headings[value.period.is_year_end] = value, value.figure
        if value.number is None:
            broken = True
        elif line.parts and line.parts[-1][-1].at == value.at and value.period not in line.changed:
            # The newest report's value of that time: nothing lies between them.
            line.parts[-1][-1] = value
            broken = False
        elif broken:
            line.parts.append([value])
            broken = False
        elif line.parts[-1][-1].at < value.at:
            line.parts[-1].append(value)


def _is_other(before: ComparedFigure, now: ComparedFigure) -> bool:
    """Whether the name or the definition changed; one that is not told did not."""
    renamed = _ASIDE.sub("", before.label) != _ASIDE.sub("", now.label)
    return renamed or bool(before.definition and now.definition and before.definition != now.definition)


def _has_other_heading(before: ComparedFigure, now: ComparedFigure) -> bool:
    """Whether the heading is another but for its time, in the same table."""
    one, other = (_TIME.sub("", figure.heading).strip() for figure in (before, now))
    return before.table == now.table and one != other


def span_of(values: Iterable[Value]) -> tuple[Period, Period]:
    """The first and the last month of the values."""
    months = sorted(value.at for value in values)
    return months[0], months[-1]


def periods_of(values: Iterable[Value]) -> Sequence[Period]:
    """The reports' periods, in order."""
    return sorted({value.period for value in values})

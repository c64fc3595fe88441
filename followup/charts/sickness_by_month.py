"""Sick leave month by month, this year and last.

The table: rows 1-12 (the month), columns `this_year` and `last_year`, sick leave as per cent of ordinary working time
("%", 6.1 for 6,1 %), each the month's own; `this_year` is missing after the period. A month whose group is so small
that its figure is protected is told as not shown, never as missing.
"""

from __future__ import annotations

from collections.abc import Iterable

from followup.analysis.people.staff import YearsTable
from followup.charts.parts import amounts, data, lines, theme, year_lines
from followup.charts.parts.picture import Picture
from followup.document.blocks import Chart, Table
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.ground.period import Period

ID = "diagram-sjukfranvaro-per-manad"
HEIGHT = 200


def chart(frame: YearsTable, period: Period, *, source: str, notes: tuple[str, ...] = ()) -> Chart:
    """The block that the notebook shows."""
    picture = Picture(ID, draw(frame, period), HEIGHT, numbers(frame, period))
    return picture.told(
        title=title(frame, period),
        unit_line="Sjukfrånvaro per månad, procent av ordinarie arbetstid",
        alt=alt(frame, period),
        source=source,
        notes=notes,
    )


def numbers(frame: YearsTable, period: Period) -> Table:
    """Twelve months in per cent."""
    return data.data_table(
        ID,
        caption=f"Sjukfrånvaro per månad {period.year - 1} och {period.year}",
        head="Månad",
        columns=[("i_ar", str(period.year)), ("i_fjol", str(period.year - 1))],
        rows=[
            (f"{period.year}-{month:02d}", swedish.month_name(int(month)), data.cells([this_year, last_year]))
            for month, (this_year, last_year) in frame.each("this_year", "last_year")
        ],
        unit_line="Procent av ordinarie arbetstid",
    )


def title(frame: YearsTable, period: Period) -> str:
    """The latest month with a figure, against the same month last year."""
    present = [month for month in period.months if not frame[month, "this_year"].is_missing]
    if not present:
        return f"Sjukfrånvaron för {period.span} {_gone(frame.only(period.months).figures('this_year'))}"
    month = present[-1]
    now, before = frame[month, "this_year"], frame[month, "last_year"]
    start = f"Sjukfrånvaron i {swedish.month_name(month)} var {amounts.plain(now)}"
    if before.is_missing:
        return start
    # Of the rounded values, as every change of a ratio of people in the tables.
    change = amounts.value_shown(now - before)
    if change == 0:
        return f"{start}, lika hög som ett år tidigare"
    word = "upp" if change > 0 else "ned"
    return f"{start}, {word} {swedish.number(abs(float(change)))} procentenheter på ett år"


def alt(frame: YearsTable, period: Period) -> str:
    """Kind of picture, this year's course, the months that are missing, and last year's."""
    sentences = [
        f"Linjediagram över sjukfrånvaron per månad i procent av ordinarie arbetstid, {period.year} som tjock linje "
        f"med punkter och {period.year - 1} som tunn grå linje."
    ]
    this_year = [(swedish.month_name(month), frame[month, "this_year"]) for month in period.months]
    last_year = [(swedish.month_name(int(month)), figure) for month, figure in frame.column("last_year").items()]
    for year, steps in ((period.year, this_year), (period.year - 1, last_year)):
        told = amounts.course(steps, amounts.plain)
        gone = _gone(figure for _, figure in steps)
        # More than six months are told by the lowest and the highest, which are those of the months that are shown.
        shown = sum(not figure.is_missing for _, figure in steps)
        among = " bland de månader som visas" if 6 < shown < len(steps) else ""
        sentences.append(f"{year}{among}: {told}." if told else f"Uppgifter för {year} {gone}.")
    for year, steps in ((period.year, this_year), (period.year - 1, last_year)):
        protected = [month for month, figure in steps if _is_protected(figure)]
        gaps = [month for month, figure in steps if figure.is_missing and month not in protected]
        if 0 < len(gaps) < len(steps) and year == period.year:
            sentences.append(f"Uppgift saknas för {swedish.list_of(gaps)} {year}.")
        if 0 < len(protected) < len(steps):
            sentences.append(f"Uppgiften för {swedish.list_of(protected)} {year} är skyddad och visas inte.")
    return " ".join(sentences)


def _is_protected(figure: Figure) -> bool:
    return figure.is_missing and figure.why == swedish.PROTECTED_WHY


def _gone(figures: Iterable[Figure]) -> str:
    """Why none of the figures is there: `saknas`, or `visas inte` where they are protected."""
    reasons = {_is_protected(figure) for figure in figures}
    return {True: "visas inte", False: "saknas"}[reasons.pop()] if len(reasons) == 1 else "saknas eller visas inte"


def draw(frame: YearsTable, period: Period) -> str:
    """The SVG: last year thin and grey, this year thick with dots and its latest value."""
    empty = f"uppgifter {_gone(frame.only(period.months).figures('this_year'))}"
    return year_lines.draw(ID, HEIGHT, _lines(frame, period), empty)


def _lines(frame: YearsTable, period: Period) -> list[lines.Line]:
    known = [figure for figure in frame.figures("this_year") if not figure.is_missing]
    latest = f": {amounts.label(known[-1])}" if known else ""
    this_year = f"{period.year}{latest}"
    return [
        lines.Line(f"{period.year - 1}", year_lines.points(frame.column("last_year")), theme.CONTEXT, theme.MUTED),
        lines.Line(
            this_year,
            year_lines.points(frame.column("this_year")),
            theme.INK,
            theme.INK,
            width=3,
            markers=True,
            bold=True,
        ),
    ]

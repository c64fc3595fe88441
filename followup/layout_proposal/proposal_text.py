"""The proposal as a file: YAML that params take when its questions are answered, with the reasons as comments."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from followup.ground.wording import NBSP, quoted
from followup.layout_proposal.known_layouts import KnownTable
from followup.layout_proposal.proposed import ASK, ColumnProposal, TableProposal
from followup.layout_proposal.trial import Trial
from followup.params.yaml_words import written

WIDTH = 120
# A key that no layout may have: it is taken away when the questions are answered.
OPEN = "FRÅGOR"
_TABLE_KEYS = ("sheet", "key", "total_row", "after", "before", "heading_rows", "blank_rows", "unit_column")
_COLUMN_KEYS = (
    *("header", "synonyms", "group", "type", "choices", "unit", "sign", "empty", "accumulated", "from_accumulated"),
    *("minimum", "maximum", "people"),
)
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")


def comment(text: str, indent: int = 0) -> Iterator[str]:
    """A comment in lines of the file."""
    start, text = " " * indent + "# ", text.replace(NBSP, " ")
    yield from (start + line for line in textwrap.wrap(text, WIDTH - len(start), break_on_hyphens=False))


def question(text: str, indent: int = 0) -> Iterator[str]:
    yield from comment(f"{ASK}: {text}", indent)


def table_lines(table: TableProposal, trial: Trial | None, year: int) -> Iterator[str]:
    """A table of the layout. With `year`, a year in a heading becomes its distance to it."""
    yield f"  {table.name}:"
    yield from comment(f"Bladet {quoted(table.sheet)}: {table.place}.", 4)
    if trial:
        yield from comment(f"Provläst: {trial.summary}", 4)
        yield from _problem_lines(trial, 4)
    for reason in table.reasons:
        yield from comment(f"{reason[0].upper()}{reason[1:]}.", 4)
    for one in table.questions:
        yield from question(one, 4)
    for column in table.columns:
        if column.left_out:
            yield from comment(f"{column.letters} {quoted(column.header)} läses inte: den {column.left_out}.", 4)
    if asked := len(table.all_questions()):
        yield f"    {OPEN}: {asked}  # Ta bort raden när frågorna är besvarade."
    keys = {"sheet": table.sheet, **table.keys}
    for key in _TABLE_KEYS:
        if key in keys:
            yield f"    {key}: {written(_of_year(keys[key], year) if key != 'sheet' else keys[key])}"
    yield "    columns:"
    for column in table.read:
        yield from _column_lines(column, year)


def known_lines(known: KnownTable, trial: Trial) -> Iterator[str]:
    """What a table of a known layout needs, as comments: the lines to change in its file."""
    place = f"params/layouts/{known.file}.yml"
    changes = bool(known.changed or known.keys)
    said = "läses redan" if not changes and not known.questions else "liknar en tabell som läses"
    yield from comment(f"Bladet {quoted(known.sheet)} {said}: {known.name} i {place}.")
    yield from comment(f"Provläst: {trial.summary}")
    yield from _problem_lines(trial, 0)
    for reason in known.reasons:
        yield from comment(f"{reason[0].upper()}{reason[1:]}.")
    for one in known.questions:
        yield from question(one)
    if changes:
        yield from comment(f"Ändra i {place}, under tabellen {known.name}:")
        yield from (f"#     {key}: {written(value)}" for key, value in known.keys.items())
        if known.changed:
            yield "#     columns:"
        for name, keys in known.changed.items():
            shown = ", ".join(f"{key}: {written(value)}" for key, value in keys.items())
            yield f"#       {name}: {{…, {shown}}}"


def _column_lines(column: ColumnProposal, year: int) -> Iterator[str]:
    place = f"Kolumn {column.letters}"
    reasons = f"{place}: {'; '.join(column.reasons)}." if column.reasons else f"{place}."
    yield from comment(reasons, 6)
    for one in column.questions:
        yield from question(one, 6)
    keys = {key: column.keys[key] for key in _COLUMN_KEYS if key in column.keys}
    for key in ("header", "group"):
        if key in keys:
            keys[key] = _of_year(keys[key], year)
    line = f"      {column.name}: {written(keys)}"
    if len(line) <= WIDTH:
        yield line
        return
    yield f"      {column.name}:"
    yield from (f"        {key}: {written(value)}" for key, value in keys.items())


def _problem_lines(trial: Trial, indent: int, most: int = 5) -> Iterator[str]:
    told = [f"{one.cell or 'bladet'}: {one.found}" for one in trial.errors] + [f"{one}." for one in trial.wrong_totals]
    for one in told[:most]:
        yield from comment(f"  {one}", indent)
    if len(told) > most:
        yield from comment(f"  … och {len(told) - most} till", indent)


def _of_year(value: Any, year: int) -> Any:
    """A text with its years as `{year}`, `{year+1}`; unchanged without a year to count from."""
    if not isinstance(value, str) or not year:
        return value

    def placed(match: re.Match[str]) -> str:
        distance = int(match[0]) - year
        if abs(distance) > 9:
            return match[0]
        return "{year" + (f"{distance:+d}" if distance else "") + "}"

    return _YEAR.sub(placed, value)


def has_years(tables: Iterable[TableProposal]) -> bool:
    """Whether a heading has a year in it."""
    return any(_YEAR.search(f"{column.header} {column.group}") for table in tables for column in table.read)


def whole_text(
    head: Sequence[str], known: Sequence[str], workbook: str, tables: Mapping[str, Sequence[str]], end: Sequence[str]
) -> str:
    """The whole file. Without tables of its own it has only comments."""
    lines = [line for text in head for line in comment(text)]
    lines += known
    if tables:
        lines += [f"workbook: {written(workbook)}", "readers: [committee]", "tables:"]
        lines += [line for some in tables.values() for line in some]
    lines += [line for text in end for line in comment(text)]
    return "\n".join(lines) + "\n"

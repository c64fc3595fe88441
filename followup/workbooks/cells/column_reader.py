"""A whole column at a time: the clean cells in one stroke, the odd ones one by one.

A ledger has 300,000 cells and perhaps ten odd ones. Numbers go straight into an array; texts are read once for every
distinct text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np

from followup.workbooks.cells.cell_values import CellReader, Reading
from followup.workbooks.cells.cell_words import as_text
from followup.workbooks.cells.clean_text import clean_text
from followup.workbooks.cells.column_findings import ColumnFindings
from followup.workbooks.cells.findings import Finding
from followup.workbooks.cells.number_limits import SMALLEST_NUMBER, largest

# A text that is a thousand times smaller than the column's numbers has its comma between the thousands.
_OTHER_SIZE = 100

# What a sum of two decimals may miss by in a float of its size.
_NOISE = 1e-9


@dataclass(frozen=True)
class ColumnCells:
    """A column as read: float64 with NaN for missing, or objects (str or None); and the doubts, by row number.

    `said` are the words that stand in the sheet for each value of a column of words, where any is another than it.
    `synonyms` are the rows of each word that was read as another: see `Vocabulary.synonyms`.
    """

    values: np.ndarray
    findings: list[Finding]
    said: dict[str, tuple[str, ...]] = field(default_factory=dict)
    synonyms: dict[str, list[int]] = field(default_factory=dict)


def read_column(reader: CellReader, contents: Sequence[Any], rows: Sequence[int], letter: str) -> ColumnCells:
    """Read the cells of one column. Numbers stay in the sheet's unit and sign."""
    if reader.column.is_numeric:
        return _numbers(reader, contents, rows, letter)
    values = np.empty(len(contents), dtype=object)
    readings: dict[tuple[type, Any], Reading] = {}
    findings = ColumnFindings(reader.column.header)
    for position, content in enumerate(contents):
        # The type belongs to the key: 1, 1.0 and True are equal in Python and different in a sheet.
        key = (content.__class__, content)
        reading = readings.get(key)
        if reading is None:
            reading = readings[key] = reader.read(content)
        values[position] = reading.value
        if reading.value is None or reading.doubt is not None:
            _note(reader, content, reading, rows[position], letter, findings)
            if findings.is_hopeless:
                break
    said = {} if reader.column.type == "markdown" else _said(readings)
    return ColumnCells(values, findings.all(), said, _synonyms(readings, contents, rows))


def _synonyms(
    readings: Mapping[tuple[type, Any], Reading], contents: Sequence[Any], rows: Sequence[int]
) -> dict[str, list[int]]:
    """The rows of each word that was read as another."""
    words = {key: reading.synonym for key, reading in readings.items() if reading.synonym}
    found: dict[str, list[int]] = {}
    for content, row in zip(contents, rows, strict=True) if words else ():
        if word := words.get((content.__class__, content)):
            found.setdefault(word, []).append(row)
    return found


def _said(readings: Mapping[tuple[type, Any], Reading]) -> dict[str, tuple[str, ...]]:
    """The words of each value. A month and a day are named as the value is, however the cell shows them."""
    said: dict[str, list[str]] = {}
    for (_, content), reading in readings.items():
        if isinstance(reading.value, str):
            word = reading.value if isinstance(content, date) else clean_text(as_text(content))
            said.setdefault(reading.value, []).append(word)
    if all(words == [value] for value, words in said.items()):
        return {}
    return {value: tuple(dict.fromkeys(words)) for value, words in said.items()}


def _numbers(reader: CellReader, contents: Sequence[Any], rows: Sequence[int], letter: str) -> ColumnCells:
    nan = float("nan")
    values = np.array([content if content.__class__ is float else nan for content in contents], dtype=np.float64)
    findings = ColumnFindings(reader.column.header)
    odd = ~(np.abs(values) < largest(reader.column))
    values[np.abs(values) < SMALLEST_NUMBER] = 0.0
    if reader.column.type == "integer":
        odd |= values != np.floor(values)
    numbers = values[~odd]
    for position in np.flatnonzero(odd).tolist():
        content = contents[position]
        reading = reader.read(content)
        if reading.unless_decimals is not None:
            assert isinstance(reading.value, float)  # only a number that was read can have that doubt
            if not _has_decimals_like(reading.value, numbers):
                reading = Reading(None, reading.unless_decimals)
        values[position] = nan if reading.value is None else reading.value
        if reading.value is None or reading.doubt is not None:
            _note(reader, content, reading, rows[position], letter, findings)
            if findings.is_hopeless:
                # What has not been read is missing, whatever number stands there.
                values[odd & (np.arange(len(values)) > position)] = nan
                break
    low, high = reader.column.minimum, reader.column.maximum
    outside = values < (-np.inf if low is None else low)
    outside |= values > (np.inf if high is None else high)
    for position in np.flatnonzero(outside).tolist():
        doubt = reader.out_of_range(float(values[position]))
        if doubt is not None:
            findings.add(Finding(rows[position], letter, doubt))
            values[position] = nan
            if findings.is_hopeless:
                break
    return ColumnCells(values, findings.all())


def _has_decimals_like(value: float, numbers: np.ndarray) -> bool:
    """Whether a column's other numbers are written with three decimals or more, and are not of quite another size."""
    numbers = numbers[numbers != 0]
    if not len(numbers) or np.median(np.abs(numbers)) >= _OTHER_SIZE * abs(value):
        return False
    return bool((np.abs(numbers - np.round(numbers, 2)) > _NOISE * np.maximum(1, np.abs(numbers))).any())


def _note(reader: CellReader, content: Any, reading: Reading, row: int, letter: str, findings: ColumnFindings) -> None:
    if reading.doubt is not None:
        findings.add(Finding(row, letter, reading.doubt))
    elif reader.column.empty == "error":
        findings.add(Finding(row, letter, reader.missing(content)))

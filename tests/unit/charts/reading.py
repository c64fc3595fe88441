"""Reading a chart block in a test."""

from __future__ import annotations

from followup.document.blocks import Chart


def texts(chart: Chart) -> list[list[str]]:
    """The data table as it is shown, no-break spaces as plain ones."""
    return [[cell.text.replace("\xa0", " ") for cell in row.cells] for row in chart.data.rows]


def plain(text: str) -> str:
    """A title or an alt text with plain spaces."""
    return text.replace("\xa0", " ")

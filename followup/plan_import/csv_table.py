"""A csv file as the table of a plan."""

from __future__ import annotations

from followup.ground.errors import Problem, ReportError, Severity
from followup.plan_import.grid import MOST_ROWS, Grid, check_size
from followup.workbooks.forms.csv_text import UnreadableText, csv_text


def csv_grid(content: bytes, name: str) -> tuple[Grid, list[Problem]]:
    """The table of a csv file, and a note where its encoding is a guess. Raises ReportError if it cannot be read."""
    try:
        read = csv_text(content, MOST_ROWS)
    except UnreadableText as fault:
        raise ReportError([Problem(name, "", fault.where, fault.found, fault.expected, fault.remedy)]) from fault
    check_size(name, "", read.rows)
    notes = []
    if read.encoding == "cp1252":
        found = "Filen är inte sparad som UTF-8. Den har lästs som Windows-1252, som Excel på svenska skriver."
        remedy = "Kontrollera att å, ä och ö är rätt i planen. Är de inte det: spara filen som ”CSV UTF-8”."
        notes.append(Problem(name, "", "", found, "En csv-fil i UTF-8 väntas.", remedy, Severity.NOTE))
    width = max(map(len, read.rows), default=0)
    return Grid(name, "", [[*row, *[""] * (width - len(row))] for row in read.rows]), notes

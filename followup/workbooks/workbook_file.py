"""A workbook's bytes from the data folder, or the problem that says what lies there instead."""

from __future__ import annotations

from pathlib import Path

from followup.ground.errors import ReportError
from followup.ground.plain_file import TooLargeFile, UnreadableFile, read_plain_file
from followup.workbooks.files.archive import LARGEST_FILE, refusal
from followup.workbooks.missing_workbook import missing
from followup.workbooks.read_workbook import ReadingOrder


def read_content(data: Path, order: ReadingOrder) -> bytes:
    """A workbook's bytes. Raises ReportError if it is not there or cannot be read, naming what does lie there."""
    name = order.layout.workbook
    try:
        return read_plain_file(data / name, LARGEST_FILE)
    except FileNotFoundError:
        raise ReportError([missing(data, order)]) from None
    except TooLargeFile as fault:
        remedy = "Ta bort bilder och blad som rapporten inte läser."
        raise refusal(name, fault.found, f"En arbetsbok är högst {LARGEST_FILE // 2**20} MB.", remedy) from fault
    except UnreadableFile as fault:
        raise refusal(name, fault.found, fault.expected, fault.remedy) from fault

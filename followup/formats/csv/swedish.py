"""siffror.csv: the rows of figures.csv for a Swedish spreadsheet program, which opens it as a table at once.

Semicolon between columns, decimal comma, Swedish headings and words, CRLF, UTF-8 with a byte order mark. Its texts have
the same apostrophes as those of figures.csv, and its lists the same `;` within quotes.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from followup.formats.csv.columns import ALL
from followup.formats.csv.figures import COLUMNS, harmless_rows

if TYPE_CHECKING:
    from followup.document.document import Document

_BYTE_ORDER_MARK = "\ufeff"
OPERATIONS = {
    "": "",
    "read": "läst",
    "sum": "summa",
    "difference": "skillnad",
    "share": "andel",
    "average": "medelvärde",
    "multiple": "gånger ett tal",
    "proportion": "uppräknat med en andel",
    "weighted": "vägt medelvärde",
    "count": "antal",
    "computed": "räknat som texten säger",
}
_YES_NO = {"yes": "ja", "no": "nej"}


def swedish_csv(document: Document) -> str:
    """The file's text, with CRLF line ends: write it as UTF-8 with `newline=""`."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.heading for column in ALL])
    for row in harmless_rows(document):
        found = dict(zip(COLUMNS, row, strict=True))
        words = in_words(found["operation"], found["flipped"])
        writer.writerow((found | words | {"value": found["value"].replace(".", ",")}).values())
    return _BYTE_ORDER_MARK + target.getvalue()


def in_words(operation: str, flipped: str) -> dict[str, str]:
    """What figures.csv says in English, in Swedish."""
    return {
        "operation": OPERATIONS[operation],
        "flipped": ";".join(_YES_NO.get(one, one) for one in flipped.split(";")),
    }

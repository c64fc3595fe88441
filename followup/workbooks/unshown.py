"""Texts with characters that the report cannot show: told with their cell, since the reader would see "�" instead.

Not part of what the cache keeps: the answer depends on the typefaces, not only on the workbook.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from followup.ground.characters import REPLACEMENT
from followup.ground.errors import Severity
from followup.ground.typefaces import unshowable
from followup.ground.wording import listed
from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_values import Doubt
from followup.workbooks.cells.findings import Finding
from followup.workbooks.read_table import ReadTable

_MOST_NAMED = 5


def unshown_characters(table: ReadTable, layout: TableLayout, chosen: pd.DataFrame) -> Iterator[Finding]:
    """A warning for each cell of the chosen rows whose text has characters that no shipped typeface has."""
    for name, column in layout.columns.items():
        if column.type not in ("text", "markdown"):
            continue
        texts = chosen[name]
        odd = {text: signs for text in texts.dropna().unique() if (signs := unshowable(text))}
        for row, text in zip(texts.index.tolist(), texts.tolist(), strict=True) if odd else ():
            if text in odd:
                yield Finding(table.form_rows.get(name, row), table.letters[name], _doubt(odd[text]))


def _doubt(signs: list[str]) -> Doubt:
    if signs == [REPLACEMENT]:
        return Doubt(
            "Här står tecknet ”�” (U+FFFD): ett annat tecken har gått förlorat på vägen hit.",
            "Hela texten väntas, med alla sina tecken.",
            "Skriv det rätta tecknet och spara.",
            Severity.WARNING,
        )
    named = listed((f"{sign} (U+{ord(sign):04X})" for sign in signs if sign != REPLACEMENT), most=_MOST_NAMED)
    return Doubt(
        f"Här står {named}, som inte kan visas i rapportens PDF och diagram: där står ”�” i stället.",
        "Bokstäver, siffror och vanliga symboler väntas.",
        "Skriv med ord vad tecknet betyder.",
        Severity.WARNING,
    )

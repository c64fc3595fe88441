"""A sheet's formulas: which were saved without their value, and which fetch it from outside the workbook.

Libraries that write formulas cannot compute them. openpyxl leaves the value out; XlsxWriter writes 0 and asks whoever
opens the workbook to recalculate it, so a 0 there may be nothing at all.
"""

from __future__ import annotations

import re

from followup.ground.wording import column_index
from followup.workbooks.files.marked_cells import UncomputedFormula
from followup.workbooks.files.sheet_marks import Place, SheetContext

_AREA = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7}):\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")

# `[1]Blad!A1` is a cell of the first linked workbook; `Tabell[2024]` is a column of a table.
_LINK = re.compile(r"(?<![\w\]])\[[0-9]+\]")
# `'C:\[Bok.xlsx]Blad'!A1` and `[Bok.xlsx]Blad!A1`, as some programs write it.
_PATH = re.compile(
    r"'[^'\[\]]*\[(?![0-9]+\])[^'\[\]]+\][^'\[\]]*'!|(?<![\w\]])\[[^'\[\]]+\.xls[xmb]?\][\w.]+!", re.IGNORECASE
)
# A sheet of Google's writes what it fetches with the function's own text within quotation marks: they count too.
_FETCHES = re.compile(
    r"\b(?:IMPORT(?:RANGE|DATA|HTML|XML|FEED)|GOOGLEFINANCE|WEBSERVICE|STOCKHISTORY|RTD|DDE|CUBE[A-Z]+)\s*\(",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d][\w.]*")

# An array formula that fills more cells than this, or more of them at once or together, is not followed cell by cell.
_LARGEST_AREA = 10_000
_MOST_IN_AREAS = 500_000
_MOST_AREAS = 100


class FormulaCells:
    """Takes in a sheet's cells in order; afterwards tells what became of its formulas."""

    def __init__(self, context: SheetContext) -> None:
        self._context = context
        self._without_value: set[Place] = set()
        self._zeros: set[Place] = set()
        self._has_computed = False
        self._left_in_areas = _MOST_IN_AREAS
        self._areas: list[tuple[int, int, int, int]] = []
        self._shared: dict[str, bool] = {}
        self.linked: set[Place] = set()
        self.outdated: set[Place] = set()

    def add(self, place: Place, attributes: dict[str, str], text: str, value: str, kind: str) -> None:
        """A cell with a formula: its `f` element, its value and its type."""
        if not value and kind != "str":
            # An empty text (t="str") is a formula's honest result; no value at all means that none was computed.
            self._without_value.add(place)
        elif kind == "n" and _is_zero(value):
            self._zeros.add(place)
        elif kind == "n":
            self._has_computed = True
        self._note_area(attributes, is_computed=bool(value))
        if self._is_linked(attributes, text):
            self.linked.add(place)
        if self._context.is_outdated:
            self.outdated.add(place)

    def add_value(self, place: Place, value: str) -> None:
        """A cell without a formula of its own, which may be part of an array formula's area."""
        if self._areas and _is_zero(value):
            row, column = place
            self._areas = [area for area in self._areas if area[2] >= row]
            if any(top <= row and left <= column <= right for top, left, _, right in self._areas):
                self._zeros.add(place)

    def uncomputed(self) -> dict[Place, UncomputedFormula]:
        """The cells whose formulas have no value, or one that cannot be told from none."""
        found = dict.fromkeys(self._without_value, UncomputedFormula())
        if self._context.recalculates:
            found |= dict.fromkeys(self._zeros, UncomputedFormula(may_be_zero=self._has_computed))
        return found

    def _note_area(self, attributes: dict[str, str], is_computed: bool) -> None:
        area = _AREA.fullmatch(attributes.get("ref", "")) if attributes.get("t") in ("array", "dataTable") else None
        if not area:
            return
        left, right = (column_index(area[group]) for group in (1, 3))
        top, bottom = (int(area[group]) - 1 for group in (2, 4))
        if is_computed:
            self._areas = [*self._areas[-_MOST_AREAS:], (top, left, bottom, right)]
            return
        size = (bottom - top + 1) * (right - left + 1)
        if size <= min(_LARGEST_AREA, self._left_in_areas):
            self._left_in_areas -= size
            cells = ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))
            self._without_value.update(cells)

    def _is_linked(self, attributes: dict[str, str], text: str) -> bool:
        group = attributes.get("si") if attributes.get("t") == "shared" else None
        if text:
            found = bool(_FETCHES.search(text)) or self._refers_outwards(text)
            if group is not None:
                self._shared[group] = found
            return found
        return self._shared.get(group, False) if group is not None else False

    def _refers_outwards(self, text: str) -> bool:
        names = self._context.linked_names
        if "[" not in text and not names:
            return False
        bare = re.sub(r'"[^"]*"', "", text)
        if _PATH.search(bare) or (self._context.has_links and _LINK.search(bare)):
            return True
        return bool(names) and not names.isdisjoint(_WORD.findall(bare.casefold()))


def _is_zero(value: str) -> bool:
    try:
        return float(value) == 0
    except ValueError:
        return False

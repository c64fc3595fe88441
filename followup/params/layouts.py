"""How incoming workbooks look: which sheet, which headers, which type and unit. Read from params/layouts/*.yml.

A header, a sheet or a workbook's path may hold `{year}`, `{year+1}` (or another distance), `{period}` and
`{committee}`, which `WorkbookLayout.filled` replaces for one report.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal

from pydantic import model_validator

from followup.ground.period import Period
from followup.ground.wording import listed, normalised, quoted
from followup.params.column_layout import ColumnLayout
from followup.params.params_problems import Entry, fault

# Who reads a workbook: a committee's report, the region's, a committee's plan as a document, the region's, or the
# follow-up of a plan.
Reader = Literal["committee", "region", "plan", "region_plan", "plan_follow_up"]

_PLACEHOLDER = re.compile(r"\{(?:(year)([+-]\d)?|(period)|(committee))\}")


class TotalRow(Entry):
    """Words of the table's own for totals, in one of its columns, beside those of params/totals.yml.

    With `only`, no other word or column of the table tells a total: its lines may begin with such words themselves.
    """

    column: str
    words: tuple[str, ...]
    only: bool = False


class TableLayout(Entry):
    """One table of one sheet. `key` names the columns that together identify a row.

    A `form` has a label in one column and the answer in the next, and becomes a table of one row. A workbook may lack
    the sheet of an `optional` table: what asks for it then says what is missing.
    """

    sheet: str
    optional: bool = False
    key: tuple[str, ...] = ()
    total_row: TotalRow | None = None
    may_be_empty: bool = False
    form: bool = False
    columns: dict[str, ColumnLayout]

    def column_of_type(self, type_: str) -> str:
        """The first column of a type; empty if there is none."""
        return next((name for name, column in self.columns.items() if column.type == type_), "")

    @property
    def is_summed(self) -> bool:
        """Whether a total row is the sum of its rows in some column."""
        return any(column.summing not in ("by_line", "never") for column in self.columns.values())

    @property
    def is_about_people(self) -> bool:
        """Whether it holds numbers of people, which decide what may be shown of them."""
        return any(column.people == "count" for column in self.columns.values())

    @model_validator(mode="after")
    def _is_consistent(self) -> TableLayout:
        weights = [column.weight for column in self.columns.values() if column.weight]
        named = [*self.key, *([self.total_row.column] if self.total_row else []), *weights]
        if unknown := [name for name in named if name not in self.columns]:
            raise fault(
                f"Tabellen för bladet {quoted(self.sheet)} nämner kolumnen {quoted(unknown[0])}, som inte finns.",
                f"Tabellens kolumner är {listed(self.columns)}.",
                "Rätta namnet i key, total_row eller weight.",
            )
        seen: dict[str, str] = {}
        for name, column in self.columns.items():
            for header in column.headers:
                other = seen.setdefault(normalised(header), name)
                if other != name:
                    raise fault(
                        f"Rubriken {quoted(header)} hör till både {other} och {name}.",
                        "En rubrik eller synonym får stå för en enda kolumn i tabellen.",
                        "Ta bort den från den ena kolumnen.",
                    )
        if "after_period" in {column.empty for column in self.columns.values()} and not self.column_of_type("period"):
            raise fault(
                f"Tabellen för bladet {quoted(self.sheet)} har after_period men ingen periodkolumn.",
                "Regeln after_period jämför radens period med rapportens.",
                "Lägg till en kolumn av typen period eller ändra regeln.",
            )
        return self


class WorkbookLayout(Entry):
    """A workbook's path below the data folder, the reports that read it, and the tables in it."""

    workbook: str
    readers: tuple[Reader, ...] = ("committee",)
    tables: dict[str, TableLayout]

    @model_validator(mode="after")
    def _stays_in_the_data_folder(self) -> WorkbookLayout:
        path = PurePosixPath(self.workbook)
        if path.is_absolute() or ".." in path.parts or "\\" in self.workbook or ":" in self.workbook:
            raise fault(
                f"Sökvägen {quoted(self.workbook)} leder ut ur datamappen.",
                "En arbetsbok anges med en sökväg under datamappen, till exempel {year}/utfall.xlsx.",
                "Skriv en sökväg utan ”..”, enhetsbokstav och inledande snedstreck.",
            )
        return self

    def path(self, period: Period, committee: str) -> str:
        """Where the workbook of one report stands: what `filled` gives, without the rest of the layout."""
        return _filled(self.workbook, period, committee)

    def filled(self, period: Period, committee: str) -> WorkbookLayout:
        """The layout for one report, with every placeholder replaced."""

        def fill(text: str) -> str:
            return _filled(text, period, committee)

        def filled_column(column: ColumnLayout) -> ColumnLayout:
            # Most columns have no placeholder, and a layout is filled for every table that a rule looks up.
            if not any("{" in text for text in column.headers):
                return column
            texts = {"header": fill(column.header), "synonyms": tuple(map(fill, column.synonyms))}
            return column.model_copy(update=texts)

        tables = {}
        for name, table in self.tables.items():
            columns = {key: filled_column(column) for key, column in table.columns.items()}
            tables[name] = table.model_copy(update={"sheet": fill(table.sheet), "columns": columns})
        return self.model_copy(update={"workbook": self.path(period, committee), "tables": tables})


def _filled(text: str, period: Period, committee: str) -> str:
    def word(match: re.Match[str]) -> str:
        if match[1]:
            return str(period.year + int(match[2] or 0))
        return str(period) if match[3] else committee

    return _PLACEHOLDER.sub(word, text)

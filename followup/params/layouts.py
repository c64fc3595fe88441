"""How incoming workbooks look: which sheet, which headers, which type and unit. Read from params/layouts/*.yml.

A header, a sheet or a workbook's path may hold `{year}`, `{year+1}` (or another distance), `{period}` and
`{committee}`, which `WorkbookLayout.filled` replaces for one report.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from followup.ground.period import Period
from followup.ground.wording import listed, normalised, quoted
from followup.params.column_layout import KRONOR_PER_UNIT, ColumnLayout
from followup.params.params_problems import Entry, fault

# Who reads a workbook: a committee's report, the region's, a committee's plan as a document, the region's, or the
# follow-up of a plan.
Reader = Literal["committee", "region", "plan", "region_plan", "plan_follow_up"]

_PLACEHOLDER = re.compile(r"\{(?:(year)([+-]\d)?|(period)|(committee))\}")


def _words_by_code(value: Any) -> Any:
    """A number such as 510 is a word here too."""
    if not isinstance(value, dict):
        return value
    return {
        code: tuple(str(one) if type(one) is int else one for one in words) if isinstance(words, tuple) else words
        for code, words in value.items()
    }


class TotalRow(Entry):
    """Words of the table's own for totals, in one of its columns, beside those of params/totals.yml.

    `blank` names a column that is blank only in totals, as where a unit's row stands above its sub-units: such a row
    with numbers is the total of the rows that share its filled cells. With `only`, no other word or column of the table
    tells a total: its lines may begin with such words themselves.
    """

    column: str
    words: tuple[str, ...] = ()
    only: bool = False
    blank: str = ""


class TableLayout(Entry):
    """One table of one sheet. `key` names the columns that together identify a row.

    Of several tables on a sheet each begins below the title `after`, and ends above `before` if something else follows;
    `heading_rows: 2` has group headings above the headings. With `blank_rows: allowed` a blank row does not end it.
    `unit_column` names the column that says each row's unit, `committees` what else a committee is called here: words,
    codes and numbers by code. `year` is the report's, which a month without a year is of, and `period` its
    month: a heading that an asterisk takes may name no other.

    A `form` has a label in one column and the answer in the next, and becomes a table of one row. A workbook may lack
    the sheet of an `optional` table: what asks for it then says what is missing.
    """

    sheet: str
    optional: bool = False
    key: tuple[str, ...] = ()
    total_row: TotalRow | None = None
    may_be_empty: bool = False
    form: bool = False
    after: str = ""
    before: str = ""
    heading_rows: Literal[1, 2] = 1
    blank_rows: Literal["end", "allowed"] = "end"
    unit_column: str = ""
    committees: Annotated[dict[str, tuple[str, ...]], BeforeValidator(_words_by_code)] = Field(default_factory=dict)
    year: int | None = None
    period: str = ""
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
        units = [self.unit_column] if self.unit_column else []
        named = [*self.key, *([self.total_row.column] if self.total_row else []), *weights, *units]
        named += [self.total_row.blank] if self.total_row and self.total_row.blank else []
        if unknown := [name for name in named if name not in self.columns]:
            raise fault(
                f"Tabellen för bladet {quoted(self.sheet)} nämner kolumnen {quoted(unknown[0])}, som inte finns.",
                f"Tabellens kolumner är {listed(self.columns)}.",
                "Rätta namnet i key, total_row, weight eller unit_column.",
            )
        seen: dict[str, str] = {}
        for name, column in self.columns.items():
            # The months' own headings are those of the amounts.
            for header in column.headers if column.type != "period" or not column.is_monthly else ():
                other = seen.setdefault(normalised(f"{column.group} {header}" if column.group else header), name)
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
        self._check_shape()
        return self

    def _check_shape(self) -> None:
        name = f"Tabellen för bladet {quoted(self.sheet)}"
        columns = self.columns.values()
        period = self.columns.get(self.column_of_type("period"))
        monthly = [column for column in columns if (column.is_monthly or column.spread) and column is not period]
        if (bool(monthly) or bool(period and period.is_monthly)) and not (monthly and period and period.is_monthly):
            raise fault(
                f"{name} har månader i rubrikerna men inte i alla kolumner som behövs.",
                "När månaderna är kolumner har periodkolumnen rubriken {month}, och ett tal {month} eller spread.",
                'Skriv header: "{month}" för periodkolumnen och till exempel header: "Utfall {month}" för beloppet.',
            )
        if monthly and (self.is_about_people or not all(column.is_numeric for column in monthly)):
            raise fault(
                f"{name} har en kolumn med {{month}} som inte får vara en per månad.",
                "Månader som kolumner kan bara tal och belopp ha, och inte uppgifter om personer.",
                "Skriv en rad för varje månad.",
            )
        spread = [key for key, column in self.columns.items() if column.spread]
        if wrong := [key for key in spread if key not in ("budget", "previous_year")]:
            raise fault(
                f"{name} fördelar {wrong[0]} på månader.",
                "Bara budget och previous_year fördelas: ett utfall är det som är bokfört i månaden.",
                "Ta bort spread, och ta ut en kolumn eller rad för varje månad.",
            )
        if any(column.from_accumulated for column in columns) and (
            period is None or (period is not None and not self.key)
        ):
            raise fault(
                f"{name} har from_accumulated men ingen periodkolumn eller ingen nyckel.",
                "En månads belopp är skillnaden mot månaden före, för samma nyckel.",
                "Lägg till en kolumn av typen period, och key.",
            )
        by_row = any(column.unit == "row" for column in columns)
        unit = self.columns.get(self.unit_column)
        known = unit is not None and isinstance(unit.choices, dict) and set(unit.choices) <= set(KRONOR_PER_UNIT)
        if by_row != bool(self.unit_column) or (by_row and not known):
            raise fault(
                f"{name} har en enhet för varje rad, men inte både unit: row och unit_column.",
                "Kolumnen unit_column har typen choice och valen kr, tkr och mnkr.",
                "Skriv unit: row för beloppen, och till exempel unit_column: unit med choices: {tkr: [tkr]}.",
            )
        if self.form and (monthly or by_row or any(column.unit == "stated" for column in columns)):
            raise fault(
                f"{name} är ett formulär och har en form som hör till tabeller.",
                "Ett formulär har en etikett och ett svar på varje rad.",
                "Ta bort {month}, stated och row.",
            )


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

    @property
    def is_a_committees(self) -> bool:
        """Whether each committee has a workbook of its own."""
        return "{committee}" in self.workbook

    def path(self, period: Period, committee: str) -> str:
        """Where the workbook of one report stands: what `filled` gives, without the rest of the layout."""
        return _filled(self.workbook, period, committee)

    def filled(self, period: Period, committee: str) -> WorkbookLayout:
        """The layout for one report, with every placeholder replaced."""

        def fill(text: str) -> str:
            return _filled(text, period, committee)

        def filled_column(column: ColumnLayout) -> ColumnLayout:
            # Most columns have no placeholder, and a layout is filled for every table that a rule looks up.
            if not any("{" in text for text in (*column.headers, column.group)):
                return column
            texts: dict[str, Any] = {"header": fill(column.header), "group": fill(column.group)}
            texts["synonyms"] = tuple(map(fill, column.synonyms))
            return column.model_copy(update=texts)

        tables = {}
        for name, table in self.tables.items():
            columns = {key: filled_column(column) for key, column in table.columns.items()}
            texts = {key: fill(getattr(table, key)) for key in ("sheet", "after", "before")}
            # Only where it matters: a workbook of the year is else read once for all of its reports.
            month = "" if period.is_plan or not _has_asterisks(table) else str(period)
            own: dict[str, Any] = {"columns": columns, "year": period.year, "period": month}
            tables[name] = table.model_copy(update=texts | own)
        return self.model_copy(update={"workbook": self.path(period, committee), "tables": tables})


def _has_asterisks(table: TableLayout) -> bool:
    return any("*" in header for column in table.columns.values() for header in column.headers)


def _filled(text: str, period: Period, committee: str) -> str:
    def word(match: re.Match[str]) -> str:
        if match[1]:
            return str(period.year + int(match[2] or 0))
        return str(period) if match[3] else committee

    return _PLACEHOLDER.sub(word, text)

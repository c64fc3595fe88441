"""How incoming workbooks look: which sheet, which headers, which type and unit. Read from params/layouts/*.yml.

A header, a sheet or a workbook's path may hold `{year}`, `{year+1}` (or another distance), `{period}` and
`{committee}`, which `WorkbookLayout.filled` replaces for one report.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, model_validator

from followup.ground.figure import People
from followup.ground.period import Period
from followup.ground.wording import listed, normalised, quoted
from followup.params.heading_words import says_accumulated
from followup.params.params_problems import Entry, fault

KRONOR_PER_UNIT = {"kr": 1, "tkr": 1_000, "mnkr": 1_000_000}
# Also what no column has: a plan may print it, and a cell may say it.
KRONOR_PER_WORD = {**KRONOR_PER_UNIT, "mdkr": 1_000_000_000}

# Who reads a workbook: a committee's report, the region's, a committee's plan as a document, the region's, or the
# follow-up of a plan.
Reader = Literal["committee", "region", "plan", "region_plan", "plan_follow_up"]

NUMERIC_TYPES = ("amount", "number", "integer")

Summing = Literal["always", "per_period", "mean", "by_line", "never"]

_PLACEHOLDER = re.compile(r"\{(?:(year)([+-]\d)?|(period)|(committee))\}")


def _choices(value: Any) -> str | dict[str, tuple[str, ...]] | None:
    if value is None or isinstance(value, str):
        return value
    lists = list(value.values()) if isinstance(value, dict) else [None]
    # A word such as -29 (years) reads as a number in YAML and is a word here all the same.
    if all(isinstance(words, tuple) and words and {type(word) for word in words} <= {str, int} for words in lists):
        return {code: tuple(map(str, words)) for code, words in value.items()}
    raise fault(
        "Valen för kolumnen kan inte läsas.",
        "Valen är namnet på en skala i scales.yml eller en lista av ord för varje kod.",
        "Skriv till exempel choices: {women: [Kvinnor, K], men: [Män, M]}.",
    )


class ColumnLayout(Entry):
    """One column. `header` is what stands in the sheet; `synonyms` are other headers for the same thing.

    `unit` and `sign` say how an amount stands in the sheet; it is converted to kronor, revenue + and cost −, when it
    is read: `ledger` turns the sign, `result` and `magnitude` keep it. `empty` says whether a cell may be blank.
    `accumulated` amounts are since January: only they may have a heading that says so. An `accumulated` period may be
    written with its first month too, ”januari–april 2024”.
    `people` says what a column tells of people: a `count` (or hours) is never shown, a `ratio` only rounded.

    `summed` says what a total row of the sheet states of the column: the sum of its rows (`always`, as for an amount if
    nothing else is said), their sum within a month (`per_period`, as for people), their mean weighted with the column
    `weight` (`mean`), the sum of some of the lines, which `checks/region/statement_totals.py` knows (`by_line`), or
    nothing that can be compared (`never`).
    """

    header: str
    synonyms: tuple[str, ...] = ()
    type: Literal[
        "text", "markdown", "amount", "number", "integer", "period", "date", "choice", "committee", "indicator", "goal"
    ]
    unit: str = ""
    sign: Literal["ledger", "result", "magnitude"] | None = None
    empty: Literal["error", "allowed", "after_period"] = "error"
    accumulated: bool = False
    choices: Annotated[str | dict[str, tuple[str, ...]] | None, BeforeValidator(_choices)] = None
    minimum: float | None = None
    maximum: float | None = None
    people: People = ""
    summed: Summing | None = None
    weight: str = ""

    @property
    def summing(self) -> Summing:
        """`summed`, or what follows from the type."""
        return self.summed or ("always" if self.type == "amount" else "never")

    @property
    def is_numeric(self) -> bool:
        return self.type in NUMERIC_TYPES

    @property
    def headers(self) -> tuple[str, ...]:
        return (self.header, *self.synonyms)

    @property
    def factor(self) -> float:
        """What a number in the sheet is multiplied by: kronor per unit and the sign of a ledger."""
        if self.type != "amount":
            return 1.0
        return KRONOR_PER_UNIT[self.unit] * (-1.0 if self.sign == "ledger" else 1.0)

    @model_validator(mode="after")
    def _is_consistent(self) -> ColumnLayout:
        if self.type == "amount" and (self.unit not in KRONOR_PER_UNIT or self.sign is None):
            raise fault(
                f"Beloppskolumnen {quoted(self.header)} saknar enhet eller tecken.",
                "Ett belopp har unit (kr, tkr eller mnkr) och sign (ledger, result eller magnitude).",
                "Lägg till det som saknas, till exempel unit: kr, sign: ledger.",
            )
        if self.type != "amount" and self.sign is not None:
            raise fault(
                f"Kolumnen {quoted(self.header)} har sign men är inget belopp.",
                "Nyckeln sign hör till kolumner av typen amount.",
                "Ta bort sign eller ändra typen.",
            )
        said = [header for header in self.headers if self.is_numeric and says_accumulated(header)]
        if said and not self.accumulated:
            raise fault(
                f"Rubriken {quoted(said[0])} betyder ackumulerade tal.",
                f"Kolumnen {quoted(self.header)} läses som tal för var period.",
                "Ta bort rubriken. Är kolumnens tal verkligen ackumulerade: skriv accumulated: true.",
            )
        if (self.type == "choice") != (self.choices is not None):
            raise fault(
                f"Kolumnen {quoted(self.header)} har typen {self.type} och "
                + ("inga val." if self.choices is None else "ändå val."),
                "Nyckeln choices hör till kolumner av typen choice, och de måste ha den.",
                "Lägg till choices, ta bort den eller ändra typen.",
            )
        numeric_only = self.minimum is not None or self.maximum is not None or self.empty == "after_period"
        if numeric_only and not self.is_numeric:
            raise fault(
                f"Kolumnen {quoted(self.header)} har typen {self.type} och en regel för tal.",
                "Nycklarna minimum och maximum och värdet after_period hör till tal och belopp.",
                "Ta bort regeln eller ändra typen.",
            )
        return self


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

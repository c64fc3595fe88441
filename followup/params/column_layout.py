"""How one column of an incoming table looks: its headings, its type, its unit and sign, and what a total of it is."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, model_validator

from followup.ground.figure import People
from followup.ground.wording import quoted
from followup.params.heading_words import says_accumulated
from followup.params.params_problems import Entry, fault

KRONOR_PER_UNIT = {"kr": 1, "tkr": 1_000, "mnkr": 1_000_000}
# Also what no column has: a plan may print it, and a cell may say it.
KRONOR_PER_WORD = {**KRONOR_PER_UNIT, "mdkr": 1_000_000_000}

# What stands for a month in a heading.
MONTH = "{month}"
# What stands for a part of the year, and its months.
PARTS = {"{quarter}": 3, "{tertial}": 4}

NUMERIC_TYPES = ("amount", "number", "integer")

Summing = Literal["always", "per_period", "mean", "by_line", "never"]


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
    A heading may hold `*` for any words, and `{month}` for a month, whose column it then is: see `month_columns.py` in
    `followup/workbooks/shapes`.
    `group` is the heading that stands above it, in a table of two heading rows.
    `unit: stated` takes the unit that the heading or the title above the table states, `unit: row` that of each row's
    unit column. An `optional` column may be lacking; it is then empty.
    `from_accumulated` amounts are since January in the sheet, and each month's own once they have been read. A
    `spread` amount is the year's, of which each month gets a twelfth, or that of a `{quarter}` or `{tertial}` in its
    heading, of which each of its months gets as much.
    With `fill_down` a word goes for the blank cells below it too, as a merged cell's always does. A `group_row` column
    has no heading: its word stands alone in a row above those that it goes for.
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
    group: str = ""
    optional: bool = False
    from_accumulated: bool = False
    spread: Literal["twelfths", "evenly"] | None = None
    fill_down: bool = False
    group_row: bool = False

    @property
    def summing(self) -> Summing:
        """`summed`, or what follows from the type."""
        of_amounts: Summing = "per_period" if self.from_accumulated else "always"
        return self.summed or (of_amounts if self.type == "amount" else "never")

    @property
    def is_numeric(self) -> bool:
        return self.type in NUMERIC_TYPES

    @property
    def headers(self) -> tuple[str, ...]:
        return (self.header, *self.synonyms)

    @property
    def may_lack(self) -> bool:
        """Whether its heading may be lacking, or is."""
        return self.optional or self.group_row

    @property
    def is_monthly(self) -> bool:
        """Whether there is a column of it for each month, or whether it is the month that their headings say."""
        return any(MONTH in header for header in self.headers) or bool(self.part)

    @property
    def part(self) -> int:
        """How many months each of its columns goes for, where they are quarters or tertials; else 0."""
        return next((months for word, months in PARTS.items() for header in self.headers if word in header), 0)

    @property
    def shown_header(self) -> str:
        """The heading as a message names it: `Utfall månad` for `Utfall {month}`."""
        text = self.header.replace(MONTH, "månad").replace("{quarter}", "kvartal").replace("{tertial}", "tertial")
        return f"{self.group} {text}" if self.group and self.is_monthly else text[0].upper() + text[1:]

    @property
    def is_stated(self) -> bool:
        """Whether its unit is known first when the sheet has been read."""
        return self.unit in ("stated", "row")

    @property
    def is_converted(self) -> bool:
        """Whether its numbers are read as others than stand in the sheet, but for one unit and sign for all."""
        return self.unit == "row" or self.from_accumulated or self.spread is not None

    @property
    def factor(self) -> float:
        """What a number in the sheet is multiplied by: kronor per unit and the sign of a ledger."""
        if self.type != "amount":
            return 1.0
        return KRONOR_PER_UNIT[self.unit] * (-1.0 if self.sign == "ledger" else 1.0)

    @model_validator(mode="after")
    def _is_consistent(self) -> ColumnLayout:
        units = (*KRONOR_PER_UNIT, "stated", "row")
        if self.type == "amount" and (self.unit not in units or self.sign is None):
            raise fault(
                f"Beloppskolumnen {quoted(self.header)} saknar enhet eller tecken.",
                "Ett belopp har unit (kr, tkr, mnkr, stated eller row) och sign (ledger, result eller magnitude).",
                "Lägg till det som saknas, till exempel unit: kr, sign: ledger.",
            )
        if self.type != "amount" and self.sign is not None:
            raise fault(
                f"Kolumnen {quoted(self.header)} har sign men är inget belopp.",
                "Nyckeln sign hör till kolumner av typen amount.",
                "Ta bort sign eller ändra typen.",
            )
        said = [header for header in self.headers if self.is_numeric and says_accumulated(header)]
        if said and not (self.accumulated or self.from_accumulated):
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
        if self.optional and self.empty != "allowed":
            raise fault(
                f"Kolumnen {quoted(self.header)} har optional men får inte vara tom.",
                "En kolumn som får saknas läses då som tom.",
                "Lägg till empty: allowed, eller ta bort optional.",
            )
        if self.from_accumulated and (self.type != "amount" or self.accumulated):
            raise fault(
                f"Kolumnen {quoted(self.header)} kan inte ha from_accumulated.",
                "Nyckeln hör till belopp som är ackumulerade i bladet och ska läsas månad för månad.",
                "Ta bort from_accumulated, eller ändra typen eller accumulated.",
            )
        # The same part in all of them: what is shared by three months is not to be shared by four.
        is_parts = any(all(word in header for header in self.headers) for word in PARTS)
        may_be_spread = self.type == "amount" and not self.from_accumulated and self.empty != "after_period"
        wanted = "evenly" if is_parts else None if self.is_monthly else "twelfths"
        if (self.spread or self.part) and not (may_be_spread and self.spread == wanted):
            raise fault(
                f"Kolumnen {quoted(self.header)} kan inte ha spread: {self.spread}."
                if self.spread
                else f"Kolumnen {quoted(self.header)} gäller flera månader och saknar spread.",
                "En budget eller ett tidigare år kan stå som ett belopp för hela året (spread: twelfths), för varje "
                "kvartal eller för varje tertial ({quarter} eller {tertial} i alla rubriker, och spread: evenly). Ett "
                "utfall fördelas aldrig: rapporterna jämför varje månad.",
                "Ändra spread, eller ta ut en kolumn för varje månad.",
            )
        if self.fill_down and (self.is_numeric or self.type == "markdown" or self.empty != "error" or self.is_monthly):
            raise fault(
                f"Kolumnen {quoted(self.header)} kan inte ha fill_down.",
                "Nyckeln hör till ord som varje rad måste ha: ett tal, en löptext eller en cell som får vara tom fylls "
                "aldrig i.",
                "Ta bort fill_down, eller ändra typen eller empty.",
            )
        if self.group_row and (self.type != "choice" or self.empty != "error" or self.optional or self.fill_down):
            raise fault(
                f"Kolumnen {quoted(self.header)} kan inte ha group_row.",
                "Ett ord som står ensamt ovanför sina rader känns igen på att det är ett av valen i choices.",
                "Skriv type: choice och choices, och ta bort optional, fill_down och empty.",
            )
        numeric_only = self.minimum is not None or self.maximum is not None or self.empty == "after_period"
        if numeric_only and not self.is_numeric:
            raise fault(
                f"Kolumnen {quoted(self.header)} har typen {self.type} och en regel för tal.",
                "Nycklarna minimum och maximum och värdet after_period hör till tal och belopp.",
                "Ta bort regeln eller ändra typen.",
            )
        return self

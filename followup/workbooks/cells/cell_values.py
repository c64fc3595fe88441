"""One cell at a time: what stands there, read as the type that its column's layout states.

Pure functions. A number comes out in the sheet's own unit, a period as `2024-04`, a date as `2024-05-08`, a choice,
committee, indicator or goal as its code, a text cleaned of what no document may hold. Nothing is guessed in silence: a
number read from text is a warning that says how it was read, and what could mean two things is an error.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any

from followup.ground.errors import Severity
from followup.ground.number_text import AmbiguousNumber, NotANumber, number_in
from followup.ground.wording import listed, normalised, quoted, spelled, suggestion
from followup.params.column_layout import ColumnLayout
from followup.workbooks.cells.cell_words import AGAIN, as_text, shown, shown_date
from followup.workbooks.cells.clean_text import clean_text
from followup.workbooks.cells.number_limits import MOST_DIGITS, compact, too_large, without_noise
from followup.workbooks.cells.number_units import in_column, is_shown_rightly
from followup.workbooks.cells.period_text import accumulated_in, date_in, no_month, period_in
from followup.workbooks.cells.vocabulary import EMPTY, IF_UNKNOWN, NO_VALUE, ONE_MEANING, UNKNOWN, Vocabulary
from followup.workbooks.files.marked_cells import ErrorCell, PercentCell, ShownCell, UncomputedFormula

LONGEST_TEXT = 20_000

# What people write for "there is no value here". Missing is never 0.
MISSING_WORDS = {"-", "--", "...", "..", "saknas", "uppgift saknas", "ej tillgängligt", "n/a", "na", "e/t"}
# What spreadsheet programs show, in Swedish and English, where a formula has failed: here pasted as a text.
ERROR_WORD = re.compile(
    r"#(?:REF!|REFERENS!|VALUE!|VÄRDEFEL!|VÄRDE!|DIV/0!|DIVISION/0!|NAME\?|NAMN\?|N/A|SAKNAS!|NULL!|SKÄRNING!|NUM!|FEL!|"
    r"OGILTIGT!|SPILL!|EXPANSION!|CALC!|BERÄKNA!|GETTING_DATA|FIELD!|FÄLT!|BLOCKED!|ERROR!|#{2,30})|(?:Err|Fel):[0-9]{3}",
    re.IGNORECASE,
)
_DASHES_ONLY = {"-", "--"}
# For a date that is stored as a bare number: a whole column of them is mended at once.
NO_DATE_FORMAT = "Ge cellen ett datumformat."
# How a date is written, without one that somebody may copy.
_AS_DATE = "Skriv årtal, månad och dag med siffror och bindestreck emellan."


@dataclass(frozen=True)
class Doubt:
    """What is wrong with a cell, or doubtful, in whole sentences."""

    found: str
    expected: str
    remedy: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True)
class Reading:
    """What a cell was read as; None is missing. With an error, the value is None.

    `unless_decimals` is the error that it is instead, unless the column's other numbers have three decimals too.
    `synonym` is what stands there, where it is another word than its code is called by.
    """

    value: float | str | None
    doubt: Doubt | None = None
    unless_decimals: Doubt | None = None
    synonym: str = ""


MISSING = Reading(None)


def is_blank(content: Any) -> bool:
    """Whether nothing but spaces stands in the cell."""
    return content is None or (isinstance(content, str) and not content.strip())


@dataclass(frozen=True)
class CellReader:
    """Reads the cells of one column."""

    column: ColumnLayout
    vocabulary: Vocabulary | None = None

    def read(self, content: Any) -> Reading:
        """What stands in one cell. Whether it may be missing is the column's rule, not the cell's."""
        if is_blank(content):
            return MISSING
        if isinstance(content, ErrorCell):
            return self._error(f"Här står felvärdet {content}.", "Rätta formeln i arbetsboken och spara den igen.")
        if isinstance(content, UncomputedFormula):
            found = "Här står en formel utan beräknat värde."
            if content.may_be_zero:
                found = (
                    "Här står en formel vars värde 0 kanske aldrig har beräknats: arbetsboken väntar på att räknas om."
                )
            return self._error(found, "Öppna arbetsboken i Excel, låt den räkna om och spara den.")
        if isinstance(content, float) and not math.isfinite(content):
            return self._error("Här står ett tal utan ändligt värde.", "Rätta formeln eller skriv talet.")
        if isinstance(content, ShownCell):
            if self.column.is_numeric and not is_shown_rightly(content.shown, self.column):
                return self._shown_otherwise(content)
            if not self.column.is_numeric and content.is_out_of_sight:
                return self._shown_otherwise(content)
            content = content.value if self.column.type != "text" else content.as_text
        if self.column.is_numeric:
            return self._number(content)
        if self.column.type in ("period", "date"):
            return self._date(content)
        if isinstance(content, PercentCell):
            content = str(content)
        if self.vocabulary is not None:
            return self._word(content, self.vocabulary)
        return self._text(content)

    @cached_property
    def expected(self) -> str:
        """What the column wants, as a sentence."""
        noun = {
            "amount": f"Ett belopp i {self.column.unit}",
            "number": "Ett tal",
            "integer": "Ett heltal",
            "period": "En månad, till exempel 2024-04,",
            "date": "Ett datum, till exempel 2024-05-08,",
        }.get(self.column.type, "En text")
        if self.vocabulary is not None:
            noun = self.vocabulary.noun[0].upper() + self.vocabulary.noun[1:]
            if self.column.type == "choice":
                noun += f" {listed(self.vocabulary.shown, 'eller')}"
        return f"{noun} väntas i kolumnen {quoted(self.column.header)}."

    def missing(self, content: Any) -> Doubt:
        """The doubt about a cell that has no value where the column must have one."""
        found = EMPTY if is_blank(content) else f"Här står {quoted(content)}{NO_VALUE}"
        merged = "läses bara en gång: dela upp dem och fyll i var och en"
        if not self.column.is_numeric:
            merged = "gäller alla rader som de står över"
        return Doubt(found, self.expected, f"Fyll i cellen. Sammanslagna celler {merged}.")

    @property
    def if_missing(self) -> str:
        """What to do where there is no number to write: only some columns may have an empty cell."""
        if self.column.empty == "allowed":
            return "Saknas värdet ska cellen vara tom."
        later = "För månader efter rapportens period ska cellen vara tom."
        return later if self.column.empty == "after_period" else "Cellen får inte vara tom: skriv 0 om talet är noll."

    def out_of_range(self, value: float) -> Doubt | None:
        """The doubt about a number outside the column's limits."""
        low, high = self.column.minimum, self.column.maximum
        if low is not None and value < low:
            wanted = f"minst {spelled(low)}"
        elif high is not None and value > high:
            wanted = f"högst {spelled(high)}"
        else:
            return None
        expected = f"Ett tal på {wanted} väntas i kolumnen {quoted(self.column.header)}."
        return Doubt(f"Här står {spelled(value)}.", expected, "Rätta talet i arbetsboken.")

    def _error(self, found: str, remedy: str, expected: str = "") -> Reading:
        return Reading(None, Doubt(found, expected or self.expected, remedy))

    def _shown_otherwise(self, content: ShownCell) -> Reading:
        text = str(content)
        unit = f", i {self.column.unit}," if self.column.type == "amount" else ""
        return self._error(
            f"Excel visar {quoted(text) if text else 'ingenting'}, men cellen håller {spelled(content.value)}.",
            f"Skriv det tal som gäller{unit} och ge cellen ett vanligt talformat."
            if self.column.is_numeric
            else "Skriv det som gäller och ge cellen ett vanligt format.",
        )

    def _number(self, content: Any) -> Reading:
        if isinstance(content, bool):
            word = "SANT" if content else "FALSKT"
            return self._error(f"Här står det logiska värdet {word}.", "Skriv ett tal i cellen.")
        if isinstance(content, PercentCell):
            return self._percent(content)
        if isinstance(content, date | time | timedelta):
            remedy = "Ge cellen ett talformat och skriv talet igen."
            return self._error(f"Här står {shown_date(content)}, som är ett datum eller en tid.", remedy)
        if isinstance(content, float | int):
            return self._whole(float(content), content)
        text = str(content)
        if normalised(text) in MISSING_WORDS or not normalised(text):
            return MISSING
        return self._number_text(text)

    def _number_text(self, text: str) -> Reading:
        remedy = f"Skriv talet med enbart siffror i en talcell. {self.if_missing}"
        try:
            found = number_in(text)
        except AmbiguousNumber as fault:
            return self._ambiguous(text, *fault.readings)
        except NotANumber:
            return self._error(f"Här står {quoted(text)}, som inte kan läsas som ett tal.", remedy)
        try:
            value, unit = in_column(found.value, found.unit, self.column)
        except ValueError:
            what = "inte är ett belopp" if self.column.type == "amount" else "har fel enhet"
            return self._error(f"Här står {quoted(text)}, som {what}.", remedy)
        unless_decimals = None
        if found.grouped is not None:
            unless_decimals = self._ambiguous(text, found.grouped, found.value).doubt
            # Kronor have two decimals at most, and what is counted has none.
            if "kr" in (found.unit, unit) or self.column.type == "integer":
                return Reading(None, unless_decimals)
        shown = f"{spelled(value)} {unit}".rstrip()
        reading = self._whole(float(value), value, unit)
        if reading.doubt:
            return reading
        expected = f"En cell med ett tal väntas i kolumnen {quoted(self.column.header)}."
        how = f"Här står talet som text, {quoted(text)}. Det har lästs som {shown}."
        doubt = Doubt(how, expected, "Skriv talet i en talcell.", Severity.WARNING)
        return Reading(reading.value, doubt, unless_decimals)

    def _ambiguous(self, text: str, *readings: Decimal) -> Reading:
        first, second = map(spelled, readings)
        return self._error(
            f"Här står {quoted(text)}, som kan betyda både {first} och {second}.",
            f"Skriv talet med enbart siffror i en talcell. {self.if_missing}",
        )

    def _percent(self, content: PercentCell) -> Reading:
        if self.column.type != "number":
            remedy = "Ge cellen ett vanligt talformat och skriv talet igen."
            return self._error(f"Här står en procentsats, {content}.", remedy)
        expected = f"Ett tal utan procentformat väntas i kolumnen {quoted(self.column.header)}."
        how = f"Cellen är formaterad som procent. Den har lästs som {spelled(content.percent)}."
        remedy = "Ge cellen ett vanligt talformat och skriv 4,5 för 4,5 procent."
        if (reading := self._whole(float(content.percent), content.percent)).doubt:
            return reading
        return Reading(float(content.percent), Doubt(how, expected, remedy, Severity.WARNING))

    def _whole(self, value: float, exact: Decimal | float, unit: str = "") -> Reading:
        if expected := too_large(self.column, value):
            return self._error(f"Här står {compact(value)}.", "Rätta talet i arbetsboken.", expected)
        value = without_noise(value)
        if self.column.type == "integer" and value != math.floor(value):
            shown = f"{spelled(exact)} {unit}".rstrip()
            return self._error(f"Här står {shown}, som har decimaler.", "Rätta talet i arbetsboken.")
        return Reading(value)

    def _date(self, content: Any) -> Reading:
        if isinstance(content, str) and normalised(content) in MISSING_WORDS:
            return MISSING
        try:
            return Reading(self._time(content))
        except ValueError:
            pass
        if self.column.type == "period":
            return self._error(*no_month(content, accumulated=self.column.accumulated))
        if isinstance(content, float | int) and not isinstance(content, bool):
            return self._error(f"Här står {shown(content)}, som inte är ett datum.", NO_DATE_FORMAT)
        return self._error(f"Här står {shown(content)}, som inte är ett datum.", _AS_DATE)

    def _time(self, content: Any) -> str:
        if self.column.type == "date":
            return date_in(content)
        return accumulated_in(content) if self.column.accumulated else period_in(content)

    def _word(self, content: Any, vocabulary: Vocabulary) -> Reading:
        # A code such as 1.1 may be stored as a number.
        text = repr(content) if isinstance(content, float) and content % 1 else clean_text(as_text(content))
        code = vocabulary.code_of(text)
        if code is not None:
            if isinstance(content, float) and vocabulary.code_of(f"{text}0") not in (None, code):
                found = f"Här står ett tal, som kan betyda både {quoted(text)} och {quoted(f'{text}0')}."
                return self._error(found, "Skriv koden som text, med en apostrof framför.")
            return Reading(code, synonym=text if vocabulary.is_synonym(text) else "")
        if normalised(text) in MISSING_WORDS:
            return MISSING
        if meanings := vocabulary.meanings(text):
            return self._error(f"Här står {quoted(text)}, som kan betyda både {listed(meanings)}.", ONE_MEANING)
        expected = self.expected
        if self.column.type == "committee":
            expected += f" Nämnderna är {listed(vocabulary.shown)}."
        remedy = suggestion(text, vocabulary.words, IF_UNKNOWN.get(self.column.type, "Skriv ett av orden."))
        return Reading(None, Doubt(f"Här står {quoted(text)}{UNKNOWN}", expected, remedy))

    def _text(self, content: Any) -> Reading:
        if isinstance(content, float) and abs(content) >= 10**MOST_DIGITS:
            found = f"Här står talet {compact(content)}, där bara de {MOST_DIGITS} första siffrorna finns kvar."
            return self._error(found, "Ge cellen formatet Text och skriv hela numret igen.")
        text = as_text(content)
        if len(text) > LONGEST_TEXT:
            return self._error(
                f"Texten är {spelled(len(text))} tecken lång och börjar {quoted(text, 40)}.",
                "Korta texten.",
                f"Högst {spelled(LONGEST_TEXT)} tecken väntas i kolumnen {quoted(self.column.header)}.",
            )
        text = clean_text(text, lines=self.column.type == "markdown")
        if AGAIN.fullmatch(text):
            remedy = "Skriv samma ord som på raden ovanför."
            return self._error(f"Här står {quoted(text)}, som betyder att ordet ovanför gäller här med.", remedy)
        if ERROR_WORD.fullmatch(text):
            remedy = "Rätta formeln där texten kommer ifrån, eller skriv det som ska stå."
            return self._error(f"Här står felvärdet {quoted(text)} som text.", remedy)
        return Reading(text) if text and normalised(text) not in _DASHES_ONLY else MISSING

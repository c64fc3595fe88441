"""What type a column has, from its heading and its cells: each answer with its reason, or a question."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from followup.ground.wording import listed, normalised, quoted
from followup.layout_proposal.proposed import ColumnProposal
from followup.layout_proposal.sheet_cells import is_missing, number_of, year_of
from followup.layout_proposal.words import CODES, COUNT, MONEY, NOT_ONLY_MONEY, PEOPLE, PERCENT, RATIO, RUNNING, plain
from followup.params.column_layout import KRONOR_PER_UNIT, ColumnLayout
from followup.params.params import Params
from followup.workbooks.cells.cell_values import CellReader
from followup.workbooks.cells.cell_words import as_text
from followup.workbooks.cells.period_text import accumulated_in, date_in, period_in
from followup.workbooks.cells.vocabulary import Vocabulary, vocabulary_of
from followup.workbooks.files.marked_cells import PercentCell
from followup.workbooks.shapes.stated_units import unit_of_text

# So large a share of a column's cells decides its type; the others are found when the table is read.
_MOST = 0.8
# A text so long is not a name.
_LONG = 80
_MOST_CHOICES = 6
# More different words than this are no list of params.
_MOST_KNOWN = 500
# A word that stands so often is one of a list.
_OFTEN, _FEWEST_ROWS, _LONGEST_CHOICE = 4, 12, 40


def told_type(
    column: ColumnProposal, cells: Sequence[Any], params: Params, year: int, *, has_unit: bool, has_measures: bool
) -> None:
    """Adds the column's type, and what belongs to it, to its keys. `has_unit` says whether the sheet states a unit of
    money for the table, and `has_measures` whether it is one of measures that may be of anything.
    """
    here = [cell for cell in cells if not is_missing(cell)]
    heading = plain(f"{column.group} {column.header}")
    if not here:
        column.keys["empty"] = "allowed"
        column.ask("Kolumnen är tom. Ska den läsas, och vad innehåller den? Skriv type, eller ta bort kolumnen.")
        return
    is_money = has_unit or bool(
        MONEY.search(heading) and not (has_measures and NOT_ONLY_MONEY.fullmatch(plain(column.header)))
    )
    numbers = [number for cell in here if (number := number_of(cell)) is not None]
    if len(here) / 2 <= len(numbers) < _MOST * len(here) and not any(isinstance(cell, date) for cell in here):
        column.ask(
            f"{len(numbers)} av {len(here)} celler är tal och de andra ord. Vad innehåller kolumnen? Skriv type."
        )
    elif (
        not _time(column, heading, here)
        and not (len(numbers) >= _MOST * len(here) and _numeric(column, heading, here, numbers, is_money=is_money))
        and not _known_words(column, heading, here, params, year)
        and not _units(column, here)
    ):
        _text(column, heading, here)
    empty = sum(map(is_missing, cells))
    if empty and column.type not in ("period", "committee"):
        column.keys["empty"] = "allowed"
        column.reasons.append(f"tom på {empty} av {len(cells)} rader")


def _time(column: ColumnProposal, heading: str, here: Sequence[Any]) -> bool:
    if re.search(r"(?:\b|budget|verksamhets|räkenskaps|kalender)år(?:tal)?$", heading) and all(
        year_of(cell) is not None for cell in here
    ):
        column.keys |= {"type": "integer", "minimum": 2000, "maximum": 2100}
        column.reasons.append("årtal på varje rad")
        return True
    if all(isinstance(cell, float | int) and year_of(cell) is not None for cell in here):
        # Years, or amounts that look like them.
        return False
    texts = [cell for cell in here if isinstance(cell, str | date) or len(as_text(cell)) == 6]
    if len(texts) < len(here):
        return False
    if all(_is(period_in, cell) for cell in here) and not _are_days(here):
        column.keys["type"] = "period"
        column.reasons.append(f"en månad på varje rad, som {quoted(as_text(here[0]))}")
    elif all(_is(accumulated_in, cell) for cell in here) and not _are_days(here):
        column.keys |= {"type": "period", "accumulated": True}
        column.reasons.append(f"tiden räknas från januari, som {quoted(as_text(here[0]))}")
    elif all(_is(date_in, cell) for cell in here):
        column.keys["type"] = "date"
        column.reasons.append(f"ett datum på varje rad, som {quoted(as_text(here[0]))}")
    return "type" in column.keys


def _are_days(here: Sequence[Any]) -> bool:
    """Whether they name days, and not only the first or last of months."""
    days = {cell.day for cell in here if isinstance(cell, date)}
    days |= {int(date_in(cell)[8:]) for cell in here if isinstance(cell, str) and _is(date_in, cell)}
    return bool(days - {1})


def _is(read: Any, cell: Any) -> bool:
    try:
        read(cell)
    except ValueError:
        return False
    return True


def _numeric(
    column: ColumnProposal, heading: str, here: Sequence[Any], numbers: Sequence[float], *, is_money: bool
) -> bool:
    """Adds the type of a column of numbers. False for numbers that are words."""
    whole = all(number.is_integer() for number in numbers)
    percents = sum(isinstance(cell, PercentCell) or (isinstance(cell, str) and "%" in cell) for cell in here)
    if all(year_of(cell) is not None for cell in here):
        column.ask("Är talen årtal (integer) eller belopp (amount)? Skriv type.")
    elif CODES.search(heading) and whole:
        column.keys["type"] = "text"
        column.reasons.append(f"numren är koder: rubriken säger {quoted(column.header)}")
    elif percents >= _MOST * len(here) or PERCENT.search(heading) or RATIO.search(heading):
        column.keys["type"] = "number"
        if percents or PERCENT.search(heading):
            column.keys["unit"] = "%"
        column.reasons.append("cellerna visar procent" if percents else "rubriken säger en andel eller ett mått")
        _people(column, heading, "ratio")
    elif percents:
        column.ask(
            f"{percents} av {len(here)} celler är procent och de andra tal. Vilket slags tal är det? Skriv type."
        )
    elif COUNT.search(heading):
        column.keys["type"] = "integer" if whole else "number"
        column.reasons.append("rubriken säger något som räknas")
        _people(column, heading, "count")
    elif is_money:
        column.keys["type"] = "amount"
        column.reasons.append(
            "rubriken tyder på belopp" if MONEY.search(heading) else "tabellen har en enhet för belopp"
        )
    else:
        column.ask(
            "Är talen belopp (amount, med unit och sign), andra tal (number), antal (integer) eller koder (text)? "
            "Skriv type."
        )
    return True


def _people(column: ColumnProposal, heading: str, kind: str) -> None:
    if PEOPLE.search(heading):
        column.keys["people"] = kind
        column.reasons.append("handlar om personer, så talet visas aldrig för sig")
        if kind == "count":
            column.keys["minimum"] = 0


def _known_words(column: ColumnProposal, heading: str, here: Sequence[Any], params: Params, year: int) -> bool:
    """Committees, indicators, goals and the scales of params, by the words of the cells."""
    words = list(dict.fromkeys(as_text(cell).strip() for cell in here))
    if len(words) > _MOST_KNOWN:
        return False
    for type_ in ("committee", "indicator", "goal"):
        entry = ColumnLayout(header=column.header, type=type_)
        vocabulary = vocabulary_of(entry, params, year)
        if vocabulary is None:
            continue
        is_named = type_ == "committee" and bool(re.search(r"\b(?:nämnd|förvaltning|nämndkod)\b", heading))
        if not is_named and not all(_is_known(word, entry, vocabulary) for word in words):
            continue
        known = [word for word in words if _is_known(word, entry, vocabulary)]
        if known and 2 * len(known) >= len(words):
            column.keys["type"] = type_
            column.reasons.append(f"{len(known)} av {len(words)} ord är kända ({vocabulary.noun})")
            if unknown := [word for word in words if word not in known]:
                column.ask(
                    f"Vilken nämnd menas med {listed(map(quoted, unknown), most=8)}? Skriv under committees i "
                    "tabellen, till exempel committees: {KOD: [ord]}."
                )
            return True
    for name, grades in params.scales.items():
        entry = ColumnLayout(header=column.header, type="choice", choices=name)
        vocabulary = vocabulary_of(entry, params, year)
        assert vocabulary is not None  # a scale's words
        if len(words) >= min(2, len(grades)) and all(_is_known(word, entry, vocabulary) for word in words):
            column.keys |= {"type": "choice", "choices": name}
            column.reasons.append(f"orden är de i skalan {name} (params/scales.yml)")
            return True
    return False


def _is_known(word: str, entry: ColumnLayout, vocabulary: Vocabulary) -> bool:
    return CellReader(entry, vocabulary).read(word).value is not None


def _units(column: ColumnProposal, here: Sequence[Any]) -> bool:
    """A column that says each row's unit."""
    said = {as_text(cell).strip(): unit_of_text(as_text(cell)) for cell in here}
    if not said or not set(said.values()) <= set(KRONOR_PER_UNIT):
        return False
    choices: dict[str, list[str]] = {}
    for word, unit in said.items():
        choices.setdefault(unit, []).append(word)
    column.keys |= {"type": "choice", "choices": choices}
    column.reasons.append("varje rad säger sin enhet")
    return True


def _text(column: ColumnProposal, heading: str, here: Sequence[Any]) -> None:
    texts = [as_text(cell) for cell in here]
    words = list(dict.fromkeys(normalised(text) for text in texts))
    if RUNNING.search(heading) or sum(map(len, texts)) > _LONG * len(texts):
        column.keys["type"] = "markdown"
        column.reasons.append("löpande text")
    elif column.positions[0] and _are_choices(words, len(texts)):
        column.keys |= {"type": "choice", "choices": _choices(texts)}
        column.reasons.append(f"samma {len(words)} ord återkommer; kan fler komma: type: text utan choices")
    else:
        column.keys["type"] = "text"
        column.reasons.append("text")


def _are_choices(words: Sequence[str], rows: int) -> bool:
    """Whether a few short words come again and again."""
    is_few = 1 < len(words) <= _MOST_CHOICES and rows >= max(_FEWEST_ROWS, _OFTEN * len(words))
    return is_few and all(len(word) <= _LONGEST_CHOICE for word in words)


def _choices(texts: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for text in dict.fromkeys(text.strip() for text in texts):
        code = next((one for one, words in found.items() if normalised(words[0]) == normalised(text)), "")
        found.setdefault(code or named(text, found), []).append(text)
    return found


def named(text: str, taken: Iterable[str] = ()) -> str:
    """A name for a column or a choice: `utfall_2024` for `Utfall 2024`; another one if it is taken."""
    plain = "".join(mark for mark in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(mark))
    name = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:40].rstrip("_")
    if not name or not name[0].isalpha():
        name = f"kolumn_{name}".rstrip("_")
    known, number, first = set(taken), 2, name
    while name in known:
        name, number = f"{first}_{number}", number + 1
    return name

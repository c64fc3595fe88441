"""What the workbooks say in other words than the report, from their cells and params/scales.yml alone."""

from __future__ import annotations

import re
from collections import Counter

import openpyxl
import yaml
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.claims.facts import Facts
from tests.claims.grammar import PROJECT

# Which scale the words below a heading are of, by sheet.
_SCALES = {
    ("Mål", "Bedömning"): "assessment",
    ("Fokusområden", "Bedömning"): "assessment",
    ("Mål", "Trend"): "trend",
    ("Uppdrag", "Status"): "assignment",
    ("Åtgärder", "Beslutsläge"): "measure_decision",
    ("Åtgärder", "Status"): "measure_status",
    ("Rapport", "Status"): "report_status",
}
_TOLD = re.compile(r"”([^”]+)” som ”([^”]+)” \((\d+)\)")


def _scale(facts: Facts, name: str) -> dict[str, str]:
    """What the report calls each word of a scale: the year's end has words of its own for what was assessed."""
    scales = yaml.safe_load((PROJECT / "params" / "scales.yml").read_text("utf-8"))
    shown = scales["attainment" if name == "assessment" and facts.is_past else name]
    names = {one["code"]: one["word"] for one in shown}
    return {word: names[one["code"]] for one in scales[name] for word in (one["word"], *one.get("synonyms", ()))}


def other_words(facts: Facts) -> dict[str, Counter[tuple[str, str]]]:
    """By sheet: a word that stands in a committee's workbook, the report's own for it, and in how many cells."""
    codes = facts.reporting() if facts.committee == "REGION" else []
    found: dict[str, Counter[tuple[str, str]]] = {}
    for code in (*codes, facts.committee):
        path = facts.data / facts.year / facts.period / f"{code}.xlsx"
        # A plan's document may have no workbook.
        book = openpyxl.load_workbook(path, data_only=True) if path.exists() else openpyxl.Workbook()
        for (sheet, heading), scale in _SCALES.items():
            if sheet in book.sheetnames:
                for word, meant in _cells(book[sheet], heading, _scale(facts, scale)):
                    found.setdefault(sheet, Counter())[word, meant] += 1
    return found


def _cells(sheet: Worksheet, heading: str, words: dict[str, str]) -> list[tuple[str, str]]:
    """The words of a column, or of a form's line, that are not the report's own, each with that."""
    found = next(((cell.row, cell.column) for row in sheet for cell in row if cell.value == heading), None)
    if found is None:
        return []
    row, column = found
    below = [sheet.cell(row, column + 1)] if sheet.title == "Rapport" else sheet[get_column_letter(column)][row:]
    said = [str(cell.value).strip() for cell in below if cell.value]
    return [(word, words[word]) for word in said if word in words and word != words[word]]


def words_told(facts: Facts, text: str) -> bool:
    """The sentence tells every such word of these sheets, with what it was read as and in how many cells."""
    told = {}
    for part in text.split("; "):
        sheet, _, rest = part.removeprefix("i bladet ").partition(" ”")
        told[sheet] = Counter({(word, meant): int(count) for word, meant, count in _TOLD.findall(f"”{rest}")})
    known = {sheet for sheet, _ in _SCALES}
    return {sheet: words for sheet, words in told.items() if sheet in known} == other_words(facts)


def no_other_words(facts: Facts) -> bool:
    """Every word of these sheets is the report's own."""
    return not other_words(facts)


NAMES = (words_told, no_other_words)

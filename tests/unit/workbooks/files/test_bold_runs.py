"""What somebody made bold with Ctrl+B gets the marks of a text, where they can be meant."""

import io

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from followup.document.markdown import prose_of
from followup.ground.period import Period
from followup.params.subject import subject_of
from followup.sources.sources import load_sources
from followup.workbooks.files.bold_runs import with_stars
from followup.workbooks.files.workbook import open_workbook
from tests.workbooks import DNKS


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ([(False, "Det är "), (True, "viktigt"), (False, ".")], "Det är **viktigt**."),
        # The space that was marked with the word is no part of it.
        ([(False, "Det är "), (True, "viktigt "), (False, "nu.")], "Det är **viktigt** nu."),
        (
            [(True, "Ekonomi\n"), (False, "Bra.\n"), (True, "Mål\n"), (False, "Nås.")],
            "**Ekonomi**\nBra.\n**Mål**\nNås.",
        ),
        ([(True, "Två\nrader"), (False, "\nslut")], "**Två**\n**rader**\nslut"),
        ([(False, "a "), (True, "vik"), (True, "tigt"), (False, " b")], "a **viktigt** b"),
        # Half a word, digits alone, a text with stars, and one that is bold all through.
        ([(False, "över"), (True, "skott"), (False, " nu")], ""),
        ([(False, "a "), (True, "12"), (False, " b")], ""),
        ([(False, "a * "), (True, "ord"), (False, " b")], ""),
        ([(True, "Allt är fett")], ""),
        ([(False, "Inget")], ""),
    ],
)
def test_where_the_marks_stand(runs, text):
    assert with_stars(runs) == text


@pytest.mark.parametrize("text", ["Det är **viktigt**.", "**Ekonomi**\nBra.", "(**ord**), **två ord** här"])
def test_a_report_reads_the_marks_as_bold(text):
    assert "*" not in str(prose_of(text))


@pytest.mark.parametrize("sign", ["•", "–"])
def test_lines_with_a_sign_are_a_list(sign):
    (found,) = prose_of(f"{sign} Vakanser fylls\n{sign} Inköp skjuts upp")
    assert found == {"ul": [[{"p": ["Vakanser fylls"]}], [{"p": ["Inköp skjuts upp"]}]], "mark": sign}


def rich(path, sheet, cell):
    book = openpyxl.load_workbook(path)
    bold = TextBlock(InlineFont(b=True), "högre")
    book[sheet][cell] = CellRichText("Intäkterna är ", bold, " än budget.")
    book.save(path)


def test_only_running_text_has_marks(data, params):
    path = data / DNKS
    rows = list(openpyxl.load_workbook(path)["Kommentarer"].iter_rows())
    first = next(cell for row in rows for cell in row if cell.value == "Kommentar")
    place = f"{first.column_letter}{first.row + 1}"
    rich(path, "Kommentarer", place)
    sheet = open_workbook(path.read_bytes(), "DNKS").sheet("Kommentarer")
    assert list(sheet.marks.bold.values()) == ["Intäkterna är **högre** än budget."]
    sources = load_sources(subject_of(data, Period(2024, 4), "DNKS", params))
    assert sources.comments.frame["comment"].iloc[0] == "Intäkterna är **högre** än budget."


def test_a_heading_has_none(data, params):
    path = data / DNKS
    rows = list(openpyxl.load_workbook(path)["Kommentarer"].iter_rows())
    first = next(cell for row in rows for cell in row if cell.value == "Kommentar")
    book = openpyxl.load_workbook(path)
    book["Kommentarer"][first.coordinate] = CellRichText(TextBlock(InlineFont(b=True), "Komm"), "entar")
    target = io.BytesIO()
    book.save(target)
    path.write_bytes(target.getvalue())
    assert load_sources(subject_of(data, Period(2024, 4), "DNKS", params)).problems == ()

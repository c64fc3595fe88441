"""What stands in a workbook is the same, whichever form it has."""

from datetime import date

import pytest
from other_forms import FORMS, Bold, Failed, Scaled, Share, Struck, archive, ods_of

from followup.ground.errors import ReportError
from followup.workbooks.files.marked_cells import ErrorCell
from followup.workbooks.files.part_limits import MOST_COLUMNS, MOST_ROWS
from followup.workbooks.forms.any_workbook import open_any

SHEET = [
    ["Namn", "Värde", "Dag"],
    ["Åre & Ö <1>", -1234.5, date(2024, 5, 8)],
    [Share(0.045), 7, True],
    [Failed("#DIV/0!"), Failed("#N/A"), Scaled(2_600_000.0)],
    [Struck("utgår"), None, "två\nrader"],
]

any_form = pytest.mark.parametrize("form", FORMS)


def opened(form, sheets, **others):
    return open_any(FORMS[form](sheets, **others), f"bok{form}")


def refused(content, name):
    with pytest.raises(ReportError) as caught:
        open_any(content, name)
    (problem,) = caught.value.problems
    return problem.message


@any_form
def test_every_kind_of_cell(form):
    rows = opened(form, {"Blad": SHEET}).sheet("Blad").rows
    assert rows[0] == ["Namn", "Värde", "Dag"]
    assert rows[1] == ["Åre & Ö <1>", -1234.5, date(2024, 5, 8)]
    assert [str(cell) for cell in rows[2]] == ["4,5 %", "7.0", "True"]
    assert rows[3][:2] == [ErrorCell("#DIV/0!"), ErrorCell("#N/A")]
    assert str(rows[3][2]) == "2\u00a0600"
    assert rows[4] == ["utgår", "", "två\nrader"]


@any_form
def test_what_is_hidden_struck_through_or_merged(form):
    others = {"hides_row_3": True, "hides_column_c": True, "merged": [(0, 0, 0, 1)], "hidden": ["Dolt"]}
    book = opened(form, {"Blad": SHEET, "Dolt": [["x"]]}, **others)
    sheet = book.sheet("Blad")
    assert sheet.marks.hidden_rows == {2}
    assert sheet.marks.hidden_columns == [(2, 2)]
    assert sheet.marks.struck == {(4, 0)}
    assert sheet.merged == ((0, 0, 0, 1),)
    assert (sheet.is_hidden, book.sheet("Dolt").is_hidden) == (False, True)


@any_form
def test_what_is_bold_in_a_text(form):
    sheet = opened(form, {"Blad": [[Bold("Resultatet är ", "bättre än budget", ", och ökar.")]]}).sheet("Blad")
    assert sheet.rows == [["Resultatet är bättre än budget, och ökar."]]
    assert sheet.marks.bold == {(0, 0): "Resultatet är **bättre än budget**, och ökar."}


@any_form
def test_a_personal_number_is_found(form):
    (found,) = opened(form, {"Blad": [["a"], ["811218-9876"]]}).personal_numbers
    assert (found.sheet, found.cell) == ("Blad", (1, 0))


@any_form
def test_the_hash_is_of_the_file_itself(form):
    content = FORMS[form]({"Blad": SHEET})
    assert open_any(content, f"bok{form}").size == len(content)


@any_form
def test_a_wrong_ending_makes_no_difference(form):
    # A file that was given another name is read as what it is.
    content = FORMS[form]({"Blad": SHEET})
    assert open_any(content, "bok.xlsx").sheet("Blad").rows[0] == ["Namn", "Värde", "Dag"]


@any_form
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_what_is_cut_off_is_refused(form, share):
    content = FORMS[form]({"Blad": SHEET * 50})
    told = refused(content[: int(len(content) * share)], f"bok{form}")
    assert told.startswith(
        ("Filen är avbruten: slutet saknas.", "Filen är ingen Excel-arbetsbok, eller så är den skadad.")
    )


@any_form
def test_too_many_columns(form):
    # .xls has 256 at most.
    if form != ".xls":
        assert f"Bladet har fler än {MOST_COLUMNS} kolumner." in refused(FORMS[form]({"B": [[1] * 1001]}), f"b{form}")


def test_cells_that_repeat_without_end():
    cell = '<table:table-cell office:value-type="float" office:value="1"/>'
    rows = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
    assert refused(ods_of(f'<table:table table:name="B">{rows}</table:table>'), "b.ods").startswith(
        f"Bladet har fler än {MOST_ROWS} rader."
    )


def test_empty_cells_may_repeat():
    row = '<table:table-row table:number-rows-repeated="{}"><table:table-cell {}/></table:table-row>'
    empty = row.format(1_048_575, 'table:number-columns-repeated="16384"')
    first = row.format(1, 'office:value-type="float" office:value="1"')
    assert open_any(ods_of(f'<table:table table:name="B">{first}{empty}</table:table>'), "b.ods").sheet("B").rows == [
        [1.0]
    ]


def test_more_cells_than_are_written_again():
    cell = '<table:table-cell table:number-columns-repeated="100" office:value-type="float" office:value="1"/>'
    rows = f'<table:table-row table:number-rows-repeated="10001">{cell}</table:table-row>'
    assert refused(ods_of(f'<table:table table:name="B">{rows}</table:table>'), "b.ods") == (
        "Arbetsboken har fler än 1000000 celler. En arbetsbok i en annan form än .xlsx har högst 1000000 celler. Öppna "
        "filen och spara den som Excel-arbetsbok (.xlsx): där läses 3300000 celler i varje blad."
    )


@pytest.mark.parametrize(("rows", "times"), [(1, 300_000), (300, 1000)])
def test_a_text_that_repeats_without_end_is_not_written_as_often(rows, times):
    cell = f'<table:table-cell office:value-type="string"><text:p>{"x" * 30_000}</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="{times}">{cell}</table:table-row>'
    # Not as well packed as it could be: that would be refused for itself.
    noise = "".join(f"<table:table-row>{number(n / 7)}</table:table-row>" for n in range(5000 if rows > 1 else 0))
    assert refused(ods_of(f'<table:table table:name="B">{row * rows}{noise}</table:table>'), "b.ods").startswith(
        "Arbetsbokens celler håller mer än 150 MB text. En arbetsbok har högst 150 MB text."
    )


def number(value):
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


def test_a_text_without_end():
    spaces = '<text:s text:c="1000"/>' * 2001
    cell = f'<table:table-cell office:value-type="string"><text:p>{spaces}</text:p></table:table-cell>'
    table = f'<table:table table:name="B"><table:table-row>{cell}</table:table-row></table:table>'
    assert refused(ods_of(table), "b.ods").startswith("Filen är inget OpenDocument-kalkylblad, eller så är den skadad.")


def test_an_entity_of_ones_own_is_refused():
    content = b'<!DOCTYPE x [<!ENTITY a "b">]><office:document-content/>'
    parts = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}
    assert "innehåller egna XML-deklarationer" in refused(archive(parts), "b.ods")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7 ...", "Filen är en pdf."),
        (b"\xef\xbb\xbf<html><table>", "Filen är en webbsida (html)."),
        (b"MIME-Version: 1.0", "Filen är en webbsida i ett stycke (mht)."),
        (
            b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>',
            "Filen är ett XML-kalkylblad från Excel 2003.",
        ),
        (b"Period;Belopp\r\n2024-01;5\r\n", "Filen är en textfil och ingen .xlsx-fil."),
        (archive({"word/document.xml": b"<w/>"}), "Filen är ett Word-dokument."),
    ],
)
def test_what_is_no_workbook_is_named(content, told):
    assert refused(content, "bok.xlsx").startswith(told)


def test_a_password_is_told_of():
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    assert refused(content, "bok.xlsx") == (
        "Filen är lösenordsskyddad. En arbetsbok utan lösenord väntas. Öppna filen, ta bort lösenordet och spara den "
        "igen."
    )


@pytest.mark.parametrize("form", FORMS)
def test_damage_is_refused_and_never_a_crash(form):
    content = bytearray(FORMS[form]({"Blad": SHEET}))
    for place in range(0, len(content), 7):
        damaged = bytes(content[:place]) + bytes([content[place] ^ 0x55]) + bytes(content[place + 1 :])
        try:
            book = open_any(damaged, f"bok{form}")
            for name in book.sheet_paths:
                book.sheet(name)
        except ReportError:
            pass

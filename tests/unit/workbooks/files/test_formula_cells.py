"""Formulas that were saved without their value, as 0, from another workbook, or before a recalculation."""

import io
import zipfile

import pytest
import xlsxwriter
from raw_books import cell, raw_book, row, sheet_of, with_parts

from followup.workbooks.files.marked_cells import UncomputedFormula

ASKS = 'fullCalcOnLoad="1"'
LOST = UncomputedFormula()
DOUBTFUL = UncomputedFormula(may_be_zero=True)


def formula(reference, text, value, attributes=""):
    stored = "" if value is None else f"<v>{value}</v>"
    return f'<c r="{reference}"><f{attributes}>{text}</f>{stored}</c>'


def rows_of(cells, **options):
    return sheet_of(raw_book(f'<row r="1">{cells}</row>', **options)).rows


def test_xlsxwriter_saves_every_formula_as_zero():
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Blad")
        sheet.write_row("A1", [5, 7, 0])
        sheet.write_formula("D1", "=SUM(A1:B1)")
        sheet.write_array_formula("E1:E3", "{=A1:A3*2}")
        sheet.write_formula("F1", "=A1-5", value=0)
    assert sheet_of(target.getvalue()).rows == [
        [5.0, 7.0, 0.0, LOST, LOST, LOST],
        ["", "", "", "", LOST, ""],
        ["", "", "", "", LOST, ""],
    ]


def test_a_formula_that_was_given_its_value_is_kept_and_a_zero_beside_it_is_doubtful():
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Blad")
        sheet.write_formula("A1", "=5+7", value=12)
        sheet.write_formula("B1", "=5-5", value=0)
    assert sheet_of(target.getvalue()).rows == [[12.0, DOUBTFUL]]


@pytest.mark.parametrize("zero", ["0", "0.0", "-0", "0E0"])
def test_a_zero_in_a_workbook_that_excel_has_computed_is_a_zero(zero):
    cells = formula("A1", "5-5", zero)
    assert rows_of(cells) == [[0.0]]
    assert rows_of(cells, calculation='calcId="191029"') == [[0.0]]
    assert rows_of(cells, calculation='calcId="191029" fullCalcOnLoad="0"') == [[0.0]]
    for asks in (ASKS, 'fullCalcOnLoad="true"', 'forceFullCalc="1"', 'calcCompleted="0"'):
        assert rows_of(cells, calculation=asks) == [[LOST]]


def test_shared_formulas_data_tables_texts_and_truths():
    cells = (
        formula("A1", "B1*2", "0", ' t="shared" ref="A1:A2" si="0"')
        + formula("B1", "", "0", ' t="shared" si="0"')
        + formula("C1", "", "0", ' t="dataTable" ref="C1:D1" dt2D="0"')
        + cell("D1", 0)
        + cell("E1", 0)
        + '<c r="F1" t="str"><f>""</f><v></v></c><c r="G1" t="b"><f>1=2</f><v>0</v></c>'
    )
    assert rows_of(cells, calculation=ASKS) == [[LOST, LOST, LOST, LOST, 0.0, "", False]]


def test_an_array_formula_without_a_value_empties_its_whole_area():
    cells = formula("A1", "C1:C2", None, ' t="array" ref="A1:B1"')
    assert rows_of(cells) == [[LOST, LOST]]


def test_a_formula_on_another_workbook():
    link = {"xl/externalLinks/externalLink1.xml": "<externalLink/>"}
    cells = (
        formula("A1", "[1]Blad!$A$1", "5")
        + formula("B1", "SUM('[2]Blad 1'!A1:A3)", "5", ' t="shared" si="0" ref="B1:C1"')
        + formula("C1", "", "6", ' t="shared" si="0"')
        + formula("D1", "SUM(Tabell[2024])", "5")
        + formula("E1", '"[1]"&amp;A1', "5")
    )
    content = raw_book(f'<row r="1">{cells}</row>')
    assert sheet_of(with_parts(content, link)).marks.linked == {(0, 0), (0, 1), (0, 2)}
    assert sheet_of(content).marks.linked == set()


def test_a_formula_on_another_workbook_by_its_name_or_through_a_name():
    cells = (
        formula("A1", "'C:\\[Bok.xlsx]Blad 1'!A1", "5")
        + formula("B1", "[Bok.xlsx]Blad1!A1", "5")
        + formula("C1", 'IFERROR(__xludf.DUMMYFUNCTION("IMPORTRANGE(""x"",""A1"")"),5)', "5")
        + formula("D1", "Kurs*2", "5")
        + formula("E1", '"Kurs [Bok.xlsx]Blad1!"', "5")
        + formula("F1", "Tabell[[#This Row],[Utfall]]+Kurser", "5")
    )
    content = raw_book(f'<row r="1">{cells}</row>')
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        index = archive.read("xl/workbook.xml").decode()
    names = '<definedNames><definedName name="Kurs">[1]Blad!$A$1</definedName></definedNames></workbook>'
    link = {"xl/externalLinks/externalLink1.xml": "<x/>", "xl/workbook.xml": index.replace("</workbook>", names)}
    assert sheet_of(with_parts(content, link)).marks.linked == {(0, 0), (0, 1), (0, 2), (0, 3)}
    assert sheet_of(content).marks.linked == {(0, 0), (0, 1), (0, 2)}


@pytest.mark.parametrize(
    ("text", "is_linked"),
    [
        ('_xlfn.WEBSERVICE("https://x")', True),
        ('RTD("program",,"kurs")', True),
        ('DDE("soffice";"bok.ods";"Blad1.A1")', True),
        ('CUBEVALUE("kub","[Utfall]")', True),
        ('_xldudf_importdata("x")+importdata ("x")', True),
        ("SUM(Hastordrtd)", False),
        ("DDENUM(A1)+ACCUMULATE(A1)", False),
    ],
)
def test_a_formula_that_fetches_its_value(text, is_linked):
    content = raw_book(f'<row r="1">{formula("A1", text.replace("&", "&amp;"), "5")}</row>')
    assert bool(sheet_of(content).marks.linked) is is_linked


def test_a_workbook_that_was_saved_before_it_was_recalculated():
    cells = f'<row r="1">{formula("A1", "5+7", "12")}{cell("B1", 5)}</row>'
    assert sheet_of(raw_book(cells, calculation='calcMode="manual" calcCompleted="0"')).marks.outdated == {(0, 0)}
    assert sheet_of(raw_book(cells, calculation='calcMode="manual"')).marks.outdated == set()
    by_hand = 'calcMode="manual" calcOnSave="0"'
    assert sheet_of(raw_book(cells, calculation=by_hand)).marks.outdated == {(0, 0)}


def test_an_area_far_away_is_refused_and_not_filled():
    cells = formula("A1", "1", None, ' t="array" ref="XFC1048570:XFD1048576"')
    with pytest.raises(Exception, match="Bladet sträcker sig över 1048576 rader och 16384 kolumner"):
        sheet_of(raw_book(f'<row r="1">{cells}</row>'))


def test_libreoffice_and_excel_values_are_kept():
    cells = row(1, 5) + f'<row r="2">{formula("A2", "A1*0", "0")}{formula("B2", "A1", "5")}</row>'
    found = sheet_of(raw_book(cells, calculation='iterateCount="100" refMode="A1" iterate="false"')).rows
    assert found == [[5.0, ""], [0.0, 5.0]]

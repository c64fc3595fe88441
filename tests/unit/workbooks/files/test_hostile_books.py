"""Workbooks that are made to cost much: each is refused before it is parsed, and told as what it is."""

import io
import subprocess
import sys
import zipfile
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZIP_STORED

import pytest

from followup.ground.errors import Problem, ReportError
from followup.workbooks.files import part_limits
from followup.workbooks.files.workbook import open_workbook
from tests import hostile_books as books

pytestmark = pytest.mark.slow

NAME = "2024/prov.xlsx"
COPY = "Kopiera de blad som rapporten läser till en ny arbetsbok, som värden, och spara den med filens namn."
AWAY = "Ta bort innehåll som ligger långt utanför tabellen."
FAR = "Ett blad har högst 500000 rader, 1000 kolumner och 3300000 celler."


def problem_of(content: bytes) -> Problem:
    with pytest.raises(ReportError) as caught:
        open_workbook(content, NAME).sheet("Blad")
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(
    ("content", "sheet", "found", "expected", "remedy"),
    [
        pytest.param(
            lambda: books.styles(200_000),
            "",
            "Arbetsboken har 200000 cellformat.",
            "En arbetsbok har högst 131000 cellformat.",
            COPY,
            id="styles",
        ),
        pytest.param(
            lambda: books.shared_strings(95_000, 500),
            "",
            "Listan med arbetsbokens texter packas upp till 82 MB.",
            "Högst 80 MB väntas där.",
            COPY,
            id="shared strings",
        ),
        pytest.param(
            lambda: books.shared_strings(1_000_001, 4),
            "",
            "Arbetsboken har 1000001 olika texter.",
            "En arbetsbok har högst 1000000 olika texter.",
            COPY,
            id="many shared strings",
        ),
        pytest.param(
            lambda: books.stated_strings(4_000_000_000),
            "",
            "Arbetsboken har 4000000000 olika texter.",
            "En arbetsbok har högst 1000000 olika texter.",
            COPY,
            id="a list of texts that says too much",
        ),
        pytest.param(
            lambda: books.number_formats(5_001),
            "",
            "Arbetsboken har 5001 olika talformat.",
            "En arbetsbok har högst 5000 talformat.",
            COPY,
            id="number formats",
        ),
        pytest.param(
            lambda: books.repeated_string(30_000, 6_000),
            "Blad",
            "Bladets celler håller tillsammans 189 MB text.",
            "Ett blad har högst 150 MB text.",
            COPY,
            id="one text in many cells",
        ),
        pytest.param(
            lambda: books.grid(50_000, 26, '<c r="{place}"><f>1</f><v>1</v></c>'),
            "Blad",
            "Bladet har 1300000 formler.",
            "Ett blad har högst 1200000 formler.",
            COPY,
            id="formulas",
        ),
        pytest.param(
            lambda: books.merged(60_000),
            "Blad",
            "Bladet har 60000 sammanslagna områden.",
            "Ett blad har högst 50000 sammanslagna områden.",
            COPY,
            id="merged areas",
        ),
        pytest.param(
            lambda: books.grid(16_000, 26, '<c r="{place}" t="e"><v>#N/A</v></c>'),
            "Blad",
            "Bladet har 416000 felvärden (som #SAKNAS!).",
            "Ett blad har högst 400000 felvärden.",
            COPY,
            id="error cells",
        ),
        pytest.param(
            lambda: books.one_row('<c r="A1"/>', 3_400_000),
            "",
            "Filen packas upp till 35 MB.",
            "En arbetsbok packas upp till högst 300 MB och högst 200 gånger sin storlek.",
            COPY,
            id="one cell again and again",
        ),
        pytest.param(
            lambda: books.grid(1, 1_001, '<c r="{place}"><v>1</v></c>'),
            "Blad",
            "Bladet sträcker sig över 1 rader och 1001 kolumner.",
            FAR,
            AWAY,
            id="wide",
        ),
        pytest.param(
            lambda: books.far_row(2),
            "Blad",
            "Bladet sträcker sig över 1048576 rader och 2 kolumner.",
            FAR,
            AWAY,
            id="a row far away",
        ),
        pytest.param(
            lambda: books.sheets(100_000),
            "",
            "Arbetsbokens innehållsförteckning packas upp till 5 MB.",
            "Högst 4 MB väntas där.",
            COPY,
            id="sheets",
        ),
        pytest.param(
            lambda: books.deep(700_000),
            "",
            "Arbetsbokens innehållsförteckning packas upp till 5 MB.",
            "Högst 4 MB väntas där.",
            COPY,
            id="deep",
        ),
        pytest.param(
            lambda: books.many_parts(2_001),
            "",
            "Filen innehåller 2007 delar.",
            "En arbetsbok har högst 2000 delar.",
            COPY,
            id="parts",
        ),
        *(
            pytest.param(
                make,
                "Blad",
                "En text i arbetsboken är längre än 200000 tecken.",
                "En text i en cell är högst 32 767 tecken.",
                "Ta bort eller korta texten.",
                id=name,
            )
            for name, make in {
                "an attribute": lambda: books.attribute(500_000),
                "attributes": lambda: books.attributes(60_000),
                "an inline text": lambda: books.inline(500_000),
            }.items()
        ),
    ],
)
def test_what_is_too_much_is_told_as_what_it_is(content, sheet, found, expected, remedy):
    assert problem_of(content()) == Problem(NAME, sheet, "", found, expected, remedy)


def test_more_cells_than_a_ledger_has(monkeypatch):
    monkeypatch.setattr(part_limits, "MOST_CELLS", 1_000)
    content = books.one_row('<c r="A1"><v>1</v></c>', 2_000)
    assert problem_of(content).message == f"Bladet har 2000 celler. Ett blad har högst 1000 celler. {COPY}"


def test_more_rows_without_cells_than_a_sheet_has(monkeypatch):
    monkeypatch.setattr(part_limits, "MOST_OTHER_TAGS", 1_000)
    assert problem_of(books.empty_rows(2_000)).message == (
        f"Bladet har 2004 uppgifter utöver cellerna. Ett blad har högst 1000 uppgifter utöver cellerna. {COPY}"
    )


@pytest.mark.parametrize("method", [ZIP_BZIP2, ZIP_LZMA])
def test_a_compression_that_excel_does_not_use(method):
    assert problem_of(books.archive({}, method)).found == "Filen är komprimerad med en metod som Excel inte använder."


def test_deflate64_is_refused_as_such():
    content = bytearray(books.archive({}))
    for mark in (b"PK\x01\x02", b"PK\x03\x04"):
        at = content.find(mark)
        while at >= 0:
            offset = at + (10 if mark == b"PK\x01\x02" else 8)
            content[offset : offset + 2] = (9).to_bytes(2, "little")
            at = content.find(mark, at + 4)
    assert problem_of(bytes(content)).found == "Filen är komprimerad med en metod som Excel inte använder."


def test_a_zip64_archive_is_read():
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(books.archive({}))) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            with made.open(name, "w", force_zip64=True) as part:
                part.write(source.read(name))
    assert open_workbook(target.getvalue(), NAME).sheet("Blad").rows == [[7.0]]


@pytest.mark.parametrize("name", ["xl/theme/theme1.xml", "xl/comments1.xml", "xl/worksheets/sheet2.xml"])
def test_parts_that_nobody_reads_cost_nothing(name):
    """Not even a declaration in them matters: they are never unzipped."""
    content = books.archive({name: "<!DOCTYPE x><x>" + "<" * 1000}, ZIP_STORED)
    assert open_workbook(content, NAME).sheet("Blad").rows == [[7.0]]


def test_many_percent_styles_do_not_make_a_search_for_each():
    styles = books.styles(60_000)
    with zipfile.ZipFile(io.BytesIO(styles)) as source:
        # The first is that of all cells that name none.
        part = source.read("xl/styles.xml").decode().replace('numFmtId="9"', 'numFmtId="0"', 1)
        content = books.archive({"xl/styles.xml": part})
    assert open_workbook(content, NAME).sheet("Blad").rows == [[7.0]]


def test_a_number_beside_a_long_text_is_not_taken_for_the_text():
    """The value 0 in 20 000 cells of numbers is no reference to the first shared text."""
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>0</v></c></row>' for n in range(2, 20_000))
    first = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    strings = books.shared_xml(f"<si><t>{'x' * 30_000}</t></si>")
    content = books.archive({books.SHEET: books.sheet_xml(first + rows), "xl/sharedStrings.xml": strings})
    assert len(open_workbook(content, NAME).sheet("Blad").rows) == 19_999


def test_shared_texts_may_lie_elsewhere():
    """Where they lie is stated by the workbook's own list of parts."""
    content = books.archive({})
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        relations = source.read("xl/_rels/workbook.xml.rels").decode().replace("sharedStrings.xml", "texter.xml")
    content = books.archive(
        {
            "xl/_rels/workbook.xml.rels": relations,
            "xl/texter.xml": books.shared_xml("<si><t>Text</t></si>"),
            books.SHEET: books.sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
        }
    )
    assert open_workbook(content, NAME).sheet("Blad").rows == [["Text"]]


MEASURE = """
import resource
from followup.ground.errors import ReportError
from followup.workbooks.files.workbook import open_workbook
from tests import hostile_books as books
content = books.{make}
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    open_workbook(content, "x").sheet("Blad")
except ReportError:
    print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in kibibytes on Linux alone")
@pytest.mark.parametrize("make", ["styles(1_000_000)", "repeated_string(30_000, 200_000)", "sheets(400_000)"])
def test_a_refusal_takes_little_memory(make):
    done = subprocess.run([sys.executable, "-c", MEASURE.format(make=make)], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 300


def test_comments_that_are_named_many_times_are_read_once():
    (found,) = open_workbook(books.comment_relations(30_000), NAME).personal_numbers
    assert (found.sheet, found.cell) == ("Blad", (0, 0))


def test_array_formulas_over_far_more_cells_than_there_are():
    marks = open_workbook(books.array_areas(20_000), NAME).sheet("Blad").marks
    # Each formula's own cell has no value. Of their areas, the first fifty fill half a million.
    assert {(row, 0) for row in range(20_000)} <= marks.cells.keys()
    assert (60, 99) in marks.cells
    assert (15_000, 99) not in marks.cells


def test_runs_in_each_others_formats():
    assert open_workbook(books.nested_runs(200_000), NAME).personal_numbers == []

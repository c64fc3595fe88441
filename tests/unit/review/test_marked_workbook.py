"""A marked copy is the workbook with other fills and comments, and nothing else: compared part by part."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment

from followup.ground.errors import Problem, Severity
from followup.ground.palette import palette
from followup.ground.paths import PROJECT
from followup.review.marked_styles import Unmarkable
from followup.review.marked_workbook import marked_copy
from followup.workbooks.files.workbook import open_workbook
from tests.other_forms import FORMS, csv
from tests.raw_books import raw_book, row, with_parts

NAME = "2024/2024-04/DNHS.xlsx"
EXAMPLE = PROJECT / "data" / "example" / NAME
# What a mark adds or changes, whatever else the workbook has.
CHANGED = {"[Content_Types].xml", "xl/styles.xml"}


def problem(cell: str, sheet: str = "Prognos", severity: Severity = Severity.ERROR) -> Problem:
    return Problem(NAME, sheet, cell, "Här står en text.", "Ett tal väntas.", "Skriv talet.", severity)


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def styled(cells: str) -> bytes:
    """A workbook of these cells with the styles that a library gives one."""
    content = raw_book(cells)
    return with_parts(content, {"xl/styles.xml": parts(EXAMPLE.read_bytes())["xl/styles.xml"].decode()})


def without_styles(xml: bytes) -> bytes:
    """A sheet without what a mark may change: the styles of cells, and the tie to the comments."""
    plain = re.sub(rb'(<c r="[A-Z]+[0-9]+") s="[0-9]+"', rb"\1", xml)
    return re.sub(rb"<legacyDrawing [^>]*/>", b"", plain)


@pytest.fixture
def rich() -> bytes:
    """What a library that loads and saves would lose or change: a picture's chart, drop-downs, formats, a comment."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet("Prognos")
    money = book.add_format({"num_format": "#,##0.0", "bold": True, "align": "right", "bg_color": "#DDEEFF"})
    sheet.set_column("D:D", 20, money)
    sheet.write_row("A1", ["Verksamhet", "Prognos"])
    sheet.write("A2", "Medicin")
    sheet.write("B2", 1.5, money)
    sheet.write_formula("B3", "=SUM(B2:B2)", money, 1.5)
    sheet.write_rich_string("A3", "Del ", money, "fet")
    sheet.write_comment("B2", "Kontrollerad av ekonomi.")
    sheet.data_validation("C2:C9", {"validate": "list", "source": ["Ja", "Nej"]})
    sheet.conditional_format("B2:B9", {"type": "cell", "criteria": ">", "value": 1, "format": money})
    sheet.add_table("F1:G3", {"columns": [{"header": "A"}, {"header": "B"}]})
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Prognos!$B$2:$B$3"})
    sheet.insert_chart("H5", chart)
    other = book.add_worksheet("Annat")
    other.write("A1", "orört")
    other.insert_checkbox("A3", True) if hasattr(other, "insert_checkbox") else None
    book.close()
    return target.getvalue()


def test_every_other_part_is_byte_for_byte_the_same() -> None:
    before = EXAMPLE.read_bytes()
    after = marked_copy(before, NAME, [problem("C7"), problem("C9")])
    old, new = parts(before), parts(after)
    sheet = open_workbook(before, NAME).sheet_paths["Prognos"]
    added = {"xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}
    relations = sheet.replace("worksheets/", "worksheets/_rels/") + ".rels"
    assert new.keys() - old.keys() <= added | {relations}
    assert old.keys() <= new.keys()
    assert {name for name in old if old[name] != new[name]} <= CHANGED | {sheet, relations}
    assert without_styles(old[sheet]) == without_styles(new[sheet])


def test_the_cell_keeps_all_of_its_format_but_the_fill(rich: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(marked_copy(rich, NAME, [problem("B2"), problem("A2,B3")])))
    cells, before = book["Prognos"], openpyxl.load_workbook(io.BytesIO(rich))["Prognos"]
    for cell in ("A2", "B2", "B3"):
        assert cells[cell].fill.fgColor.rgb == "FF" + palette().marked_error[1:]
        assert cells[cell].value == before[cell].value
        for part in ("number_format", "font", "alignment", "border", "protection"):
            assert repr(getattr(cells[cell], part)) == repr(getattr(before[cell], part)), (cell, part)
    assert cells["B3"].value == "=SUM(B2:B2)"
    assert repr(cells["A1"].fill) == repr(before["A1"].fill)


def test_drop_downs_charts_tables_and_other_sheets_are_as_they_were(rich: bytes) -> None:
    old, new = parts(rich), parts(marked_copy(rich, NAME, [problem("B2")]))
    changed = {name for name in old if old[name] != new[name]}
    assert changed == {"xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/comments1.xml"}
    assert without_styles(old["xl/worksheets/sheet1.xml"]) == without_styles(new["xl/worksheets/sheet1.xml"])
    assert {"xl/charts/chart1.xml", "xl/tables/table1.xml", "xl/worksheets/sheet2.xml"} <= new.keys() - changed


def test_a_comment_that_is_there_is_kept_and_ours_is_below_it(rich: bytes) -> None:
    cells = openpyxl.load_workbook(io.BytesIO(marked_copy(rich, NAME, [problem("B2"), problem("A2")])))["Prognos"]
    ours = "Fel: Här står en text. Ett tal väntas. Skriv talet."
    assert cells["B2"].comment.text == f"Kontrollerad av ekonomi.\n\nGranskning: {ours}"
    assert cells["A2"].comment.text == ours


def test_a_cell_and_a_row_that_are_not_there_are_added_in_order(rich: bytes) -> None:
    after = marked_copy(rich, NAME, [problem("D2"), problem("D40"), problem("B1:C2")])
    sheet = parts(after)["xl/worksheets/sheet1.xml"].decode()
    assert re.findall(r'<c r="([A-Z]+)(?:1|2|40)"', sheet) == ["A", "B", "C", "F", "G", "A", "B", "C", "D", "D"]
    assert re.findall(r'<row r="([0-9]+)"', sheet) == ["1", "2", "3", "40"]
    cells = openpyxl.load_workbook(io.BytesIO(after))["Prognos"]
    # As its column has it, which is 20 wide and bold.
    assert (cells["D40"].font.bold, cells["D40"].number_format) == (True, "#,##0.0")
    # The first cell of an area has what is said of it.
    assert [cell for cell in ("B1", "C1", "B2", "C2") if cells[cell].comment] == ["B1", "B2"]


def test_a_box_has_room_for_what_stands_in_it(rich: bytes) -> None:
    long = replace(problem("A2"), found=" ".join(["Ett långt meddelande."] * 40))
    drawn = parts(marked_copy(rich, NAME, [problem("A3"), long]))["xl/drawings/vmlDrawing1.vml"].decode()
    anchors = [one.split(", ") for one in re.findall(r"<x:Anchor>([^<]*)</x:Anchor>", drawn)]
    # The first row and the last, from 0, of the boxes of A2 and A3: 913 characters are 21 lines of 45, and a row more.
    assert [(one[2], one[6]) for one in anchors[-2:]] == [("0", "22"), ("1", "7")]
    # 320 wide from 15 pixels into B: the rest of B, C (64 each), D (145, 20 digits and the edge) and 62 of E.
    assert [(one[0], one[1], one[4], one[5]) for one in anchors[-2:]] == [("1", "15", "4", "62")] * 2


def test_what_is_said_of_a_sheet_stands_in_its_first_cell(rich: bytes) -> None:
    cells = openpyxl.load_workbook(io.BytesIO(marked_copy(rich, NAME, [problem("", severity=Severity.WARNING)])))
    assert cells["Prognos"]["A1"].comment.text == "Varning: Här står en text. Ett tal väntas. Skriv talet."
    assert cells["Prognos"]["A1"].fill.fgColor.rgb == "FF" + palette().marked_warning[1:]


def test_the_same_problems_give_the_same_bytes() -> None:
    content = EXAMPLE.read_bytes()
    assert marked_copy(content, NAME, [problem("C7")]) == marked_copy(content, NAME, [problem("C7")])


def test_our_own_reader_reads_the_same_of_it(rich: bytes) -> None:
    for content in (EXAMPLE.read_bytes(), rich):
        before, after = (
            open_workbook(one, NAME)
            for one in (content, marked_copy(content, NAME, [problem("C7"), problem("B2"), problem("B60")]))
        )
        for name in before.sheet_paths:
            old, new = before.sheet(name), after.sheet(name)
            # A row that was added is empty.
            assert [row for row in new.rows if any(row)] == [row for row in old.rows if any(row)]
            assert (new.marks.formats, new.merged) == (old.marks.formats, old.merged)


def test_a_library_that_wrote_comments_in_its_own_way_is_understood(tmp_path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Prognos"
    book.active["B2"] = 1
    book.active["B2"].comment = Comment("Från början", "Ekonomi")
    book.save(tmp_path / "bok.xlsx")
    after = marked_copy((tmp_path / "bok.xlsx").read_bytes(), NAME, [problem("B2"), problem("B3")])
    cells = openpyxl.load_workbook(io.BytesIO(after))["Prognos"]
    assert cells["B2"].comment.text.startswith("Från början\n\nGranskning: Fel: ")
    assert cells["B3"].comment.author == "Granskning"


@pytest.mark.parametrize(
    ("content", "sheet", "why"),
    [
        (b"", "Blad", "Filen är tom."),
        (styled("<row><c><v>1</v></c></row>"), "Blad", "Bladets rader och celler saknar adresser."),
        (
            raw_book('<row r="1"><c r="A1"><v>1</v></c></row>'),
            "Saknas",
            "Det som är fel gäller arbetsboken eller ett blad som inte finns, och inte någon cell.",
        ),
        (
            styled('<row r="1"><c r="A1"><v>1</v></c><!-- x --></row>'),
            "Blad",
            "En del av arbetsboken har kommentarer i sin XML.",
        ),
    ],
)
def test_what_cannot_be_marked_says_why(content: bytes, sheet: str, why: str) -> None:
    with pytest.raises(Unmarkable) as refused:
        marked_copy(content, NAME, [problem("A1", sheet)])
    assert str(refused.value) == why


@pytest.mark.parametrize("change", [lambda name: name.replace("/", "\\"), str.upper])
def test_a_package_that_another_program_has_packed_is_left_alone(change: Callable[[str], str]) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw_book(row(1, "a")))) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            copy.writestr(change(name), source.read(name))
    with pytest.raises(Unmarkable) as refused:
        marked_copy(target.getvalue(), NAME, [problem("A1")])
    assert str(refused.value) == (
        "Filen är skriven av ett annat program, på ett sätt som bara kan läsas. Öppna den i Excel och spara den som "
        "Excel-arbetsbok (.xlsx), så kan den märkas."
    )


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        (
            "2024/2024-04/utfall.csv",
            csv([["a", "b"]]),
            "En csv-fil har varken färger eller kommentarer. Cellerna står i tabellen, med de namn som de har när "
            "filen är öppen i Excel.",
        ),
        *(
            (
                f"2024/2024-04/DNHS{form}",
                written({"Prognos": [["a", 1]]}),
                "Bara en arbetsbok som är sparad som .xlsx eller .xlsm kan märkas. Cellerna står i tabellen: öppna "
                "filen och gå till dem.",
            )
            for form, written in FORMS.items()
        ),
    ],
)
def test_another_form_than_excels_is_left_alone_and_says_where_to_look(name: str, content: bytes, why: str) -> None:
    with pytest.raises(Unmarkable) as refused:
        marked_copy(content, name, [problem("A1")])
    assert str(refused.value) == why


THREADED = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
OFFICE_2017 = "http://schemas.microsoft.com/office/2017/10/relationships"


@pytest.fixture
def threaded(rich: bytes) -> bytes:
    """The workbook with a thread of comments in B2, as Excel 365 writes one: the comment is its copy for older ones."""
    found = parts(rich)
    thread = (
        f'<ThreadedComments xmlns="{THREADED}">'
        '<threadedComment ref="B2" dT="2024-04-08T09:30:00.00" personId="{P1}" id="{T1}"><text>Stämmer det?</text>'
        '</threadedComment><threadedComment ref="B2" dT="2024-04-09T09:30:00.00" personId="{P1}" id="{T2}" '
        'parentId="{T1}"><text>Ja.</text></threadedComment></ThreadedComments>'
    )
    persons = (
        f'<personList xmlns="{THREADED}"><person displayName="Controller" id="{{P1}}" userId="x" providerId="None"/>'
        "</personList>"
    )
    relations = "xl/worksheets/_rels/sheet1.xml.rels"

    def related(name: str, kind: str, target: str) -> str:
        tag = f'<Relationship Id="rIdT" Type="{OFFICE_2017}/{kind}" Target="{target}"/></Relationships>'
        return found[name].decode().replace("</Relationships>", tag)

    return with_parts(
        rich,
        {
            "xl/threadedComments/threadedComment1.xml": thread,
            "xl/persons/person.xml": persons,
            relations: related(relations, "threadedComment", "../threadedComments/threadedComment1.xml"),
            "xl/_rels/workbook.xml.rels": related("xl/_rels/workbook.xml.rels", "person", "persons/person.xml"),
        },
    )


def test_in_a_thread_of_comments_ours_is_the_last_answer(threaded: bytes) -> None:
    after = parts(marked_copy(threaded, NAME, [problem("B2"), problem("A2")]))
    thread = ElementTree.fromstring(after["xl/threadedComments/threadedComment1.xml"])
    persons = ElementTree.fromstring(after["xl/persons/person.xml"])
    names = {one.get("id"): one.get("displayName") for one in persons}
    ours = "Fel: Här står en text. Ett tal väntas. Skriv talet."
    told = [
        (
            names[one.get("personId")],
            one.get("ref"),
            one.get("parentId"),
            one.get("dT"),
            one.findtext(f"{{{THREADED}}}text"),
        )
        for one in thread
    ]
    assert told == [
        ("Controller", "B2", None, "2024-04-08T09:30:00.00", "Stämmer det?"),
        ("Controller", "B2", "{T1}", "2024-04-09T09:30:00.00", "Ja."),
        ("Granskning", "B2", "{T1}", "2024-04-09T09:30:00.00", ours),
    ]
    # A cell without a thread has a comment as always.
    cells = openpyxl.load_workbook(io.BytesIO(marked_copy(threaded, NAME, [problem("A2")])))["Prognos"]
    assert cells["A2"].comment.text == ours


def test_threads_of_other_cells_are_byte_for_byte_the_same(threaded: bytes) -> None:
    old, new = parts(threaded), parts(marked_copy(threaded, NAME, [problem("A2")]))
    for name in ("xl/threadedComments/threadedComment1.xml", "xl/persons/person.xml"):
        assert old[name] == new[name]


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_another_program_opens_it(tmp_path, rich: bytes) -> None:
    path = tmp_path / "DNHS-markerad.xlsx"
    path.write_bytes(marked_copy(rich, NAME, [problem("B2"), problem("D40")]))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    for form in ("pdf", "ods"):
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        assert path.with_suffix(f".{form}").stat().st_size > 1000
    with zipfile.ZipFile(path.with_suffix(".ods")) as archive:
        content = archive.read("content.xml").decode()
    assert content.count("<office:annotation ") == 2
    assert [text in content for text in ("Kontrollerad av ekonomi.", "Här står en text.")] == [True, True]

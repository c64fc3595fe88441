"""From cells to a table: the header, the table's end, totals, keys and many errors of one kind."""

import pytest

from followup.checks.rows import stated_totals
from followup.ground.errors import Problem, Severity
from followup.params.column_layout import ColumnLayout
from followup.params.layouts import TableLayout, TotalRow
from followup.workbooks.cells.cell_values import ErrorCell
from followup.workbooks.cells.findings import Finding, problems_of
from followup.workbooks.files.workbook import Sheet
from followup.workbooks.form_reader import read_form
from followup.workbooks.table_reader import read_table, readers_of

NBSP = "\u00a0"

COLUMNS = {
    "line": ColumnLayout(header="Nämnd", synonyms=("Anslag",), type="text"),
    "amount": ColumnLayout(header="2024", type="amount", unit="mnkr", sign="ledger"),
    "note": ColumnLayout(header="Kommentar", type="text", empty="allowed"),
}
LAYOUT = TableLayout(
    sheet="Ramar", key=("line",), columns=COLUMNS, total_row=TotalRow(column="line", words=("Summa", "Totalt"))
)
HEADER = ["Nämnd", 2024.0, "Kommentar"]


def read(rows, layout=LAYOUT):
    """Rows of any length become as wide as the widest, as the reader gives them."""
    width = max(map(len, rows))
    grid = [[*row, *[""] * (width - len(row))] for row in rows]
    reading = read_form if layout.form else read_table
    return reading("frames", Sheet("Ramar", grid), layout, readers_of(layout, {}))


def problems(rows, layout=LAYOUT):
    table = read(rows, layout)
    return problems_of(table.findings, "b.xlsx", "Ramar")


def error(cell, found, expected, remedy, severity=Severity.ERROR):
    return Problem("b.xlsx", "Ramar", cell, found, expected, remedy, severity)


def test_a_table_below_a_title_with_notes_after_it():
    table = read(
        [
            ["Fördelning av budget till nämnder"],
            [],
            ["", "Uttagsdatum: 2024-05-08"],
            HEADER,
            ["Kultur", 183.0, ""],
            ["Trafik", 120.5, "ny"],
            [],
            ["Beloppen är nettokostnader."],
            ["", "", "Källa: Mål och budget"],
        ]
    )
    assert table.findings == ()
    assert table.letters == {"line": "A", "amount": "B", "note": "C"}
    assert table.frame.index.tolist() == [5, 6]
    assert table.frame["line"].tolist() == ["Kultur", "Trafik"]
    assert table.frame["amount"].tolist() == [-183e6, -120.5e6]
    assert table.frame["note"].tolist() == [None, "ny"]
    assert table.notes.extracted.isoformat() == "2024-05-08"


def test_columns_may_stand_in_any_order_with_others_between():
    table = read([["Kommentar", "Antal", f"2024{NBSP}(mnkr)", "", "ANSLAG:"], ["x", 5.0, 1.0, "", "Kultur"]])
    assert table.findings == ()
    assert table.letters == {"line": "E", "amount": "C", "note": "A"}


def test_a_cost_of_nothing_is_plain_zero():
    assert str(read([HEADER, ["Regionservice", 0.0]]).frame["amount"].iloc[0]) == "0.0"


def test_no_header_at_all():
    assert problems([["Nämnden"], ["Kultur", 183.0]]) == [
        error(
            "",
            "Ingen rubrikrad finns bland de 30 första raderna.",
            "En rad med rubrikerna ”Nämnd”, ”2024” och ”Kommentar” väntas.",
            "Lägg till rubrikraden. Heter rubrikerna något annat som betyder precis detsamma: byt dem, eller skriv dem "
            "som synonymer i params/layouts.",
        )
    ]
    assert problems([[""]] * 30 + [HEADER[:1], ["Kultur", 183.0]])[0].found.startswith("Ingen rubrikrad")


def test_a_table_far_down_is_found_by_all_its_headings():
    far = [[""]] * 30 + [HEADER, ["Kultur", 183.0], [""]]
    assert read(far).frame.index.tolist() == [32]
    assert problems(far * 2) == [
        error(
            "",
            "Tabellens rubriker står alla på raderna 31 och 64.",
            "Tabellen väntas på ett ställe i bladet.",
            "Ta bort den som inte gäller, eller skriv i params/layouts vilken text som står ovanför den rätta, till "
            "exempel after: Driftbudget 2024.",
        )
    ]


def test_a_missing_column_names_the_nearest_header():
    table = read([["Nämnd", "2023", "Komentar"], ["Kultur", 183.0]])
    assert not table.is_whole
    assert problems_of(table.findings, "b.xlsx", "Ramar") == [
        error(
            "",
            "Rubrikraden, rad 1, har ”2023” i stället för ”2024”.",
            "Bladet väntas gälla rapportens år.",
            "Lägg dit årets uppgifter. Är det bara rubriken som är fel: rätta den.",
        ),
        error(
            "",
            "Kolumnen ”Kommentar” saknas i rubrikraden, rad 1. Övriga rubriker i raden är ”2023” och ”Komentar”.",
            "",
            "Menades det med ”Komentar”? Rätta i så fall rubriken till ”Kommentar”.",
        ),
    ]


def test_columns_that_are_missing_together_are_one_fault():
    assert problems([["Nämnd", "Annat"], ["Kultur", 183.0]]) == [
        error(
            "",
            "Kolumnerna ”2024” och ”Kommentar” saknas i rubrikraden, rad 1. Övriga rubriker i raden är ”Annat”.",
            "",
            "Lägg till kolumnerna ”2024” och ”Kommentar”. Har en av dem en annan rubrik som betyder precis detsamma: "
            "byt rubriken, eller skriv den som synonym i params/layouts.",
        )
    ]


def test_a_column_for_each_month_is_told_as_that():
    (told,) = problems([["Nämnd", "jan", "feb", "mar"], ["Kultur", 183.0, 1.0, 2.0]])
    assert told.remedy == (
        "Bladet verkar ha en kolumn för varje månad. Gör en rad för varje månad, eller beskriv bladets form i "
        "params/layouts. DEVELOPERS.md visar hur, under A table of another shape."
    )


def test_the_same_header_twice():
    assert problems([[*HEADER, "2024"], ["Kultur", 183.0, "", 5.0]]) == [
        error(
            "D1",
            "Rubriken ”2024” eller en synonym till den står i cellerna B1 och D1.",
            "Varje rubrik får stå en gång.",
            "Ta reda på vilken som gäller, och byt namn på den andra.",
        )
    ]


def test_a_header_in_another_unit_than_the_layouts():
    assert problems([["Nämnd", "2024, tkr", "Kommentar"], ["Kultur", 183_000.0]]) == [
        error(
            "B1",
            "Rubriken ”2024, tkr” anger enheten tkr.",
            "Belopp i mnkr väntas i kolumnen ”2024”.",
            "Räkna om beloppen till mnkr och rätta rubriken.",
        )
    ]


def test_an_empty_cell_where_a_value_must_stand():
    assert problems([HEADER, ["Kultur", ""], ["", 5.0], ["Trafik", "–"]]) == [
        error(
            "A3",
            "Cellen är tom.",
            "En text väntas i kolumnen ”Nämnd”.",
            "Fyll i cellen. Sammanslagna celler gäller alla rader som de står över.",
        ),
        error(
            "B2",
            "Cellen är tom.",
            "Ett belopp i mnkr väntas i kolumnen ”2024”.",
            "Fyll i cellen. Sammanslagna celler läses bara en gång: dela upp dem och fyll i var och en.",
        ),
        error(
            "B4",
            "Här står ”–”, det vill säga inget värde.",
            "Ett belopp i mnkr väntas i kolumnen ”2024”.",
            "Fyll i cellen. Sammanslagna celler läses bara en gång: dela upp dem och fyll i var och en.",
        ),
    ]


@pytest.mark.parametrize(
    "stray",
    [["Trafik", 120.0], ["Trafik", "etthundra"], ["", 120.0, "utan namn"], ["Trafik", ErrorCell("#REF!")]],
    ids=["a row", "a row with a fault", "a row without key", "a row with an error"],
)
def test_rows_after_a_blank_row_are_not_left_out_in_silence(stray):
    assert problems([HEADER, ["Kultur", 183.0], [], stray]) == [
        error(
            "A4",
            "Raden är ifylld men står efter en tom rad, rad 3. Rader efter en tom rad läses inte.",
            "Tabellens rader väntas stå i följd, utan tomma rader mellan.",
            "Ta bort den tomma raden, eller flytta det som inte hör till tabellen till ett annat blad.",
        )
    ]


def test_the_same_key_twice_names_both_rows():
    assert problems([HEADER, ["Kultur", 1.0], ["Trafik", 2.0], ["Kultur ", 3.0]]) == [
        error(
            "A4",
            "Rad 4 har samma nyckel som rad 2: Nämnd ”Kultur”.",
            "En rad per nämnd väntas.",
            "Är raden dubblerad: ta bort den ena. Är det två delar av samma sak: slå ihop dem till en rad med summan.",
        )
    ]


def test_a_table_without_rows():
    expected = [
        error(
            "",
            "Tabellen har inga rader.",
            "Minst en rad väntas direkt under rubrikraden, rad 1.",
            "Fyll i tabellen, eller ta bort tomma rader under rubrikraden.",
        )
    ]
    assert problems([HEADER]) == expected
    assert problems([HEADER, ["Summa", 0.0]]) == expected
    assert problems([HEADER], LAYOUT.model_copy(update={"may_be_empty": True})) == []


def test_hundreds_of_one_kind_become_one_problem():
    rows = [[f"Rad {number}", f"{number} st."] for number in range(900)]
    assert problems([HEADER, *rows]) == [
        error(
            "B2:B901",
            "Här står ”0 st.”, som inte är ett belopp. Det står i cell B2; samma slags fel finns i 900 celler.",
            "Ett belopp i mnkr väntas i kolumnen ”2024”.",
            "Skriv talet med enbart siffror i en talcell. Cellen får inte vara tom: skriv 0 om talet är noll.",
        )
    ]


def test_five_of_one_kind_are_listed_and_scattered_ones_have_a_span():
    five = problems([HEADER, *[[f"Rad {number}", "x"] for number in range(5)]])
    assert [problem.cell for problem in five] == ["B2", "B3", "B4", "B5", "B6"]
    doubt = read([HEADER, ["Kultur", "x"]]).findings[0].doubt
    scattered = problems_of([Finding(row, "H", doubt) for row in (5, 7, 9, 11, 13, 20)], "b.xlsx", "Ramar")
    assert [problem.cell for problem in scattered] == ["H5:H20"]


def test_dates_without_a_date_s_format_are_one_message():
    columns = {"line": COLUMNS["line"], "due": ColumnLayout(header="Klart senast", type="date")}
    rows = [["Nämnd", "Klart senast"], ["A", 45535], ["B", 45838], ["C", "våren"]]
    assert [
        (one.cell, one.found, one.remedy) for one in problems(rows, TableLayout(sheet="Ramar", columns=columns))
    ] == [
        (
            "B2:B3",
            "Här står talet 45535, som inte är ett datum. Det står i cell B2; samma slags fel finns i 2 celler.",
            "Ge cellen ett datumformat.",
        ),
        (
            "B4",
            "Här står ”våren”, som inte är ett datum.",
            "Skriv årtal, månad och dag med siffror och bindestreck emellan.",
        ),
    ]


def test_a_number_outside_its_limits():
    columns = COLUMNS | {"amount": ColumnLayout(header="2024", type="integer", minimum=0, maximum=100)}
    layout = LAYOUT.model_copy(update={"columns": columns})
    assert problems([HEADER, ["Kultur", -5.0], ["Trafik", 101.0], ["Vård", 100.0]], layout) == [
        error("B2", "Här står −5.", "Ett tal på minst 0 väntas i kolumnen ”2024”.", "Rätta talet i arbetsboken."),
        error("B3", "Här står 101.", "Ett tal på högst 100 väntas i kolumnen ”2024”.", "Rätta talet i arbetsboken."),
    ]


def totals(rows, tolerance=None):
    table = read(rows)
    assert table.findings == ()
    return stated_totals.total_problems("b.xlsx", table, LAYOUT, tolerance)


def test_a_total_that_agrees_is_left_out_of_the_table():
    rows = [HEADER, ["Kultur", 183.0], ["Trafik", 120.5], ["Summa nämnder", 303.5], [], ["Totalt", 303.5]]
    assert totals(rows) == []
    assert read(rows).frame["line"].tolist() == ["Kultur", "Trafik"]


def test_a_subtotal_is_compared_with_the_rows_since_the_one_before():
    rows = [["A", 1.0], ["B", 2.0], ["Summa", 3.0], ["C", 4.0], ["Summa", 4.0], ["Totalt", 7.0]]
    assert totals([HEADER, *rows]) == []
    assert [problem.cell for problem in totals([HEADER, *rows[:-1], ["Totalt", 8.0]])] == ["B7"]


def test_a_printed_total_that_differs_from_its_rounded_rows_is_a_warning():
    # The plan's frames of 2024: the rows sum to 13 528, the printed total is 13 530.
    frames = [1.0, 6.0, 83.0, 572.0, 8.0, 952.0, 3692.0, 5600.0, 819.0, 838.0, 103.0, 183.0, 0.0, 671.0]
    rows = [[f"Rad {number}", value] for number, value in enumerate(frames)]
    assert totals([HEADER, *rows, ["Summa", 13530.0]]) == [
        error(
            "B16",
            f"Raden ”Summa” anger 13{NBSP}530 mnkr i kolumnen ”2024”, där raderna ger 13{NBSP}528 mnkr.",
            "En summarad ska vara summan av raderna ovanför.",
            "Rapporten räknar med raderna. Rätta summan om den är fel.",
            Severity.WARNING,
        )
    ]


@pytest.mark.parametrize(
    ("total", "differs"), [(0.3, False), (0.30000000000000004, False), (0.35, True), (0.4, True), (0.2, True)]
)
def test_half_of_the_last_written_decimal(total, differs):
    # 0.35 is written with two decimals, so half of 0.01 is what may differ.
    assert bool(totals([HEADER, ["A", 0.1], ["B", 0.2], ["Summa", total]])) is differs


def test_beyond_the_tolerance_a_total_is_an_error():
    rows = [HEADER, ["A", 10.0], ["B", 20.0], ["Summa", 30.1]]
    assert totals(rows, tolerance=100_000 + 1)[0].severity is Severity.WARNING
    (problem,) = totals(rows, tolerance=60_000)
    assert (problem.severity, problem.remedy) == (Severity.ERROR, "Rätta raderna eller summan.")


FORM = TableLayout(
    sheet="Ramar",
    form=True,
    columns={
        "status": ColumnLayout(header="Status", type="text"),
        "day": ColumnLayout(header="Lämnad den", synonyms=("Datum",), type="date"),
        "ask": ColumnLayout(header="Behöver beslut", type="text", empty="allowed"),
    },
)


def test_a_form():
    table = read([["Exempeldata"], ["", "Status:", "Klar"], ["", "Datum", "2024-05-20"], ["", "Behöver beslut"]], FORM)
    assert table.findings == ()
    assert table.frame.iloc[0].tolist() == ["Klar", "2024-05-20", None]
    assert table.form_rows == {"status": 2, "day": 3, "ask": 4}
    assert table.letters == {"status": "C", "day": "C", "ask": "C"}
    assert table.notes.example


def test_a_forms_answer_stands_after_merged_label_cells():
    grid = [["Status", "", "Klar"], ["Datum", "2024-05-20", ""], ["Behöver beslut", "", ""]]
    table = read_form("cover", Sheet("Ramar", grid, ((0, 0, 0, 1),)), FORM, readers_of(FORM, {}))
    assert table.frame["status"].tolist() == ["Klar"]


def test_faults_of_a_form():
    assert problems([["Status", ""], ["Lämnat den", "2024-05-20"], ["Behöver beslut"], ["Behöver beslut"]], FORM) == [
        error(
            "A4",
            "Etiketten ”Behöver beslut” eller en synonym till den står i cellerna A3 och A4.",
            "Varje etikett i formuläret får stå en gång.",
            "Ta bort den etikett som inte ska läsas.",
        ),
        error(
            "",
            "Etiketten ”Lämnad den” saknas i formuläret.",
            "Etiketten väntas i en av de första kolumnerna, med svaret i nästa.",
            "Menades det med ”Lämnat den”? Rätta i så fall etiketten till ”Lämnad den”.",
        ),
        error(
            "B1",
            "Cellen är tom.",
            "En text väntas i kolumnen ”Status”.",
            "Fyll i cellen. Sammanslagna celler gäller alla rader som de står över.",
        ),
    ]


def test_an_extraction_date_that_cannot_be_read_is_a_warning():
    assert problems([["Uttagsdatum", "i maj"], ["Källa:", "ekonomisystemet"], HEADER, ["Kultur", 1.0]]) == [
        error(
            "A1",
            "Uttagsdatumet ”i maj” kan inte läsas.",
            "Ett datum väntas efter ordet Uttagsdatum, till exempel 2024-05-08.",
            "Skriv datumet efter ett kolon eller i nästa cell.",
            Severity.WARNING,
        )
    ]

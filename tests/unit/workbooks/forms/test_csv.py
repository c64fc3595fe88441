"""A csv file: its separator, its encoding, what becomes a number, and what is asked."""

import pytest

from followup.ground.errors import ReportError
from followup.workbooks.files.marked_cells import ErrorCell, PercentCell
from followup.workbooks.forms.any_workbook import open_any

SWEDISH = "Nämnd;Belopp\r\nÅre;1 234,5\r\nÖdeshög;-7\r\n"
ROWS = [["Nämnd", "Belopp"], ["Åre", 1234.5], ["Ödeshög", -7.0]]


def rows(content, name="bok.csv"):
    return open_any(content, name, ["Blad"]).sheet("Blad").rows


def refused(content):
    with pytest.raises(ReportError) as caught:
        rows(content)
    (problem,) = caught.value.problems
    return problem.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_that_excel_writes(encoding):
    assert rows(SWEDISH.encode(encoding)) == ROWS


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_every_separator(separator):
    assert rows(SWEDISH.replace(";", separator).encode()) == ROWS


def test_a_comma_between_the_columns():
    assert rows(b'Namn,Belopp\n"a, b","1,5"\nc,2\n') == [["Namn", "Belopp"], ["a, b", 1.5], ["c", 2.0]]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Konto,Utfall\n4010,1,5\n4020,2,5\n", 2),
        ("Utfall 2024\nKonto,Utfall\n4010,7\n4020,-2,5\n", 4),
        ("sep=,\nKonto,Budget,Utfall\n4010,1,5,2\n", 3),
    ],
)
def test_a_decimal_comma_between_columns_that_commas_part(text, row):
    """1,5 would be 1, with a 5 that stands under no heading."""
    with pytest.raises(ReportError) as caught:
        rows(text.encode())
    (problem,) = caught.value.problems
    assert problem.cell == f"rad {row}"
    assert f"{problem.found} {problem.expected} {problem.remedy}" == (
        "Raden har fler kolumner än rubrikerna, och tal intill varandra: ett decimalkomma kan ha delat ett tal. "
        "Ett annat tecken väntas mellan kolumnerna än i talen. "
        "Spara filen med semikolon mellan kolumnerna, eller som .xlsx."
    )


def test_wide_rows_of_words_are_no_decimals():
    content = b"Konto,Utfall\nLokaler,7,not\nMat,8,\n"
    assert rows(content) == [["Konto", "Utfall", ""], ["Lokaler", 7.0, "not"], ["Mat", 8.0, ""]]


def test_a_line_of_excels_own_says_which():
    assert rows(b"sep=,\na,b\n1,2\n")[1:] == [["a", "b"], [1.0, 2.0]]


def test_two_separators_that_fit_alike_are_asked_about():
    assert refused(b"a,b;c\n1,2;3\n4,5;6\n") == (
        "Kolumnerna kan vara åtskilda av semikolon eller komma: filen går att dela upp lika bra på båda sätten. Ett "
        "tecken väntas mellan kolumnerna, och ett annat i talen. Skriv sep=; (eller det tecken som gäller) på en egen "
        "rad överst i filen, eller spara den som .xlsx."
    )


@pytest.mark.parametrize("content", ["Säkerhet;1\nb;2\n".encode("cp850"), "SÃ¤kerhet;1\nb;2\n".encode()])
def test_letters_that_may_be_others_are_asked_about(content):
    assert refused(content) == (
        "Å, ä och ö går inte att läsa säkert: filen är sparad i en kodning som inte känns igen, eller har sparats om i "
        "fel kodning. En csv-fil i UTF-8 eller Windows-1252 väntas. Öppna filen i det program som den kommer ifrån och "
        "spara den som ”CSV UTF-8” eller som .xlsx."
    )


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        *(("12 300,5", 12300.5), ("12\u00a0300,5", 12300.5), ("−7,25", -7.25), ("1 234-", -1234.0), ("4711", 4711.0)),
        *(("4,5 %", PercentCell(0.045)), ("SANT", True), ("#DIV/0!", ErrorCell("#DIV/0!"))),
        *(("#SAKNAS!", ErrorCell("#N/A")), ("Err:502", ErrorCell("#VALUE!")), ("2024-05-08", "2024-05-08")),
        *(('="0123"', "0123"), ("0123", "0123")),
        # What may be two things stays as it is written, and the column asks; a unit is read by the column.
        *(("1.234", "1.234"), ("12,345", "12,345"), ("12 tkr", "12 tkr"), ("1.10", "1.10")),
        *(("1234567890123456", "1234567890123456"), ("-", "-"), ("saknas", "saknas")),
    ],
)  # fmt: skip
def test_what_a_text_is(text, cell):
    assert rows(f"Rubrik;x\n{text};y\n".encode())[1][0] == cell


def test_three_decimals_are_decimals_beside_others_that_must_be():
    assert [row[0] for row in rows(b"R;x\n12,345;y\n0,5;y\n")[1:]] == [12.345, 0.5]


def test_a_decimal_point_is_one_in_a_column_of_amounts():
    assert [row[0] for row in rows(b"R;x\n-12.5;y\n1.1;y\n")[1:]] == [-12.5, 1.1]


def test_several_sheets_do_not_go_into_one_file():
    with pytest.raises(ReportError) as caught:
        open_any(SWEDISH.encode(), "bok.csv", ["Mål", "Uppdrag"])
    assert caught.value.problems[0].message == (
        "En csv-fil kan bara hålla ett blad, och här behövs 2: ”Mål” och ”Uppdrag”. En arbetsbok med flera blad "
        "väntas. Spara arbetsboken som .xlsx, .xlsb, .xls eller .ods."
    )


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_an_export_that_is_called_xls(encoding):
    assert rows(SWEDISH.replace(";", "\t").encode(encoding), "bok.xls") == ROWS


def test_more_columns_than_a_table_has_are_refused_before_they_are_read():
    with pytest.raises(ReportError) as error:
        open_any(b"a;" * 1001, "b.csv")
    assert str(error.value).startswith("b.csv: Filen har fler än 1000 kolumner. En csv-fil har högst 1000 kolumner.")


def test_zero_has_no_sign():
    (_, row) = rows(b"a;b\n-0;-0,0\n")
    assert [str(one) for one in row] == ["0.0", "0.0"]

"""One cell of each type: what is read, what is missing, and what is said."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from followup.ground.errors import Severity
from followup.params.column_layout import ColumnLayout
from followup.workbooks.cells.cell_values import (
    MISSING,
    CellReader,
    Doubt,
    ErrorCell,
    PercentCell,
    Reading,
    UncomputedFormula,
)
from followup.workbooks.cells.vocabulary import vocabulary_of

NBSP = "\u00a0"


def reader(type_, **options):
    return CellReader(ColumnLayout(header="Budget", type=type_, **options))


AMOUNT = reader("amount", unit="mnkr", sign="ledger")
NUMBER = reader("number")
INTEGER = reader("integer")
TEXT = reader("text")


def test_a_character_that_this_python_does_not_know_is_kept():
    # U+0378 is unassigned so far and U+1FAE9 is so in older editions; U+FDD0 and U+1FFFE never will be characters.
    assert TEXT.read("a\u0378b\U0001fae9c\ufdd0d\U0001fffee").value == "a\u0378b\U0001fae9cde"


def doubt(found, expected, remedy, severity=Severity.ERROR):
    return Doubt(found, expected, remedy, severity)


@pytest.mark.parametrize(("content", "value"), [(12.5, 12.5), (7, 7.0), (0, 0.0), (-0.25, -0.25)])
def test_a_number_is_a_number(content, value):
    assert AMOUNT.read(content) == Reading(value)


@pytest.mark.parametrize(
    "content", ["", " ", NBSP, None, "–", "-", "\u2212", "saknas", "Saknas.", "uppgift saknas", "n/a"]
)
def test_missing_is_missing(content):
    for one in (AMOUNT, NUMBER, INTEGER, reader("period"), reader("date")):
        assert one.read(content) == MISSING


def test_an_amount_as_text_is_read_with_a_warning():
    assert AMOUNT.read(f"12{NBSP}300,5") == Reading(
        12300.5,
        doubt(
            f"Här står talet som text, ”12 300,5”. Det har lästs som 12{NBSP}300,5 mnkr.",
            "En cell med ett tal väntas i kolumnen ”Budget”.",
            "Skriv talet i en talcell.",
            Severity.WARNING,
        ),
    )


@pytest.mark.parametrize(
    ("text", "unit", "value", "shown"),
    [
        ("945'", "mnkr", 0.945, "0,945 mnkr"),
        ("945'", "kr", 945_000.0, f"945{NBSP}000 kr"),
        ("12,3 mnkr", "tkr", 12_300.0, f"12{NBSP}300 tkr"),
        ("500 kr", "mnkr", 0.0005, "0,0005 mnkr"),
        ("minus 7", "mnkr", -7.0, "\u22127 mnkr"),
    ],
)
def test_a_unit_in_the_text_is_converted_to_the_columns(text, unit, value, shown):
    reading = reader("amount", unit=unit, sign="ledger").read(text)
    assert reading.value == value
    assert reading.doubt.found == f"Här står talet som text, ”{text}”. Det har lästs som {shown}."


AMOUNT_WANTED = "Ett belopp i mnkr väntas i kolumnen ”Budget”."
WRITE_DIGITS = "Skriv talet med enbart siffror i en talcell. Cellen får inte vara tom: skriv 0 om talet är noll."


@pytest.mark.parametrize(
    ("content", "found", "remedy"),
    [
        ("abc", "Här står ”abc”, som inte kan läsas som ett tal.", WRITE_DIGITS),
        ("1.234", f"Här står ”1.234”, som kan betyda både 1{NBSP}234 och 1,234.", WRITE_DIGITS),
        ("4,5 %", "Här står ”4,5 %”, som inte är ett belopp.", WRITE_DIGITS),
        ("NaN", "Här står ”NaN”, som inte kan läsas som ett tal.", WRITE_DIGITS),
        (float("inf"), "Här står ett tal utan ändligt värde.", "Rätta formeln eller skriv talet."),
        (float("nan"), "Här står ett tal utan ändligt värde.", "Rätta formeln eller skriv talet."),
        (True, "Här står det logiska värdet SANT.", "Skriv ett tal i cellen."),
        (
            date(2024, 5, 1),
            "Här står 2024-05-01, som är ett datum eller en tid.",
            "Ge cellen ett talformat och skriv talet igen.",
        ),
        (
            timedelta(hours=30),
            "Här står 1 day, 6:00:00, som är ett datum eller en tid.",
            "Ge cellen ett talformat och skriv talet igen.",
        ),
        (ErrorCell("#REF!"), "Här står felvärdet #REF!.", "Rätta formeln i arbetsboken och spara den igen."),
        (
            UncomputedFormula(),
            "Här står en formel utan beräknat värde.",
            "Öppna arbetsboken i Excel, låt den räkna om och spara den.",
        ),
        (
            PercentCell(0.045),
            "Här står en procentsats, 4,5 %.",
            "Ge cellen ett vanligt talformat och skriv talet igen.",
        ),
    ],
)
def test_what_is_no_amount(content, found, remedy):
    assert AMOUNT.read(content) == Reading(None, doubt(found, AMOUNT_WANTED, remedy))


def test_a_percentage_cell_is_read_as_it_is_shown():
    assert NUMBER.read(PercentCell(0.045)) == Reading(
        4.5,
        doubt(
            "Cellen är formaterad som procent. Den har lästs som 4,5.",
            "Ett tal utan procentformat väntas i kolumnen ”Budget”.",
            "Ge cellen ett vanligt talformat och skriv 4,5 för 4,5 procent.",
            Severity.WARNING,
        ),
    )
    assert NUMBER.read("4,5 %").value == 4.5


def test_money_is_no_number_of_hours_and_an_integer_has_no_decimals():
    assert NUMBER.read("5 tkr").doubt.found == "Här står ”5 tkr”, som har fel enhet."
    assert reader("number", unit="timmar").read("5 %").doubt.found == "Här står ”5 %”, som har fel enhet."
    assert INTEGER.read(4.5) == Reading(
        None,
        doubt(
            "Här står 4,5, som har decimaler.", "Ett heltal väntas i kolumnen ”Budget”.", "Rätta talet i arbetsboken."
        ),
    )
    assert INTEGER.read("12 st").value == 12


@pytest.mark.parametrize(
    "content",
    [
        "2024-04",
        "202404",
        202404,
        202404.0,
        "april 2024",
        "Apr 2024",
        "apr. 2024",
        "2024 april",
        "2024-04-30",
        "2024/04",
        "2024M04",
        date(2024, 4, 30),
        datetime(2024, 4, 1, 12, 0),
    ],
)
def test_forms_of_a_month(content):
    assert reader("period").read(content) == Reading("2024-04")


@pytest.mark.parametrize(
    "content", ["2024-13", "202400", "2404", 2024.04, 4, True, "april", "månad 4", "1999-12", "2024-01–04"]
)
def test_what_is_no_month(content):
    reading = reader("period").read(content)
    assert reading.value is None
    assert reading.doubt.expected == "En månad, till exempel 2024-04, väntas i kolumnen ”Budget”."
    assert reading.doubt.found.endswith(", som inte är en månad.")


@pytest.mark.parametrize(
    "content",
    ["2024-05-08", "20240508", "8 maj 2024", "den 8 maj 2024", date(2024, 5, 8), datetime(2024, 5, 8, 14, 30)],
)
def test_forms_of_a_date(content):
    assert reader("date").read(content) == Reading("2024-05-08")


@pytest.mark.parametrize(
    ("content", "found", "remedy"),
    [
        (
            "8/5 2024",
            "Här står ”8/5 2024”, som inte är ett datum.",
            "Skriv årtal, månad och dag med siffror och bindestreck emellan.",
        ),
        (
            "2024-02-30",
            "Här står ”2024-02-30”, som inte är ett datum.",
            "Skriv årtal, månad och dag med siffror och bindestreck emellan.",
        ),
        (45420, "Här står talet 45420, som inte är ett datum.", "Ge cellen ett datumformat."),
        (
            time(12, 0),
            "Här står ”12:00:00”, som inte är ett datum.",
            "Skriv årtal, månad och dag med siffror och bindestreck emellan.",
        ),
    ],
)
def test_what_is_no_date(content, found, remedy):
    expected = "Ett datum, till exempel 2024-05-08, väntas i kolumnen ”Budget”."
    assert reader("date").read(content) == Reading(None, doubt(found, expected, remedy))


def word_reader(params, type_, **options):
    column = ColumnLayout(header="Kolumn", type=type_, **options)
    return CellReader(column, vocabulary_of(column, params, 2024))


@pytest.mark.parametrize(
    "text", ["DNKS", "dnks ", "Driftnämnd Kultur och skola", "kultur  och skola", "Driftna\u0308mnd kultur och skola"]
)
def test_a_committee_by_code_and_names(params, text):
    assert word_reader(params, "committee").read(text) == Reading("DNKS")


def test_choices_with_synonyms(params):
    ages = word_reader(params, "choice", choices={"young": ("–29 år", "Högst 29 år"), "old": ("30– år",)})
    for text in ("-29 år", "–29 ÅR", "\u221229 år"):
        assert ages.read(text) == Reading("young")
    assert ages.read("högst  29 år") == Reading("young", synonym="högst 29 år")
    assert ages.read("31 år") == Reading(
        None,
        doubt(
            "Här står ”31 år”, som är okänt.",
            "Ett av orden –29 år eller 30– år väntas i kolumnen ”Kolumn”.",
            "Menades ”30– år”?",
        ),
    )
    # Not like any of them: one is to be chosen, and no spelling mended.
    assert ages.read("Ungdomar").doubt.remedy == "Skriv ett av orden."
    assessment = word_reader(params, "choice", choices="assessment")
    assert assessment.read("i fas") == Reading("on_track", synonym="i fas")
    # A word of the scale goes before the word for a missing value.
    assert assessment.read("Saknas") == Reading("not_assessed", synonym="Saknas")
    assert assessment.read("–") == MISSING


def test_indicators_and_goals_by_code_and_name(params):
    assert word_reader(params, "indicator").read("besök per invånare") == Reading("BESOK")
    goals = word_reader(params, "goal")
    assert goals.read("Smartare och enklare digital vardag.") == Reading("1.1")
    assert goals.read("Robust kultur") == Reading("2.1", synonym="Robust kultur")
    # 1.1 typed as a number is stored as one.
    assert goals.read(1.1) == goals.read("1.1") == Reading("1.1")
    assert goals.read("Smartare och enklare vardag") == Reading(
        None,
        doubt(
            "Här står ”Smartare och enklare vardag”, som är okänt.",
            "Ett mål väntas i kolumnen ”Kolumn”.",
            "Menades ”Smartare och enklare digital vardag”?",
        ),
    )
    assert word_reader(params, "indicator").read("BESÖKK").doubt == doubt(
        "Här står ”BESÖKK”, som är okänt.", "En indikator väntas i kolumnen ”Kolumn”.", "Menades ”BESOK”?"
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (4010.0, "4010"),
        (4010, "4010"),
        (4010.5, "4010,5"),
        ("  två   ord\n", "två ord"),
        ('=HYPERLINK("http://x")', '=HYPERLINK("http://x")'),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("a\x00b\x1fc\u202ed", "abcd"),
        ("a\u0308r", "är"),
        (True, "SANT"),
        (date(2024, 5, 8), "2024-05-08"),
    ],
)
def test_texts(content, text):
    assert TEXT.read(content) == Reading(text)


def test_markdown_keeps_its_lines():
    assert reader("markdown").read("Ett  \r\n\r\n- två_x000D_\n- tre\t\n") == Reading("Ett\n\n- två\n- tre")


def test_a_text_of_ten_megabytes_is_refused():
    assert TEXT.read("å" * 10_000_000) == Reading(
        None,
        doubt(
            f"Texten är 10{NBSP}000{NBSP}000 tecken lång och börjar ”{'å' * 39}…”.",
            f"Högst 20{NBSP}000 tecken väntas i kolumnen ”Budget”.",
            "Korta texten.",
        ),
    )
    assert TEXT.read("å" * 20_000).doubt is None


def test_a_message_quotes_no_more_than_a_line():
    found = NUMBER.read("lång\n" * 5000).doubt.found
    assert found == f"Här står ”{('lång ' * 12).rstrip()[:59]}…”, som inte kan läsas som ett tal."


cells = st.one_of(
    st.none(),
    st.text(),
    st.floats(),
    st.integers(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


@example(float("inf"), "period")
@given(cells, st.sampled_from(["text", "markdown", "number", "integer", "period", "date"]))
def test_no_cell_crashes_the_reading(content, type_):
    reading = reader(type_).read(content)
    assert reading.value is None or reading.value == reading.value

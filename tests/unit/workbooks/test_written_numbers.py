"""A number or a day that is written as text is read as it was meant, or refused; never as another."""

import io
import zipfile
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from raw_books import cell, raw_book, sheet_of, with_parts

from followup.ground.errors import Severity
from followup.ground.period import MONTHS
from followup.params.column_layout import ColumnLayout
from followup.workbooks.cells.cell_values import CellReader
from followup.workbooks.cells.column_reader import read_column
from followup.workbooks.cells.vocabulary import Vocabulary

NBSP = "\u00a0"


def amounts(unit):
    return CellReader(ColumnLayout(header="Utfall", type="amount", unit=unit, sign="ledger"))


def number(type_="number", header="Värde", unit=""):
    return CellReader(ColumnLayout(header=header, type=type_, unit=unit))


DATE, PERIOD = number("date", "Datum"), number("period", "Period")


def column(reader, *contents):
    """The first cell's value and doubt, among the others."""
    read = read_column(reader, list(contents), range(1, len(contents) + 1), "H")
    doubts = [finding.doubt for finding in read.findings if finding.row == 1]
    return float(read.values[0]), doubts[0] if doubts else None


BOTH = f"Här står ”134,181”, som kan betyda både 134{NBSP}181 och 134,181."
DIGITS = "Skriv talet med enbart siffror i en talcell. Cellen får inte vara tom: skriv 0 om talet är noll."


@pytest.mark.parametrize(
    ("reader", "others"),
    [
        (amounts("kr"), [134_000.5, 200_000.25]),
        (amounts("kr"), [0.125, 0.375]),
        (amounts("tkr"), [12.0, 150.0]),
        (amounts("mnkr"), [12.5, 150.1]),
        (amounts("mnkr"), [12.25, 150.13]),
        (amounts("mnkr"), []),
        (amounts("mnkr"), [134_180.0015, 120_000.125]),
        (number(), [80.0, 90.0]),
        (number(), [134_181.0, 90_000.0]),
        (number("integer"), [5.0]),
    ],
)
def test_three_digits_after_a_comma_may_be_thousands(reader, others):
    value, doubt = column(reader, "134,181", *others)
    assert value != value
    assert (doubt.found, doubt.remedy, doubt.severity) == (BOTH, DIGITS, Severity.ERROR)


@pytest.mark.parametrize("others", [[12.345, 150.125], [134.0015, 90.0], [0.1234567, 200.0]])
def test_three_decimals_among_others_with_as_many_are_read_with_a_warning(others):
    value, doubt = column(amounts("mnkr"), "134,181", *others)
    assert value == 134.181
    assert doubt.severity is Severity.WARNING
    assert doubt.found == "Här står talet som text, ”134,181”. Det har lästs som 134,181 mnkr."


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"1{NBSP}234{NBSP}567.50", 1234567.5),
        ("1 234,567", 1234.567),
        ("0,125", 0.125),
        ("1234,567", 1234.567),
        ("134,18", 134.18),
        ("1,234,567", 1234567),
        ("1 234-", -1234),
        ("-134,18 kr", -134.18),
        ("1.234,50", 1234.5),
        ("500:-", 500),
    ],
)
def test_what_can_mean_one_thing_only_is_read(text, value):
    found, doubt = column(amounts("kr"), text, 100_000.0)
    assert found == value
    assert doubt.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        *("1.234", "134,181", "134,181 kr", "134,181 tkr", "(1 234)", "1'234", "1’234", "12 345,-", "12.345,-", "5 %"),
        *("１２３４", "1 23 456", "1234 567", "12,34,567", "1,234.567.8", "5 dagar", "1e5"),
        *("--5", "12 345 678,9.1", "1/2", "5–7", "2024-04-01", "1:30", "1,2,3", "½", "٣", "5 apor", "€ 5", "$5"),
    ],
)
def test_what_could_mean_another_number_is_refused(text):
    value, doubt = column(amounts("kr"), text, 100_000.0)
    assert value != value
    assert doubt.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        (number("integer", "Antal anställda"), "5 %"),
        (number("integer", "Antal anställda"), "5 timmar"),
        (number("number", "Sjukfrånvaro (timmar)"), "12 dagar"),
        (number("number", "Sjukfrånvaro (timmar)"), "12 %"),
        (number("number", "Värde", "dagar"), "12 timmar"),
        (number(), "12 tkr"),
    ],
)
def test_a_unit_that_is_not_the_columns_is_refused(reader, text):
    value, doubt = column(reader, text, 5.0)
    assert value != value
    assert doubt.found == f"Här står ”{text}”, som har fel enhet."


GROUPS = [" ", NBSP, "\u202f", "\u2009", "", ".", "'", "’"]
SIGNS = ["-{}", "\u2212{}", "–{}", "- {}", "minus {}", "{}-", "({})", "-{} kr", "-{}:-", "{},-", "-{} tkr", "-{} mnkr"]
FACTORS = {" tkr": 1_000, " mnkr": 1_000_000}


@st.composite
def swedish_numbers(draw):
    """A number and a way of writing it."""
    value = draw(st.decimals(0, 10**10, places=draw(st.integers(0, 4))))
    whole, _, decimals = f"{value:f}".partition(".")
    group = draw(st.sampled_from(GROUPS))
    text = f"{int(whole):,}".replace(",", group)
    decimals = draw(st.sampled_from([decimals, decimals.rstrip("0")]))
    if decimals:
        # Nobody writes the same mark for both.
        text += draw(st.sampled_from([","] if group == "." else [",", "."])) + decimals
    form = draw(st.sampled_from([*SIGNS, *(sign.replace("-", "").replace("\u2212", "") or "{}" for sign in SIGNS)]))
    negative = any(mark in form for mark in "-\u2212–(") or "minus" in form
    if form == "{},-" or form.endswith(":-"):
        negative = form.startswith("-")
    factor = next((times for unit, times in FACTORS.items() if form.endswith(unit)), 1)
    return (-value if negative else value) * factor, form.format(text)


@given(swedish_numbers(), st.lists(st.floats(-1e9, 1e9), max_size=4), st.sampled_from(["kr", "tkr", "mnkr"]))
def test_any_number_written_in_any_swedish_way_is_itself_or_refused(written, others, unit):
    value, text = written
    reader = amounts(unit)
    found, doubt = column(reader, text, *others)
    if found == found:
        factor = {"kr": 1, "tkr": 1_000, "mnkr": 1_000_000}[unit]
        wanted = value / factor if text.endswith(("kr", ":-")) else value
        # Less than a billionth of the unit is what a formula leaves of a difference; Excel shows 0, too.
        assert found == (float(wanted) if abs(wanted) >= Decimal("1e-9") else 0.0)
        assert doubt is not None
    else:
        assert doubt.severity is Severity.ERROR


@given(
    st.decimals(1, 999_999, places=2),
    st.lists(st.integers(1, 10**6).map(float), max_size=4),
    st.sampled_from(["kr", "tkr", "mnkr"]),
)
def test_a_number_written_in_english_is_itself_or_refused(value, others, unit):
    for text in (f"{value:,}", f"{int(value):,}"):
        found, _ = column(amounts(unit), text, *others)
        assert found != found or found == float(Decimal(text.replace(",", "")))


# --- days and months


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_day_in_any_clear_writing_is_that_day(day):
    month = MONTHS[day.month - 1]
    for text in (
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day:%Y-%m-%d} 00:00:00",
        f"{day.day} {month} {day.year}",
        f"den {day.day} {month} {day.year}",
        f"{day.day} {month[:3]} {day.year}",
    ):
        assert DATE.read(text).value == day.isoformat()
    for text in (f"{month} {day.year}", f"{day:%Y-%m}", f"{day:%Y%m}", f"{day.year} {month}", day.isoformat()):
        assert PERIOD.read(text).value == f"{day:%Y-%m}"


@given(st.dates(date(1990, 1, 1), date(2110, 12, 31)), st.sampled_from("/.- "))
def test_a_day_that_could_be_another_is_refused(day, mark):
    for form in (f"%d{mark}%m{mark}%Y", f"%m{mark}%d{mark}%Y", f"%y{mark}%m{mark}%d", f"%d{mark}%m{mark}%y", "%y%m%d"):
        text = day.strftime(form)
        assert DATE.read(text).value is None
        assert DATE.read(text).doubt.severity is Severity.ERROR
        assert PERIOD.read(text).value in (None, _as_period(text))


def _as_period(text):
    """Six digits are a year and a month if they can be: 200112 is December 2001 and never the 1st of December 2020."""
    is_month = len(text) == 6 and text.isdigit() and text[:2] == "20" and 1 <= int(text[4:]) <= 12
    return f"{text[:4]}-{text[4:]}" if is_month else None


@pytest.mark.parametrize(
    "text", ["2024-13-01", "2024-02-30", "04/05/2024", "24-05-08", "2024-5", "13 2024", "2024W18", "8/5"]
)
def test_what_is_no_day(text):
    assert DATE.read(text).doubt.found == f"Här står ”{text}”, som inte är ett datum."


@pytest.mark.parametrize("serial", [45420, 45420.5, 44000.0, 20240508.0])
def test_a_serial_number_is_no_day_and_no_month(serial):
    assert DATE.read(serial).value is None
    assert PERIOD.read(serial).value in (None, "2024-05")
    assert PERIOD.read(45420.0).value is None


@pytest.mark.parametrize("since_1904", [False, True])
def test_the_two_date_systems_of_excel(since_1904, tmp_path):
    day = date(2024, 5, 8)
    first = date(1904, 1, 1) if since_1904 else date(1899, 12, 30)
    content = raw_book(f'<row r="1">{cell("A1", (day - first) // timedelta(1), 1)}</row>', formats=["yyyy-mm-dd"])
    if since_1904:
        book = raw_book("")
        with zipfile.ZipFile(io.BytesIO(book)) as archive:
            xml = archive.read("xl/workbook.xml").decode()
        content = with_parts(
            content, {"xl/workbook.xml": xml.replace("<sheets>", '<workbookPr date1904="1"/><sheets>')}
        )
    (found,) = sheet_of(content).rows
    assert DATE.read(found[0]).value == "2024-05-08"


def test_a_goal_that_a_number_cannot_name():
    codes = {"1.1": "a", "1.10": "b", "2.1": "c"}
    reader = CellReader(ColumnLayout(header="Mål", type="goal"), Vocabulary("ett mål", (), tuple(codes), codes))
    assert reader.read(1.1).doubt.found == "Här står ett tal, som kan betyda både ”1.1” och ”1.10”."
    assert reader.read(1.1).doubt.remedy == "Skriv koden som text, med en apostrof framför."
    assert reader.read(2.1).value == "c"
    assert reader.read("1.10").value == "b"

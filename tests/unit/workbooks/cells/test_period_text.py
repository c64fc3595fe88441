"""Months in a row: which of them are one accumulated period, and what is said of the others."""

from calendar import monthrange

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.params.column_layout import ColumnLayout
from followup.workbooks.cells.cell_values import CellReader, Reading
from followup.workbooks.cells.period_text import accumulated_in, is_part_of_year, period_in, span_in

SHORT = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
LONG = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
AS_MONTH = "Skriv årtalet, ett bindestreck och månadens nummer, 01–12."
MONTH = CellReader(ColumnLayout(header="Period", type="period"))
SINCE_JANUARY = CellReader(ColumnLayout(header="Period", type="period", accumulated=True))

DASHES = ("-", " - ", "–", " – ", "\u2212", "\u00a0–\u00a0", "--", " till ", " t.o.m. ", " tom ", " till och med ")
# Of year, first month and last month.
FORMS = (
    lambda y, a, b, dash: f"{SHORT[a - 1]}{dash}{SHORT[b - 1]} {y}",
    lambda y, a, b, dash: f"{SHORT[a - 1]}.{dash}{SHORT[b - 1]}. {y}",
    lambda y, a, b, dash: f"{LONG[a - 1].capitalize()}{dash}{LONG[b - 1]} {y}",
    lambda y, a, b, dash: f"{y} {LONG[a - 1]}{dash}{LONG[b - 1]}",
    lambda y, a, b, dash: f"{LONG[a - 1]} {y}{dash}{LONG[b - 1]} {y}",
    lambda y, a, b, dash: f"{LONG[a - 1]}{dash}{LONG[b - 1]}, {y}",
    lambda y, a, b, dash: f"{y}-{a:02d}{dash}{y}-{b:02d}",
    lambda y, a, b, dash: f"{y}{a:02d}{dash}{y}{b:02d}",
    lambda y, a, b, dash: f"{y}-{a:02d}-01{dash}{y}-{b:02d}-{monthrange(y, b)[1]}",
    lambda y, a, b, dash: f"1 {LONG[a - 1]}{dash}{monthrange(y, b)[1]} {LONG[b - 1]} {y}",
)
years, months = st.integers(2000, 2099), st.integers(1, 12)


@given(years, months, st.sampled_from(FORMS), st.sampled_from(DASHES))
def test_january_to_a_month_is_the_period_that_ends_in_it(year, month, form, dash):
    text = form(year, 1, month, dash)
    assert SINCE_JANUARY.read(text) == Reading(f"{year}-{month:02d}")
    assert MONTH.read(text).value is None


@given(years, months, months, st.sampled_from(FORMS), st.sampled_from(DASHES))
def test_no_other_months_in_a_row_are_a_period(year, first, last, form, dash):
    text = form(year, first, last, dash)
    for reader in (SINCE_JANUARY, MONTH):
        if reader is MONTH or first > 1:
            assert reader.read(text).value is None


@given(st.integers(2000, 2098), months, months)
def test_months_of_two_years_are_no_period(year, first, last):
    text = f"{LONG[first - 1]} {year}–{LONG[last - 1]} {year + 1}"
    assert SINCE_JANUARY.read(text).value is None
    assert span_in(text).last_year == year + 1


@given(st.text(alphabet="0123456789 -–./tomjanfebrp", max_size=24))
def test_what_is_one_month_is_the_same_month_where_spans_are_read(text):
    def read(function):
        try:
            return function(text)
        except ValueError:
            return None

    one = read(period_in)
    assert one is None or read(accumulated_in) == one


@pytest.mark.parametrize("text", ["t.o.m. april 2024", "tom apr 2024", "Till och med 2024-04", "t o m 30 april 2024"])
def test_up_to_a_month_is_since_january(text):
    assert SINCE_JANUARY.read(text) == Reading("2024-04")
    assert MONTH.read(text).value is None


@pytest.mark.parametrize(
    ("text", "found", "remedy"),
    [
        ("jan–apr", "där året saknas.", "Skriv periodens sista månad med år, som 2024-04."),
        ("t.o.m. april", "där året saknas.", "Skriv periodens sista månad med år, som 2024-04."),
        *(
            (
                text,
                "som inte är januari till en månad samma år.",
                "Uppgifterna ska gälla från januari. Skriv den månad som de gäller till och med, som 2024-04.",
            )
            for text in ("feb–apr 2024", "maj 2023–april 2024", "2024-02--2024-04", "jan 2023 – apr 2024")
        ),
        *(
            (
                text,
                "som inte säger vilken månad perioden slutar.",
                "Skriv periodens sista månad, som 2024-04.",
            )
            for text in ("T1 2024", "T1", "2024 T1", "tertial 1 2024", "delår 1", "Delåret 2024", "halvår 1", "Q2 2024")
        ),
        *(
            (text, "som inte är en månad.", AS_MONTH)
            # A dash where a date has a hyphen; half a month; backwards; what only looks like months.
            for text in ("2024-01–04", "2024-01-01--2024-04-15", "april–januari 2024", "jan–ap 2024", "200–300")
        ),
        ("2024", "som inte är en månad.", f"{AS_MONTH} Ett mått för ett helt år skrivs på årets december."),
    ],
)
def test_what_could_be_something_else_is_refused_with_what_to_write(text, found, remedy):
    reading = SINCE_JANUARY.read(text)
    assert reading.value is None
    assert (reading.doubt.found, reading.doubt.remedy) == (f"Här står ”{text}”, {found}", remedy)
    assert SINCE_JANUARY.read("2024-04") == Reading("2024-04")


@pytest.mark.parametrize(
    "text", ["jan–apr 2024", "feb–apr 2024", "jan–apr", "T1 2024", "helår 2024", "t.o.m. april 2024"]
)
def test_a_row_of_one_month_has_no_months_in_a_row(text):
    doubt = MONTH.read(text).doubt
    assert doubt.found == f"Här står ”{text}”, som är flera månader."
    assert doubt.remedy == (
        "Skriv en rad för varje månad, som 2024-04, med månadens egna tal. Är raden en summa av andra rader: ta bort "
        "den. Ett mått för en längre tid skrivs på tidens sista månad."
    )


@pytest.mark.parametrize("text", ["2024-01–04", "2024-01\u2014 04"])
def test_a_dash_for_the_last_hyphen_of_a_date_is_no_month(text):
    """It may be January to April, whose amounts are no month's."""
    assert MONTH.read(text).value is None
    assert MONTH.read("2024-01-04").value == "2024-01"
    assert MONTH.read("2024–01–04").value == "2024-01"


@pytest.mark.parametrize("content", [None, 4.0, "", "april 2024", "t4x", "Helsingborg", "delad"])
def test_what_is_no_part_of_a_year(content):
    assert not is_part_of_year(content)

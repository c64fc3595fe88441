"""What Excel shows for a number by its format. The texts are those that Excel itself shows, with Swedish marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.params.column_layout import ColumnLayout
from followup.workbooks.cells.number_units import is_shown_rightly
from followup.workbooks.files.marked_cells import PercentCell, ShownCell, marked
from followup.workbooks.files.number_format import NumberFormat, Shown

NBSP = "\u00a0"


def column(type_="amount", unit="mnkr", **options):
    sign = {"sign": "magnitude"} if type_ == "amount" else {}
    return ColumnLayout(header="Utfall", type=type_, unit=unit, **sign, **options)


def is_right(code, value, column_):
    return is_shown_rightly(NumberFormat.of(code).shown(value), column_)


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("General", 89.64, "89,64"),
        ("0", 89.64, "90"),
        ("0.0", 89.65, "89,7"),
        ("#,##0.0", 1234567.25, f"1{NBSP}234{NBSP}567,3"),
        ('0.0" %"', 89.6, "89,6 %"),
        ("0.0\\%", 89.6, "89,6%"),
        ("0.0_%", 89.6, "89,6"),
        ("#,##0.0,,", 2_600_000, "2,6"),
        ('0.0,,"mnkr"', 2_600_000, "2,6mnkr"),
        ('#,##0, "tkr"', 2_600_000, f"2{NBSP}600 tkr"),
        ("0,.0", 26_500, "26,5"),
        (";;;", 5, ""),
        ("0.0;0.0", -5, "5,0"),
        ("-0.0;0.0", 5, "-5,0"),
        ('"saknas"', 5, "saknas"),
        ("#,##0 ;(#,##0)", -5, "(5)"),
        ("000000-0000", 1234567890, "123456-7890"),
        ('0"000"', 26, "26000"),
        ('0","0', 26, "2,6"),
        ("0000", 310, "0310"),
        ("[>=1000000]0.0,,;[>=1000]0.0,;0", 2600, "2,6"),
        ("[>=1000000]0.0,,;[>=1000]0.0,;0", -5, "−5"),
        ("[>10]0;[<-10]-0", 5, "####"),
        ("0.0###", 1.5, "1,5"),
        ("#", 0, ""),
        ("@", 5.5, "5,5"),
        ('General" tkr"', -5.5, "−5,5 tkr"),
    ],
)
def test_the_text_that_a_person_sees(code, value, text):
    assert NumberFormat.of(code).text(value) == text


# Rounding, grouping, colours, padding with air and accounting marks change nothing of what is meant.
@pytest.mark.parametrize(
    "code",
    [
        *(
            "General",
            "0",
            "0.0",
            "0.00",
            "#,##0",
            "#,##0.0#",
            "# ##0",
            "#\\ ##0",
            "0E+00",
            "##0.0E+0",
            "# ?/?",
            "# ??/16",
        ),
        *("0.0_%", "@", "[Red]0.0", "[Blue]General", "0;-0", "0;-0;0", '0;-0;"-"', "0;-0;", "0;[Red]0", "0.0_);(0.0)"),
        *("#,##0 ;(#,##0)", '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "#,##0.00;[Red]-#,##0.00", '0" (2023)"'),
        *("yyyy-mm-dd", "[h]:mm", "mmm-yy", "[$-41D]d mmmm yyyy", "+0.0;-0.0;0.0"),
    ],
)
def test_formats_that_show_what_the_cell_holds(code):
    assert NumberFormat.of(code).is_plain


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("0%", 0.5, Shown(is_percent=True)),
        ("0.0 %;[Red]-0.0 %", -0.5, Shown(is_percent=True)),
        ('0.0" %"', 89.6, Shown(unit="%")),
        ("0.0\\ %", 0.5, Shown(is_percent=True)),
        ('0.0"%"', 89.6, Shown(unit="%")),
        ("0%;0%", -0.5, Shown(is_percent=True, is_other=True)),
        ("0%%", 0.5, Shown(is_other=True)),
        ("0,%", 0.5, Shown(1000, is_percent=True, is_other=True)),
        ("#,##0,", 1000, Shown(1000)),
        ("#,##0.0,,", 1000, Shown(1_000_000)),
        ('#,##0.0,,\\ "mnkr"', 1000, Shown(1_000_000, "mnkr")),
        ('#,##0,;"minus "#,##0,', -1000, Shown(1000)),
        ('0.0,,"Mkr"', 1, Shown(1_000_000, "mnkr")),
        ('#,##0 "kr"', 1, Shown(unit="kr")),
        ('_-* #,##0\\ "kr"_-;-* #,##0\\ "kr"_-', -1, Shown(unit="kr")),
        ("#,##0.00 [$kr-41D]", 1, Shown(unit="kr")),
        ("[$€-2] #,##0.00", 1, Shown(unit="EUR")),
        ('#,##0":-"', 1, Shown(unit="kr")),
        ('0 "MSEK"', 1, Shown(unit="mnkr")),
        (";;;", 0, Shown(is_other=True)),
        ('0;-0;"saknas"', 0, Shown(is_other=True)),
        ('"saknas"', 5, Shown(is_other=True)),
        ("0.0;0.0", -5, Shown(is_other=True)),
        ("0.0;0.0", 5, Shown()),
        ("-0.0;0.0", 5, Shown(is_other=True)),
        ("[<0]0;0", -5, Shown(is_other=True)),
        ("(0)", 5, Shown(is_other=True)),
        ('0"000"', 5, Shown(is_other=True)),
        ('0",5"', 5, Shown(is_other=True)),
        ('0","0', 26, Shown(is_other=True)),
        ("000000-0000", 1, Shown(is_other=True)),
        ("#,##0,,", 0, Shown()),
        ('0.0" i tkr"', 1, Shown(unit="tkr")),
        ('0.0" tkr/år"', 1, Shown(unit="tkr")),
        ('"TSEK: "0.0', 1, Shown(unit="tkr")),
        ('0.0,"k"', 1, Shown(1000, "tkr")),
        ('0.0" milj. kr"', 1, Shown(unit="mnkr")),
        ('0.0" T€"', 1, Shown(unit="EUR")),
        ("[$CHF] 0.0", 1, Shown(unit="CHF")),
        ("[$zł-415] 0.0", 1, Shown(unit="zł")),
        ('0.0" promille"', 1, Shown(unit="‰")),
        ('0.0" 000 kr"', 1, Shown(unit="kr", is_other=True)),
        ("0.0,,;yyyy", 1, Shown(1_000_000)),
        ("0.0,,;yyyy", -1, Shown(is_other=True)),
    ],
)
def test_formats_that_show_something_else(code, value, shown):
    assert NumberFormat.of(code).shown(value) == shown
    assert not NumberFormat.of(code).is_plain


def test_a_format_that_hides_texts():
    assert NumberFormat.of(";;;").hides_text
    assert NumberFormat.of(';;;"***"').hides_text
    assert not NumberFormat.of(";;;@").hides_text
    assert not NumberFormat.of("0;0;0;General").hides_text
    assert not NumberFormat.of("0;-0;").hides_text


@pytest.mark.parametrize(
    ("code", "value", "wanted", "right"),
    [
        # 2 600 000 kr may be shown as 2,6 mnkr: both are the same amount.
        ('0.0,,"mnkr"', 2_600_000, column(unit="kr"), True),
        ('#,##0, "tkr"', 2_600_000, column(unit="kr"), True),
        ('#,##0 "kr"', 2_600_000, column(unit="kr"), True),
        ('0.0 "mnkr"', 2.6, column(), True),
        ('0.0,"mnkr"', 2600, column(unit="tkr"), True),
        ('0.0,,"mnkr"', 2_600_000, column(), False),
        ("0.0,,", 2_600_000, column(), False),
        ("0.0,,", 2_600_000, column(unit="kr"), False),
        ('#,##0 "tkr"', 2600, column(), False),
        ('0.0 "mnkr"', 2.6, column(unit="kr"), False),
        ("[$€-2] 0.0", 2.6, column(), False),
        ('0.0" %"', 5, column(), False),
        ('0.0" %"', 89.6, column("number", ""), True),
        ('0.0" %"', 89.6, column("number", "%"), True),
        ('0.0" %"', 5, column("integer", ""), False),
        ('0" dagar"', 5, column("number", "timmar"), False),
        ('0" st"', 5, column("integer", ""), True),
        ('#,##0" kr"', 5, column("number", ""), True),
        ('#,##0" tkr"', 5, column("number", ""), False),
        ("#,##0,", 5000, column("number", ""), False),
    ],
)
def test_what_is_shown_against_the_columns_unit(code, value, wanted, right):
    assert is_right(code, value, wanted) is right


def test_the_heading_may_say_the_unit():
    hours = ColumnLayout(header="Sjukfrånvaro (timmar)", type="number")
    assert is_right('0" timmar"', 5, hours)
    assert not is_right('0" dagar"', 5, hours)


def test_what_becomes_of_a_cell():
    assert marked(0.045, NumberFormat.of("0.0%")) == PercentCell(0.045)
    assert marked(89.6, NumberFormat.of('0;[Red]-0;0" %"')) == 89.6
    assert marked(5, NumberFormat.of("0,")) == ShownCell(5, NumberFormat.of("0,"))
    assert str(marked(5200, NumberFormat.of("0.0,"))) == "5,2"
    assert marked(310, NumberFormat.of("0000")).as_text == "0310"
    assert marked(4010, NumberFormat.of("0000")) == 4010


@given(st.text(alphabet='0#?.,%;"\\_*[]<>=-+() @E/$krmnydhs€Général', max_size=30), st.floats(-1e15, 1e15))
def test_no_format_crashes(code, value):
    format_ = NumberFormat(code)
    assert isinstance(format_.is_plain, bool)
    assert isinstance(format_.text(value), str)
    marked(value, format_)


@given(
    st.integers(-(10**9), 10**9),
    st.sampled_from(["0", "#,##0", "0.00", "#,##0.0", "0_)", "[Red]0", "General", "#,##0;-#,##0", "0.0;(0.0)"]),
)
def test_a_plain_format_writes_the_number(value, code):
    text = NumberFormat.of(code).text(value).replace(NBSP, "").replace("(", "-").replace(")", "").replace("−", "-")
    assert float(text.replace(",", ".")) == value

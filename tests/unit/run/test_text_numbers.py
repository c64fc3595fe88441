"""Numbers in the own texts against the figures of the report. A deviation of 1,0 mnkr and a forecast of −7,04."""

from types import SimpleNamespace

import pandas as pd
import pytest
import samples

from followup.document.blocks import Text
from followup.document.cells import Cell
from followup.document.document import Document
from followup.ground.errors import Severity
from followup.ground.figure import Figure
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.run.text_numbers import text_notes
from followup.workbooks.source_table import SourceTable
from tests.figure_tables import table_of

NET = {"deviation": Figure(1_000_000.0), "forecast_deviation": Figure(-7_040_000.0)}
SHOWN = ((1.0, "mnkr"), (-7.04, "mnkr"), (-1.1, "mnkr"), (150_000.0, "kr"), (4.46, "%"), (0.3, "procentenheter"))


def document():
    cells = [Cell("", value=value, unit=unit, decimals=1) for value, unit in SHOWN]
    return Document(samples.cover(), (Text("t", paragraphs=(cells,)),))


def report(cover="", comment="", item=None, committee="DNHS", forecast=""):
    def table(name, sheet, workbook="2024/2024-04/DNHS.xlsx", **columns):
        frame = pd.DataFrame({key: [value] for key, value in columns.items()}, index=[11], dtype=object)
        return SourceTable(name, workbook, sheet, dict(zip(columns, "ABCDEFG", strict=False)), frame)

    tables = {
        "cover": table("cover", "Rapport", summary=cover, decision_needed=None),
        "comments": table("comments", "Kommentarer", section="economy", item=item, comment=comment),
        "forecast": table("forecast", "Prognos", comment=forecast),
    }
    sources = SimpleNamespace(
        tables=tables,
        cover=tables["cover"],
        params=load_params(),
        committee=SimpleNamespace(is_region=committee == "REGION"),
    )
    # −53,44 less −52,07 is −1,37; of what is shown, −53,4 less −52,1, it is −1,3.
    apart = Figure(-53_440_000.0) - Figure(-52_070_000.0)
    activities = table_of({"Tandvård": {"deviation": Figure(-820_000.0)}, "Slutenvård": {"deviation": apart}})
    return SimpleNamespace(
        sources=sources,
        kind=SimpleNamespace(reader="committee"),
        period=Period(2024, 4),
        net=NET,
        economy_by_activity=activities,
    )


def notes(**texts):
    found = text_notes(report(**texts), document())
    assert {one.severity for one in found} <= {Severity.NOTE}
    return [(one.place, one.message.replace("\xa0", " ")) for one in found]


def test_a_number_that_stands_nowhere_in_the_report():
    assert notes(comment="Underskottet på 7,4 mnkr beror på inhyrning, liksom 850 tkr.") == [
        (
            "2024/2024-04/DNHS.xlsx, blad Kommentarer, cell C11",
            "Talen ”7,4 mnkr” och ”850 tkr” i texten står inte i någon tabell i rapporten. Tal i de egna texterna "
            "väntas vara rapportens. Kontrollera att talen inte är kvar från en tidigare rapport.",
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kostnaden är 7,0 mnkr, 7 mnkr eller 7,04 mnkr.",
        "Underskott på 150 tkr och 150 000 kronor.",
        "Sjukfrånvaron är 4,5 procent, 0,3 procentenheter högre.",
        "Cirka 1,2 mnkr.",
        "Lika med minus 1,1 mnkr.",
        "Tandvården, som inte visas för sig, har minus 0,8 mnkr.",
        "Åtgärden gäller 14 mottagningar sedan 2023.",
    ],
)
def test_numbers_of_the_report_as_they_may_be_rounded(text):
    assert notes(comment=text) == []


def test_last_periods_headline_under_a_computed_one():
    assert notes(cover="Avvikelsen mot budget till och med april är **plus 1,1 mnkr**.") == [
        (
            "2024/2024-04/DNHS.xlsx, blad Rapport, cell A11",
            "Texten anger ”plus 1,1 mnkr” där rapporten visar avvikelsen mot budget plus 1,0 mnkr. Texten och "
            "rapporten ska säga samma sak. Rätta texten, eller underlaget.",
        )
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Nämndens avvikelse mot budget är 1,1 mnkr.", "avvikelsen mot budget plus 1,0 mnkr"),
        ("Avvikelsen är minus 1,0 mnkr.", "avvikelsen mot budget plus 1,0 mnkr"),
        ("Periodens underskott är 1,0 mnkr.", "avvikelsen mot budget plus 1,0 mnkr"),
        ("Det går bra, och prognosen för helåret är minus 1,1 mnkr.", "prognosens avvikelse mot budget minus 7,0 mnkr"),
        ("Prognosen visar ett underskott på 1,1 mnkr.", "prognosens avvikelse mot budget minus 7,0 mnkr"),
        ("Helårsprognosen är plus 7,0 mnkr.", "prognosens avvikelse mot budget minus 7,0 mnkr"),
    ],
)
def test_the_headline_in_other_words(text, shown):
    ((_, message),) = notes(cover=text)
    assert f"där rapporten visar {shown}." in message


@pytest.mark.parametrize(
    "text",
    [
        "Avvikelsen mot budget till och med april är plus 1,0 mnkr och prognosen för helåret är minus 7,0 mnkr.",
        "Prognosen är 1,1 mnkr bättre än föregående prognos.",
        "Hallands sjukhus prognos är minus 1,1 mnkr.",
        "Periodens överskott är 1 mnkr.",
    ],
)
def test_the_headline_as_the_report_has_it_and_somebody_elses(text):
    assert notes(cover=text) == []


def test_a_comment_on_one_activity_is_not_about_the_whole():
    assert notes(comment="Avvikelsen är minus 1,1 mnkr.", item="Medicin") == []
    assert len(notes(comment="Avvikelsen är minus 1,1 mnkr.")) == 1


def test_a_number_with_the_other_sign():
    ((_, message),) = notes(comment="Medicin har plus 1,1 mnkr.", item="Medicin")
    assert message == (
        "Talet ”plus 1,1 mnkr” i texten står i rapporten bara med ett annat tecken. Plus är bättre än budget och minus "
        "är sämre. Kontrollera tecknet."
    )


def test_an_index_in_a_comment_to_a_line_is_a_fact_from_elsewhere():
    assert notes(forecast="Indexuppräkningen beräknas bli 4,8 procent.") == []
    assert len(notes(forecast="Indexuppräkningen kostar 4,8 mnkr.")) == 1


@pytest.mark.parametrize("text", ["Avvikelsen är minus 1,4 mnkr.", "Underskottet, 1,4 mnkr, beror på övertid."])
def test_a_comments_own_figure_that_is_rounded_in_another_way_than_the_report_shows_it(text):
    ((place, message),) = notes(comment=text, item="Slutenvård")
    assert place == "2024/2024-04/DNHS.xlsx, blad Kommentarer, cell C11"
    written = "minus 1,4 mnkr" if "minus" in text else "1,4 mnkr"
    assert message == (
        f"Texten anger ”{written}” där rapporten visar minus 1,3 mnkr. Skillnaden är en avrundning. Rapporten räknar "
        "en avvikelse på de tal som den visar, och texten står bredvid den. Skriv talet som rapporten visar det."
    )


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Avvikelsen är minus 1,3 mnkr.", "Slutenvård"),
        ("Avvikelsen är minus 1,37 mnkr.", "Slutenvård"),
        ("Avvikelsen är minus 1 mnkr.", "Slutenvård"),
        ("Avvikelsen är knappt 1,4 mnkr.", "Slutenvård"),
        ("Slutenvården har minus 1,4 mnkr.", "Tandvård"),
    ],
)
def test_a_figure_as_it_is_shown_and_one_that_is_not_the_comments_own(text, item):
    assert notes(comment=text, item=item) == []

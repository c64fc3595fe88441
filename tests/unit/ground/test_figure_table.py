"""A table of figures: what it refuses, how it is read, and what a reviewer sees and gets to calculate with."""

import importlib
import math
import pkgutil
from typing import Literal, get_args, get_origin

import pytest

from followup import analysis
from followup.ground.column_words import WORDS
from followup.ground.figure import Cells, Figure
from followup.ground.figure_table import FigureTable

COLUMNS = ("report", "outcome", "change")
ROWS = {
    "Bibliotek": {"report": "Delår", "outcome": Figure(-2.5), "change": Figure(0.125, "%")},
    "Skola": {"report": "Delår", "outcome": Figure(1234.4), "change": Figure.missing("skyddad uppgift", "%")},
}
TABLE = FigureTable.of(ROWS, COLUMNS)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_misspelt_column_fails_when_the_table_is_made():
    wrong = {"Bibliotek": {"report": "Delår", "outcom": Figure(-2.5), "change": Figure(0.1, "%")}}
    with pytest.raises(ValueError, match="the columns are report, outcome, change; a row differs in outcom"):
        FigureTable.of(wrong, COLUMNS)
    lacking = {**ROWS, "Museum": {"report": "", "outcome": Figure(0.0)}}
    with pytest.raises(ValueError, match="a row differs in change"):
        FigureTable.of(lacking, COLUMNS)


def test_a_column_holds_figures_in_all_rows_or_in_none():
    with pytest.raises(TypeError, match="outcome holds figures in 1 of 2 rows"):
        FigureTable.of({1: {"outcome": Figure(1.0)}, 2: {"outcome": 1.0}}, ("outcome",))


def test_a_number_of_people_stands_in_no_table():
    with pytest.raises(ValueError, match="a number of people or hours is never shown"):
        FigureTable.of({"Totalt": {"hours": Figure(12.0, "antal", people="count")}}, ("hours",))


def test_figures_words_and_facts_are_asked_for_as_what_they_are():
    origin = (Cells.of("a.xlsx", "Mål", "B", [5]),)
    table = FigureTable.of(
        {1: {"amount": Figure(1.0), "grade": "meets", "origin": origin}}, ("amount", "grade", "origin")
    )
    assert (table[1, "amount"].value, table.text(1, "grade"), table.facts("origin", tuple)) == (1.0, "meets", [origin])
    for wrong in (lambda: table[1, "grade"], lambda: table.text(1, "amount"), lambda: table.facts("grade", int)):
        with pytest.raises(TypeError):
            wrong()
    for unknown in (lambda: table[1, "amonut"], lambda: table.figures("amonut"), lambda: table[2, "amount"]):
        with pytest.raises(KeyError):
            unknown()
    with pytest.raises(TypeError, match=r"table\[row, column\]"):
        table["amount"]


def test_rows_are_kept_in_the_order_that_they_are_asked_for():
    assert TABLE.only(["Skola", "Bibliotek"]).names == ("Skola", "Bibliotek")
    assert TABLE.without("Skola").names == ("Bibliotek",)
    assert TABLE.where(lambda row: row["change"].is_missing).names == ("Skola",)
    assert TABLE.renamed({"Skola": "Skolor"}).names == ("Bibliotek", "Skolor")
    with pytest.raises(KeyError, match="Museum"):
        TABLE.without("Museum")
    with pytest.raises(ValueError, match="rows stand in both tables: Skola"):
        TABLE.then(TABLE.only(["Skola"]))


def test_a_table_without_rows_has_its_columns():
    nothing = FigureTable.of({}, COLUMNS)
    assert (len(nothing), nothing.figures("outcome"), nothing.columns) == (0, [], COLUMNS)
    assert repr(nothing) == "inga rader (Rapport, Utfall, Förändring)"
    assert "Utfall" in nothing._repr_html_()


def test_the_frame_has_floats_with_units_in_their_heads():
    frame = TABLE.frame
    assert list(frame.columns) == ["report", "outcome, kr", "change, %"]
    # Not rounded, and what is missing is no number.
    assert frame["outcome, kr"].tolist() == [-2.5, 1234.4]
    assert frame["outcome, kr"].sum() == pytest.approx(1231.9)
    assert math.isnan(frame.loc["Skola", "change, %"])
    assert frame.sort_values("outcome, kr", ascending=False).index.tolist() == ["Skola", "Bibliotek"]
    assert [str(kind) for kind in frame.dtypes[1:]] == ["float64", "float64"]


def test_rows_of_different_units_have_them_beside_the_floats():
    table = FigureTable.of({"Soliditet": {"now": Figure(35.0, "%")}, "Kassa": {"now": Figure(1e6)}}, ("now",))
    assert table.frame.to_dict("list") == {"now": [35.0, 1e6], "now, enhet": ["%", "kr"]}
    assert [plain(line).split(maxsplit=1) for line in repr(table).splitlines()[1:]] == [
        ["Soliditet", "35,00 %"],
        ["Kassa", "1,0 mnkr"],
    ]


def test_a_reviewer_reads_what_the_blocks_say():
    rows = {
        "Bibliotek": ROWS["Bibliotek"] | {"outcome": Figure(-2_549_999.0)},
        "Skola": ROWS["Skola"] | {"outcome": Figure(1_234_450_000.0)},
    }
    table = FigureTable.of(rows, COLUMNS)
    lines = [plain(line).split() for line in repr(table).splitlines()]
    assert lines == [
        ["Rapport", "Utfall,", "mnkr", "Förändring,", "%"],
        ["Bibliotek", "Delår", "−2,5", "0,13"],
        ["Skola", "Delår", "1", "234,5", "skyddad", "uppgift"],
    ]
    assert "<td>−2,5</td>" in table._repr_html_()
    assert (
        table._repr_html_().count('<td style="text-align: left">Delår</td>') == table._repr_html_().count("left") == 2
    )


def test_a_difference_is_what_the_blocks_make_of_its_terms():
    # 483.64 and 483.86 are shown as 483,6 and 483,9.
    table = FigureTable.of({"Netto": {"deviation": Figure(483_640_000.0) - Figure(483_860_000.0)}}, ("deviation",))
    assert repr(table).split()[-1] == "−0,3"


def test_two_columns_never_have_the_same_heading():
    entries = {"grade": "meets", "assessment": "on_track", "DNKS": "on_track"}
    assert repr(FigureTable.of({"1.1": entries}, tuple(entries))).split()[:3] == ["grade", "assessment", "DNKS"]


def test_every_column_of_the_analysis_has_a_heading():
    found: set[str] = set()
    for one in pkgutil.walk_packages(analysis.__path__, "followup.analysis."):
        for name, kind in vars(importlib.import_module(one.name)).items():
            if name.endswith("Column") and get_origin(kind) is Literal:
                found |= set(get_args(kind))
    assert len(found) > 80
    assert found - WORDS.keys() == set()


def test_what_somebody_wrote_is_no_mathematics_and_no_code_in_a_notebook():
    shown = FigureTable.of({"A": {"text": "$5 och $7 <td>"}}, ("text",))._repr_html_()
    assert 'class="dataframe tex2jax_ignore mathjax_ignore"' in shown
    assert '<td style="text-align: left">$5 och $7 &lt;td&gt;</td>' in shown


def test_what_nobody_needs_to_see_is_left_out():
    table = FigureTable.of({"LAN": {"indicator": object(), "value": Figure(4.0, "antal")}}, ("indicator", "value"))
    assert list(table.frame.columns) == ["value, antal"]
    assert "object" not in repr(table)

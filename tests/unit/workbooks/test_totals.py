"""Which rows are totals or parts, what they cover, and what stands beside what they state."""

import pytest

from followup.params.column_layout import ColumnLayout
from followup.params.layouts import TableLayout, TotalRow
from followup.params.loading import load_params
from followup.params.total_words import TotalWords
from followup.workbooks.cells.vocabulary import Vocabulary
from followup.workbooks.files.workbook import Sheet
from followup.workbooks.read_table import StatedTotal
from followup.workbooks.table_reader import read_table, readers_of
from followup.workbooks.total_labels import label_of
from followup.workbooks.total_rows import total_rows
from followup.workbooks.totals import differs

WORDS = TotalWords(words=("Summa", "Totalt"), alone=("Nettokostnad", "Resultat"), parts=("varav",))
FORECAST = TableLayout(
    sheet="Prognos",
    key=("activity", "account_class"),
    columns={
        "activity": ColumnLayout(header="Verksamhet", type="text"),
        "account_class": ColumnLayout(header="Kontoklass", type="text"),
        "forecast": ColumnLayout(header="Prognos", type="amount", unit="mnkr", sign="ledger"),
        "comment": ColumnLayout(header="Kommentar", type="markdown", empty="allowed"),
    },
    total_row=TotalRow(column="activity", words=("Nettokostnad",)),
)


def labelled(rows, layout=FORECAST, words=WORDS, vocabularies=None):
    """The positions that are totals, in rows of the layout's columns."""
    contents = {name: [row[place] for row in rows] for place, name in enumerate(layout.columns)}
    return list(total_rows(layout, readers_of(layout, vocabularies or {}), contents, words))


@pytest.mark.parametrize(
    ("label", "rest"),
    [
        *((label, "") for label in ("Summa", "SUMMA:", " totalt ", "Summa 2024", "Totalt 2024-04", "Summa: 2024–2028")),
        *((label, "") for label in ("Summa 12", "Totalt mars 2024", "Nettokostnad.", "resultat")),
        ("Summa DNHS", "dnhs"),
        ("DNHS totalt", "dnhs"),
        ("DNHS – Totalt", "dnhs"),
        ("Hallands sjukhus (totalt)", "hallands sjukhus"),
        ("Totalt stopp för konsultköp", "stopp för konsultköp"),
    ],
)
def test_the_word_alone_before_a_period_or_beside_a_name(label, rest):
    assert label_of(label, WORDS).rest == rest


@pytest.mark.parametrize(
    "label",
    [
        *("Summan av delarna", "Totalförsvar", "Total-försvar", "Resultatenheten", "Resultat Hallands sjukhus"),
        *("Nettokostnad fastigheter", "Delsumma", "", None, 12.0, True, "Varavgård", "konsumtionssumma"),
    ],
)
def test_a_word_within_another_is_none(label):
    assert label_of(label, WORDS) is None


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (("Totalt stopp för konsultköp", "Kostnader", 1.0, ""), False),
        (("Summa summarum AB", "Kostnader", 1.0, ""), False),
        (("Totalt alla åtgärder", "", 1.0, ""), True),
        (("Totalt alla åtgärder", "-", 1.0, "Enligt plan."), True),
        (("Summa Skola", "Kostnader", 1.0, ""), True),
        (("Skola totalt", "Kostnader", 1.0, ""), True),
        (("Skola", "Summa", 1.0, ""), True),
        (("", "Totalt", 1.0, ""), True),
        (("Nettokostnad hela nämnden", "", 1.0, ""), True),
        (("Nettokostnad fastigheter", "Intäkter", 1.0, ""), False),
        (("Totalförsvar", "Resultat", 1.0, ""), True),
        (("varav läkemedel", "Kostnader", 1.0, ""), True),
        (("Skola", "Kostnader", 1.0, "Summa"), False),
    ],
)
def test_beside_another_text_it_is_a_total_for_a_name_of_the_sheet_or_where_the_other_texts_are_blank(row, expected):
    assert labelled([("Skola", "Intäkter", 1.0, ""), row]) == ([1] if expected else [])


def test_a_layout_may_keep_its_lines_to_its_own_words():
    only = TotalRow(column="activity", words=("Summa totalt",), only=True)
    layout = FORECAST.model_copy(update={"total_row": only})
    rows = [("Summa fastigheter", "A", 1.0, ""), ("Summa totalt", "", 1.0, ""), ("Skola", "Summa", 1.0, "")]
    assert labelled(rows, layout) == [1]


COMMITTEES = Vocabulary(
    "en nämnd",
    ("DNHS", "DNKS", "REGION"),
    (),
    {"dnhs": "DNHS", "hallands sjukhus": "DNHS", "dnks": "DNKS", "region": "REGION", "region halland": "REGION"},
)
SEXES = Vocabulary("ett av orden", ("Alla",), (), {"alla": "all", "totalt": "all", "kvinnor": "women"})
LEDGER = TableLayout(
    sheet="Huvudbok",
    key=("period", "committee", "activity"),
    columns={
        "period": ColumnLayout(header="Period", type="period"),
        "committee": ColumnLayout(header="Nämnd", type="committee"),
        "activity": ColumnLayout(header="Verksamhet", type="text"),
        "name": ColumnLayout(header="Benämning", type="text"),
        "budget": ColumnLayout(header="Budget", type="amount", unit="kr", sign="ledger"),
        "people": ColumnLayout(header="Antal", type="integer", summed="per_period"),
    },
)
ALL = TotalWords(words=("Summa", "Totalt"), alone=("Helår",), averages=("Snitt",), region=("REGION", "Region Halland"))
PARTS = ALL.model_copy(update={"parts": ("varav",)})


def ledger(text, words=PARTS, layout=LEDGER):
    """Rows of `period | committee | activity | name | budget | people`, read."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    grid = [[column.header for column in layout.columns.values()]]
    for row in rows:
        grid.append([float(cell) if place >= 4 and cell else cell for place, cell in enumerate(row)])
    readers = readers_of(layout, {"committee": COMMITTEES})
    return read_table("ledger", Sheet("Huvudbok", grid), layout, readers, words)


ROWS = """
2024-01 | DNHS | Vård     | a | 10 | 4
2024-01 | DNHS | Operation| b | 20 | 5
2024-02 | DNHS | Vård     | a | 11 | 4
2024-02 | DNHS | Operation| b | 21 | 6
2024-01 | DNKS | Skola    | c | 5  | 2
2024-02 | DNKS | Skola    | c | 6  | 2
"""


@pytest.mark.parametrize(
    ("row", "computed"),
    [
        # Every column that is filled narrows what is covered; a text that no row has is a description.
        ("         |        | Summa        |              | 1 | ", 73.0),
        ("Totalt   |        |              |              | 1 | ", 73.0),
        ("         | Totalt |              |              | 1 | ", 73.0),
        ("         | Region Halland |      | Hela huset   | 1 | ", 73.0),
        ("2024-02  | REGION | Totalt       |              | 1 | 1", 38.0),
        ("2024-01  | DNHS   | Totalt       |              | 1 | 1", 30.0),
        ("2024-01  | Summa DNHS |          |              | 1 | 1", 30.0),
        ("         | DNHS totalt |         |              | 1 | ", 62.0),
        ("         |        | Hallands sjukhus totalt |   | 1 | ", 62.0),
        ("         | DNHS   | Summa Vård   |              | 1 | ", 21.0),
        ("Helår    | DNHS   | Vård         | a            | 1 | ", 21.0),
        ("2024     | DNKS   | Skola        | c            | 1 | ", 11.0),
        ("Summa 2024-01 |   |              |              | 1 | 1", 35.0),
    ],
)
@pytest.mark.parametrize("place", ["above", "below"])
def test_a_total_covers_the_rows_that_share_its_filled_cells(row, computed, place):
    row = row.replace("| 1 |", f"| {computed - 0.5} |")
    table = ledger(row + ROWS if place == "above" else ROWS + row)
    assert table.findings == ()
    assert len(table.frame) == 6
    (found,) = [total for total in table.totals if total.column == "budget"]
    assert (found.stated, found.computed) == (computed - 0.5, computed)


def test_what_a_total_is_for_is_told():
    (total, people) = ledger(ROWS + "2024-01 | DNHS | Totalt | | 30 | 9").totals
    assert (total.committee, total.covers, total.rows, total.computed) == ("DNHS", "2024-01, DNHS", 2, 30.0)
    assert (people.column, people.stated, people.computed) == ("people", 9.0, 9.0)
    assert not differs(total)


def test_people_of_several_months_are_not_compared_and_neither_are_averages():
    table = ledger(ROWS + "Helår | DNHS | Vård | a | 21 | 4\n | DNHS | Snitt | | 7 | 3")
    assert len(table.frame) == 6
    assert [(total.row, total.column) for total in table.totals] == [(8, "budget")]


def test_totals_of_every_committee_and_month_beside_one_of_all():
    totals = "2024-01 | DNHS | Summa | | 30 |\n2024-02 | DNHS | Summa | | 32 |\n | DNKS | Summa | | 11 |\n"
    table = ledger(ROWS + totals + " | Summa | | | 73 |")
    assert [total.computed for total in table.totals] == [30.0, 32.0, 11.0, 73.0]
    assert not any(map(differs, table.totals))


def test_subtotals_that_only_say_so_are_the_rows_since_the_one_before():
    rows = ROWS.strip().splitlines()
    table = ledger("\n".join([*rows[:2], "|||Summa|30|", *rows[2:4], "|||Summa|32|", *rows[4:], "|||Summa|11|"]))
    assert [total.computed for total in table.totals] == [30.0, 32.0, 11.0]


def test_a_part_is_kept_out_and_never_more_than_the_row_above():
    table = ledger(ROWS + "2024-02 | DNKS | varav läkemedel | d | 4 | 1")
    assert len(table.frame) == 6
    part = table.totals[0]
    assert (part.kind, part.label, part.computed, differs(part)) == ("part", "varav läkemedel", 6.0, False)
    for amount in ("7", "-1"):
        table = ledger(ROWS + f"2024-02 | DNKS | varav läkemedel | d | {amount} | 1")
        assert differs(table.totals[0])


def test_a_year_is_a_total_only_where_the_others_are_months():
    table = ledger("2024 | DNHS | Vård | a | 10 | 4")
    assert table.totals == ()
    assert [finding.doubt.found for finding in table.findings] == ["Här står ”2024”, som inte är en månad."]


YEARLY = TableLayout(
    sheet="Mått",
    key=("year", "committee", "sex"),
    columns={
        "year": ColumnLayout(header="År", type="integer"),
        "committee": ColumnLayout(header="Nämnd", type="committee"),
        "sex": ColumnLayout(header="Kön", type="choice", choices={"all": ("Alla", "Totalt"), "women": ("Kvinnor",)}),
        "count": ColumnLayout(header="Antal", type="integer", summed="always"),
        "value": ColumnLayout(header="Värde", type="number", summed="mean", weight="count"),
    },
)


def yearly(*rows, layout=YEARLY):
    readers = readers_of(layout, {"committee": COMMITTEES, "sex": SEXES})
    grid = [[column.header for column in layout.columns.values()], *map(list, rows)]
    return read_table("yearly", Sheet("Mått", grid), layout, readers, ALL)


def test_the_regions_value_is_compared_with_the_committees_weighted_mean():
    """(30 · 70 + 10 · 80) / 40 = 72.5 in 2024; ”Totalt” is a word for all sexes there, and no total."""
    table = yearly(
        (2023.0, "DNHS", "Totalt", 30.0, 60.0),
        (2024.0, "DNHS", "Totalt", 30.0, 70.0),
        (2024.0, "DNKS", "Alla", 10.0, 80.0),
        (2024.0, "DNKS", "Kvinnor", 10.0, 90.0),
        (2024.0, "Region Halland", "Totalt", 40.0, 73.0),
    )
    assert len(table.frame) == 4
    assert [(total.column, total.computed, total.kind) for total in table.totals] == [
        ("count", 40.0, "sum"),
        ("value", 72.5, "mean"),
    ]
    assert not any(map(differs, table.totals))


@pytest.mark.parametrize(("stated", "told"), [(73.5, False), (71.5, False), (73.6, True), (71.4, True)])
def test_a_mean_may_miss_by_a_whole_step_of_what_is_written(stated, told):
    # Written with no decimals in the rows: a step is 1; 73.6 has one decimal, so there it is 0.1.
    assert differs(StatedTotal(5, "E", "value", "REGION", stated, 72.5, 0, kind="mean")) is told


def test_where_nothing_is_summed_the_regions_row_is_a_row():
    columns = {name: column.model_copy(update={"summed": "never"}) for name, column in YEARLY.columns.items()}
    layout = YEARLY.model_copy(update={"columns": columns})
    rows = [(2024.0, "REGION", "Totalt", 40.0, 73.0), (2024.0, "Totalt", "Alla", 40.0, 73.0)]
    table = yearly(*rows, layout=layout)
    assert table.frame["committee"].tolist() == ["REGION"]
    assert (table.findings, table.totals) == ((), ())


def test_a_new_word_is_one_in_the_list_that_says_where_it_may_stand():
    assert label_of("Sammantaget", WORDS) is None
    beside = WORDS.model_copy(update={"words": (*WORDS.words, "Sammantaget")})
    alone = WORDS.model_copy(update={"alone": (*WORDS.alone, "Sammantaget")})
    assert label_of("Sammantaget", alone).rest == label_of("Sammantaget", beside).rest == ""
    assert label_of("Sammantaget DNHS", beside).rest == "dnhs"
    assert label_of("Sammantaget DNHS", alone) is None


def test_the_projects_words_know_the_regions_own_names():
    words = load_params().total_words
    for label in ("Region Halland", "REGION", "Totalsumma", "Grand Total", "Delsumma", "Helår", "S:a"):
        assert label_of(label, words) is not None
    for label in ("Totalförsvar", "Region Hallands Almi", "Total-Hygien AB", "Resultatenheten", "Summan av delarna"):
        assert label_of(label, words) is None

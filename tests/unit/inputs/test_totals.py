"""Which rows are total rows."""

import pytest

from followup.inputs.layouts import ColumnLayout, TableLayout, TotalRow
from followup.inputs.totals import is_total, total_rows

WORDS = ("Summa", "Totalt", "Nettokostnad")


@pytest.mark.parametrize(
    "label",
    ["Summa", "SUMMA:", " totalt ", "Summa 2024", "Totalt 2024-04", "Summa: 2024–2028", "Summa 12", "Nettokostnad."],
)
def test_the_word_alone_or_before_a_number_is_a_total_whatever_else_the_row_holds(label):
    assert is_total(label, WORDS, ["Beslutad", "Pågår"])


@pytest.mark.parametrize(
    ("label", "others", "expected"),
    [
        ("Totalt stopp för konsultköp", ["Beslutad", "Pågår"], False),
        ("Totalt stopp för konsultköp", ["", "Pågår"], False),
        ("Totalt alla åtgärder", ["", None], True),
        ("Totalt alla åtgärder", ["-", " "], True),
        ("Summa nämnder", [], True),
        ("Summan av allt", [], False),
        ("Delsumma", [], False),
        ("", [], False),
    ],
)
def test_a_longer_label_is_a_total_only_if_the_rows_other_texts_are_blank(label, others, expected):
    assert is_total(label, WORDS, others) is expected


def test_optional_and_numeric_cells_do_not_decide():
    columns = {
        "activity": ColumnLayout(header="Verksamhet", type="text"),
        "account_class": ColumnLayout(header="Kontoklass", type="text"),
        "forecast": ColumnLayout(header="Prognos", type="amount", unit="mnkr", sign="ledger"),
        "comment": ColumnLayout(header="Kommentar", type="markdown", empty="allowed"),
    }
    layout = TableLayout(sheet="Prognos", columns=columns, total_row=TotalRow(column="activity", words=WORDS))
    contents = {
        "activity": ["Nettokostnad fastigheter", "Nettokostnad hela nämnden", "Skola"],
        "account_class": ["Intäkter", "", "Intäkter"],
        "forecast": [1.0, 2.0, 1.0],
        "comment": ["", "Enligt plan.", ""],
    }
    assert total_rows(layout, contents, 3).tolist() == [False, True, False]
    assert total_rows(layout.model_copy(update={"total_row": None}), contents, 3).tolist() == [False, False, False]

"""A deficit without an explanation of the economy as a whole."""

import pytest
from cases import case_of
from region_accounts import messages, project_params
from tables import source_table
from text_cases import comments

from followup.checks.texts.unexplained_deficits import RULE


def found(*texts, forecast=-106e6, period="2024-04"):
    """The rule's messages of a budget of −100 mnkr, an outcome of −103 when the year is over, and the forecast."""
    month = period[-2:]
    ledger = source_table(f"""
        period   budget      outcome
        2024-{month}  -100000000  -103000000
    """)
    written = comments(*texts) if texts else source_table("section  item  comment")
    tables = {"ledger": ledger, "comments": written, "forecast": source_table(f"forecast\n{forecast:.0f}")}
    return messages(RULE, case_of(period, project_params(), "committee", "DNHS", None, **tables))


def test_the_example_of_the_catalogue():
    assert [message for _, message in found()] == [RULE.example]


@pytest.mark.parametrize(
    "text", ["Avvikelsen är minus 6,0 mnkr.", "Hallands sjukhus prognos är minus 6,0 mnkr, sämre än budget."]
)
def test_a_comment_that_says_the_amount_again_is_none(text):
    ((cell, message),) = found(text)
    assert cell == "C5"
    assert message.startswith(
        "Prognosen är ett underskott på 6 mnkr. Kommentaren till ekonomin säger inte vad det beror på."
    )


def test_one_of_several_comments_is_enough():
    assert found("Prognosen är minus 6,0 mnkr.", "Övertid.") == []


@pytest.mark.parametrize(("forecast", "count"), [(-100_049_999, 0), (-100_050_000, 1), (-94e6, 0)])
def test_what_is_shown_as_a_deficit_is_one(forecast, count):
    assert len(found(forecast=forecast)) == count


def test_when_the_year_is_over_its_outcome_counts():
    ((_, message),) = found(forecast=-100e6, period="2024-12")
    assert message.startswith("Årets underskott är 3 mnkr. Ekonomin som helhet har ingen kommentar.")

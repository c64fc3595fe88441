"""DEVELOPERS.md, An unknown workbook: a ledger as another office has it, proposed, answered, pasted and read."""

from __future__ import annotations

import pytest

from followup.ground.period import MONTHS
from followup.params.loading import load_params
from tests import workbooks
from tests.conftest import run_followup
from tests.reports.small_region import SmallRegion, said
from tests.reports.test_shaped_sets import built_figures
from tests.small_set import own_cache, problems_for

__all__ = ["own_cache"]

OPEN = "    FRÅGOR: 2  # Ta bort raden när frågorna är besvarade.\n"
QUESTIONS = (
    "”Periodbudget {month}” och ”Redovisat {month}”: Vilken enhet har beloppen? Bladet säger ingen.",
    "Är talen belopp (amount, med unit och sign), andra tal (number), antal (integer) eller koder (text)?",
)
# What the recipe tells to write, each with what stood there.
ANSWERS = {
    OPEN: "",
    "type: amount, sign: ledger": "type: amount, unit: tkr, sign: ledger",
    '{header: "{month} fg år"}': '{header: "{month} fg år", type: amount, unit: tkr, sign: ledger}',
    "  redovisning:\n": "  ledger:\n",
    "readers: [committee]": "readers: [committee, region]",
    "key: [period, activity, account_class]": "key: [period, committee, activity, account]",
}


def send_ledger(region: SmallRegion) -> None:
    """The ledger with other headings on another sheet, a column for each month, in tkr that no cell tells."""
    kinds = [*(f"Periodbudget {month[:3]}" for month in MONTHS), *(f"Redovisat {month[:3]}" for month in MONTHS)]
    head = ("Ansvar", "Verksamhetsområde", "Kontogrupp", "Kontonr", "Kontobenämning", *kinds)
    lines: dict[tuple, list[tuple]] = {}
    for row in workbooks.ledger_rows():
        lines.setdefault(row[1:6], []).append(row[6:])
    rows = [
        (*line, *(None if one[kind] is None else one[kind] / 1000 for kind in range(3) for one in months))
        for line, months in lines.items()
    ]
    title = [("Redovisning 2024",), ("Uttagsdatum: 2024-05-08",), ()]
    sheet = [*title, (*head, *(f"{month[:3]} fg år" for month in MONTHS)), *rows]
    workbooks.write_book(region.data / workbooks.LEDGER, {"Uttag": sheet})


@pytest.fixture
def proposed(tmp_path) -> tuple[SmallRegion, str]:
    """A region that was sent such a ledger, and the file that was proposed."""
    region = SmallRegion.in_folder(tmp_path / "other")
    send_ledger(region)
    target = tmp_path / "okand.yml"
    done = run_followup(
        "layout", str(region.data / workbooks.LEDGER), "--output", str(target), FOLLOWUP_PARAMS=str(region.params)
    )
    assert done.returncode == 1, said(done)
    return region, target.read_text(encoding="utf-8")


def paste(region: SmallRegion, text: str) -> None:
    (region.params / "layouts/utfall.yml").write_text(text, encoding="utf-8")


def test_a_proposal_is_refused_until_its_question_is_answered(proposed) -> None:
    region, text = proposed
    plain = " ".join(text.replace("#", " ").split())
    assert [question in plain for question in QUESTIONS] == [True, True]
    paste(region, text)
    done = region.check()
    assert done.returncode == 2
    assert "Nyckeln ”FRÅGOR” är okänd." in said(done)


def test_with_its_question_answered_it_gives_the_figures_of_the_usual_ledger(proposed, tmp_path) -> None:
    region, text = proposed
    for old, new in ANSWERS.items():
        assert old in text
        text = text.replace(old, new)
    paste(region, text)
    assert [
        one.found for one in problems_for(region.data, load_params(region.params)) if one.severity.name == "ERROR"
    ] == []
    usual = built_figures(SmallRegion.in_folder(tmp_path / "usual"), "DNKS")
    assert built_figures(region, "DNKS") == usual


def test_a_wrong_answer_is_told_by_the_rules(proposed) -> None:
    region, text = proposed
    for old, new in ANSWERS.items():
        text = text.replace(old, new.replace("unit: tkr", "unit: mnkr"))
    paste(region, text)
    first = problems_for(region.data, load_params(region.params))[0]
    assert first.found.startswith("Kolumnen ”Helårsprognos” har fel storlek på nästan alla rader")

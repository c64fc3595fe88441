"""A plan's texts and tables may stand beside its hierarchy."""

from __future__ import annotations

from pathlib import Path

import pytest
from workbooks import PLAN, write_params

from followup.ground.errors import ReportError
from followup.params.loading import load_params

TEXTS = "introduction: Så här blir året.\n"
TABLES = """
# Vad som är tryckt.
tax_rate: 11.40
"""


def loaded(folder: Path, **files: str):
    """The plan of 2024 with these files beside it, by the ending of their names."""
    written = write_params(folder / "params")
    for ending, text in files.items():
        (written / "plans" / f"2024.{ending}.yml").write_text(text, encoding="utf-8")
    return load_params(written).plans[2024]


def refusal(folder: Path, **files: str) -> list[str]:
    with pytest.raises(ReportError) as raised:
        loaded(folder, **files)
    return [f"{problem.workbook}, {problem.cell}: {problem.message}" for problem in raised.value.problems]


def test_the_parts_are_read_and_keep_their_own_lines(tmp_path):
    plan = loaded(tmp_path, texts=TEXTS, tables=TABLES)
    assert plan.introduction == "Så här blir året."
    assert [str(cells) for cells in plan.tax_rate.origin] == ["params/plans/2024.tables.yml, tax_rate!rad 3"]
    assert str(plan.nodes[0].origin[0]).startswith("params/plans/2024.yml, nodes!rad ")


def test_an_error_in_a_part_names_that_part(tmp_path):
    assert refusal(tmp_path, tables="\ntax_rate: elva\n") == [
        "params/plans/2024.tables.yml, rad 2: Här står ”elva” för nyckeln ”tax_rate”. Ett tal väntas. Skriv talet med "
        "decimalpunkt, utan mellanslag och citattecken."
    ]


def test_a_key_stands_once_and_in_its_own_part(tmp_path):
    assert "title: " in PLAN
    assert refusal(tmp_path, texts=TEXTS + "tax_rate: 11.4\n") == [
        "params/plans/2024.texts.yml, rad 2: Nyckeln ”tax_rate” hör inte hemma här. Nycklarna här är introduction, "
        "chapters, definitions och remarks. De andra står i planens egen fil. Flytta den."
    ]


def test_a_key_in_both_files_is_told(tmp_path):
    folder = write_params(tmp_path / "params", plans_2024=PLAN + "tax_rate: 11.4\n")
    (folder / "plans" / "2024.tables.yml").write_text("tax_rate: 11.4\n", encoding="utf-8")
    with pytest.raises(ReportError) as raised:
        load_params(folder)
    line = len((PLAN + "tax_rate: 11.4\n").splitlines())
    assert [problem.found for problem in raised.value.problems] == [
        f"Nyckeln ”tax_rate” står också i params/plans/2024.yml, rad {line}."
    ]


@pytest.mark.parametrize("text", ["", "- en lista\n"])
def test_a_part_without_keys_is_told(tmp_path, text):
    assert refusal(tmp_path, texts=text) == [
        "params/plans/2024.texts.yml, rad 1: Filen har inga nycklar. Här står introduction, chapters, definitions och "
        "remarks. Lägg till dem eller ta bort filen."
    ]


def test_a_part_of_no_plan_is_told(tmp_path):
    folder = write_params(tmp_path / "params")
    (folder / "plans" / "2042.texts.yml").write_text(TEXTS, encoding="utf-8")
    with pytest.raises(ReportError) as raised:
        load_params(folder)
    assert [problem.message for problem in raised.value.problems] == [
        "Filen hör till planen 2042.yml, som inte finns. En plans texter, tabeller och löften står bredvid planens "
        "egen fil. Lägg till 2042.yml, eller rätta filens namn."
    ]

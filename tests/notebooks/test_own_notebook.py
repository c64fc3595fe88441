"""A notebook says which one it is, and the report that another one makes is refused by name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import nbformat
import pytest

from followup.ground.errors import ReportError
from followup.params.loading import load_params
from followup.reports.open import open_report

NOTEBOOKS = sorted((Path(__file__).resolve().parents[2] / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_it_opens_the_report_as_itself(path: Path) -> None:
    (cell,) = [cell for cell in nbformat.read(path, as_version=4).cells if cell.id == "report"]
    assert cell.source == f'report = open_report(committee, period, data, notebook="{path.name}")'


def test_the_calendar_has_a_use_for_every_notebook() -> None:
    kinds = load_params().calendar.kinds.values()
    used = {one.notebook for one in kinds} | {one.region_notebook for one in kinds if one.region_notebook}
    assert {path.name for path in NOTEBOOKS} == used


@pytest.mark.parametrize(
    ("notebook", "committee", "period", "title", "right"),
    [
        (
            "uppfoljningsrapport.ipynb",
            "REGION",
            "2024-04",
            "Uppföljningsrapport 1 2024 för Region Halland",
            "region_uppfoljningsrapport.ipynb",
        ),
        (
            "manadsrapport.ipynb",
            "DNKS",
            "2024-04",
            "Uppföljningsrapport 1 2024 för Driftnämnd Kultur och skola",
            "uppfoljningsrapport.ipynb",
        ),
        ("verksamhetsplan.ipynb", "REGION", "2024", "Mål och budget 2024 för Region Halland", "mal_och_budget.ipynb"),
    ],
)
def test_another_ones_report_is_refused_with_the_right_name(notebook, committee, period, title, right) -> None:
    with pytest.raises(ReportError) as refused:
        open_report(committee, period, notebook=notebook)
    assert str(refused.value) == (
        f"notebooks/{notebook}: Den här notebooken gör inte {title}. Den rapporten görs av notebooks/{right}. "
        f"Kör {right}, eller ändra committee eller period i cellen med parametrar. En ny notebook skriver sitt eget "
        "filnamn i cellen som öppnar rapporten, och står i params/calendar.yml."
    )


def test_who_leaves_no_report_is_told_so(tmp_path: os.PathLike[str]) -> None:
    with pytest.raises(ReportError) as refused:
        open_report("DNHS", "2018-12", tmp_path, notebook="uppfoljning_av_plan.ipynb")
    assert str(refused.value) == (
        "notebooks/uppfoljning_av_plan.ipynb: Driftnämnd Hallands sjukhus lämnar ingen rapport för 2018-12. De som gör "
        "det är RS och DNKS. Ändra committee eller period i cellen med parametrar."
    )


def test_the_only_one_who_reports_is_named_as_one() -> None:
    with pytest.raises(ReportError) as refused:
        open_report("DNHS", "2018-10", notebook="manadsuppfoljning_av_plan.ipynb")
    assert str(refused.value) == (
        "notebooks/manadsuppfoljning_av_plan.ipynb: Driftnämnd Hallands sjukhus lämnar ingen rapport för 2018-10. Den "
        "som gör det är RS. Ändra committee eller period i cellen med parametrar."
    )


@pytest.mark.parametrize(
    ("committee", "found"),
    [
        ("", "Nämnden är tom."),
        (None, "Nämnden är tom."),
        (12, "Nämnden är 12, som inte är en text."),
        (["DNHS", "DNKS"], "Nämnden är ['DNHS', 'DNKS'], som inte är en text."),
    ],
)
def test_a_committee_that_is_no_code_is_refused(committee: Any, found: str) -> None:
    with pytest.raises(ReportError) as refused:
        open_report(committee, "2024-04", notebook="uppfoljningsrapport.ipynb")
    assert str(refused.value) == (
        f"parametern committee: {found} En nämnds kod väntas, till exempel DNKS, eller REGION. Rätta committee och kör "
        "igen."
    )


def test_a_data_folder_that_is_no_text_is_refused() -> None:
    folder: Any = 5
    with pytest.raises(ReportError) as refused:
        open_report("DNHS", "2024-04", folder, notebook="uppfoljningsrapport.ipynb")
    assert str(refused.value) == (
        "parametern data: Datamappen är 5, som inte är en text. Mappen med arbetsböcker väntas, till exempel "
        "data/example. Rätta data och kör igen."
    )


@pytest.mark.parametrize("data", ["", " "])
def test_an_empty_data_folder_is_refused(data: str) -> None:
    with pytest.raises(ReportError) as refused:
        open_report("DNHS", "2024-04", data, notebook="uppfoljningsrapport.ipynb")
    assert str(refused.value) == (
        "parametern data: Datamappen är tom. Mappen med arbetsböcker väntas, till exempel data/example. Rätta data och "
        "kör igen."
    )

"""Workbooks that no report reads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from region_case import case

from followup.checks.rows import stray_workbooks
from followup.ground.errors import Severity
from followup.ground.period import Period
from followup.tables.spreadsheet_files import spreadsheets

__all__ = ["case"]


def test_the_example_is_accounted_for(case):
    assert list(stray_workbooks.check(case)) == []


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("utfall (1).xlsx", "Rapporten räknar med ”utfall.xlsx”. Är den här rätt: flytta bort den andra och ge den här "
         "namnet ”utfall.xlsx”. Annars: flytta bort den här."),
        ("utfall_ny.xlsx", "Rapporten räknar med ”utfall.xlsx”. Är den här rätt: flytta bort den andra och ge den här "
         "namnet ”utfall.xlsx”. Annars: flytta bort den här."),
        ("DNXX.xlsx", "Ge arbetsboken det namn som läses om den ska vara med. Annars: flytta bort den."),
        ("DNKS ny.ods", "Rapporten räknar med ”DNKS.xlsx”. Är den här rätt: flytta bort den andra och ge den här "
         "namnet ”DNKS.ods”. Annars: flytta bort den här."),
    ],
)  # fmt: skip
def test_a_workbook_that_no_report_reads(case, name, rest):
    (problem,) = stray_workbooks.check(replace(case, workbooks=(*case.workbooks, f"2024/2024-04/{name}")))
    assert (problem.severity, problem.workbook) == (Severity.WARNING, f"2024/2024-04/{name}")
    assert problem.message == (
        "Arbetsboken läses inte: ingen rapport har den som underlag. I mappen läses DNADH.xlsx, DNHS.xlsx, DNKS.xlsx, "
        "DNKT.xlsx, DNNSVH.xlsx, DNPSH.xlsx, DNRGS.xlsx, REGION.xlsx, RS.xlsx, indikatorer.xlsx, investeringar.xlsx, "
        f"personal.xlsx och utfall.xlsx. {rest}"
    )


def test_the_example_of_the_catalogue(case):
    (problem,) = stray_workbooks.check(replace(case, workbooks=("2024/2024-04/DNXX.xlsx",)))
    assert problem.message == stray_workbooks.RULE.example


def test_a_workbook_of_a_committee_that_leaves_no_such_report(case):
    (problem,) = stray_workbooks.check(replace(case, workbooks=("2024/2024-04/PN.xlsx",)))
    assert problem.message == (
        "Arbetsboken läses inte: ingen rapport har den som underlag. PN lämnar ingen uppföljningsrapport 1 för "
        "2024-04. Flytta arbetsboken till rätt period, eller ändra vilka rapporter nämnden lämnar (reports) i "
        "params/committees.yml."
    )


def test_what_excel_leaves_and_hidden_files_are_no_workbooks(tmp_path):
    folder = tmp_path / "2024" / "2024-04"
    folder.mkdir(parents=True)
    for name in ("~$utfall.xlsx", ".utfall.xlsx", "anteckning.docx", "utfall.XLSX", "b.ods"):
        (folder / name).touch()
    assert spreadsheets(tmp_path, Period(2024, 4)) == ("2024/2024-04/b.ods", "2024/2024-04/utfall.XLSX")

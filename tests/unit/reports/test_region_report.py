"""The region's report on the example of April 2024: sums from the documents and the story, and what its errors say.

The amounts are the story's (followup/example/story_2024.py) and the frames those of Mål och budget 2024–2028, added up
by hand; none comes from the code under test.
"""

from __future__ import annotations

import shutil

import openpyxl
import pytest

from followup.ground.errors import ReportError
from followup.ground.figure import Figure
from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.subject import subject_of
from followup.reports.open import open_report
from followup.sections.region import region
from followup.sources.sources import preload
from tests.figure_tables import replaced

pytestmark = pytest.mark.slow

EXAMPLE = PROJECT / "data" / "example"
COMMITTEES = ["RS", "DNHS", "DNADH", "DNPSH", "DNNSVH", "DNKS", "DNKT", "DNRGS"]
OTHERS = ["PN", "GNHH", "REV", "RHF", "RGK"]


@pytest.fixture(scope="module")
def report():
    return open_report("REGION", "2024-04")


def mnkr(figure, decimals=1):
    return round(figure.value / 1e6, decimals)


def plain(sentence):
    return "".join(part if isinstance(part, str) else part.text for part in sentence).replace("\xa0", " ")


def test_all_holders_stand_in_the_registrys_order_and_then_the_region(report):
    assert list(report.reports) == COMMITTEES
    assert list(report.economy_by_holder.names) == [*COMMITTEES, *OTHERS, "REGION"]


@pytest.mark.parametrize(
    ("code", "deviation", "forecast"),
    [
        ("RS", 38.5, 45.0),
        ("DNHS", -48.3, -120.0),
        ("DNKT", 6.2, -20.0),
        ("GNHH", -0.4, 0.0),
        ("RHF", 5.3, 0.0),
        ("RGK", 2.5, 0.0),
        # 38.5 − 48.3 − 3.9 + 2.4 − 1.8 + 1.9 + 6.2 + 0.8 + 0.0 − 0.4 + 0.2 + 5.3 + 2.5
        ("REGION", 3.4, -103.0),
    ],
)
def test_deviation_and_forecast(report, code, deviation, forecast):
    row = report.economy_by_holder.row(code)
    assert (mnkr(row["deviation"]), mnkr(row["forecast_deviation"])) == (deviation, forecast)


def test_the_region_is_the_sum_of_the_unrounded_parts(report):
    holders = report.economy_by_holder
    for column in ("outcome", "budget", "forecast", "previous_forecast"):
        parts = [figure.value for figure in holders.without("REGION").figures(column)]
        assert holders["REGION", column].value == pytest.approx(sum(parts), abs=0.01)
    # The same by another way: the ledger as a whole.
    assert report.economy_by_class["REGION", "outcome"].value == pytest.approx(report.net["outcome"].value)


def test_the_printed_totals_differ_as_they_do_in_the_document(report):
    frames = report.frames
    years = [f"year_{place}" for place in range(5)]
    assert [mnkr(frames["Summa av raderna", year], 0) for year in years] == [13528, 13508, 13982, 14567, 15134]
    assert [mnkr(frames["Tryckt summa", year], 0) for year in years] == [13530, 13509, 13982, 14566, 15135]
    assert [mnkr(frames["Skillnad", year], 0) for year in years] == [2, 1, 0, -1, 1]
    assert [cells.address for cells in frames["Tryckt summa", "year_0"].origin] == ["B21"]
    plan = report.investment_plan
    assert [mnkr(plan["Tryckt summa", year]) for year in years] == [983.2, 862.2, 1162.2, 984.1, 954.3]
    assert [mnkr(plan["Skillnad", year]) for year in years] == [0, 0, 0, 0, 0]


def test_the_difference_is_told_in_words(report):
    assert [plain(one) for one in region.economy.printed_difference(report).paragraphs] == [
        "Budgetramarna för 2024 är tillsammans 13 528 miljoner kronor. Den tryckta summan är 13 530 miljoner kronor; "
        "skillnaden, plus 2 "
        "miljoner kronor, ryms i att raderna är avrundade. Rapporten räknar med raderna.",
        "Huvudbokens budget stämmer med ramen för alla nämnder och poster.",
    ]


def test_all_frames_agree_only_where_every_frame_is_somebodys(report, monkeypatch):
    assert report.every_frame_is_held
    check = report.budget_against_frames
    check = replaced(check, "REGION", "frame", check["REGION", "frame"] + Figure(25e6))
    monkeypatch.setitem(report.__dict__, "budget_against_frames", check)
    monkeypatch.delitem(report.__dict__, "every_frame_is_held")
    assert plain(region.economy.printed_difference(report).paragraphs[-1]) == (
        "Budgetramarna eller huvudboken har belopp som inte hör till någon av nämnderna och posterna."
    )


def test_nobody_knows_of_a_holder_whose_forecast_is_missing(report, monkeypatch):
    assert report.without_deviation == ()
    missing = Figure.missing("prognos saknas för Revision")
    holders = replaced(report.economy_by_holder, "REV", "forecast_deviation", missing)
    monkeypatch.setitem(report.__dict__, "economy_by_holder", holders)
    monkeypatch.delitem(report.__dict__, "without_deviation")
    assert report.without_deviation == ("REV",)


def test_deficits_come_largest_first_with_what_is_done_about_them(report):
    # Hemsjukvård och hjälpmedel is behind its budget so far, but expects to keep it.
    assert list(report.deficits.names) == ["DNHS", "DNKT", "DNADH", "DNNSVH"]
    # Its measures 2024-04: decided 12.0 + 6.5 + 5.0 + 4.5, proposed 8.0 + 13.0.
    row = report.measures_by_committee.row("DNHS")
    assert [mnkr(row[name]) for name in ("decided", "proposed", "gap")] == [28.0, 21.0, -99.0]
    table = region.committees.deficits(report)
    assert [row.key for row in table.rows] == ["DNHS", "DNKT", "DNADH", "DNNSVH", "summa"]
    assert [" ".join(cell.text for cell in table.rows[place].cells) for place in (0, -1)] == [
        "Hallands sjukhus −48,3 −120,0 +28,0 +21,0 −99,0",
        # 48,3 + 3,9 + 1,8 − 6,2; 120 + 20 + 6 + 5; 28 + 10,5 + 2,7 + 3,1; 21 + 2,5 + 0,8 + 0,4; 151 − 24,7
        "Summa, de som lämnar rapport −47,8 −151,0 +44,3 +24,7 −126,3",
    ]
    assert table.rows[-1].role == "total"
    assert table.notes == (
        "I prognosen ingår beslutade åtgärder, inte föreslagna. Återstår är prognosen med effekten av de föreslagna.",
    )


def test_forecasts_of_the_committees_summed_per_occasion(report):
    # February: 30 − 85 − 2 + 0 − 4 + 1 − 22 + 0; April: 45 − 120 − 6 + 1 − 5 + 1.5 − 20 + 0.5
    assert {when: mnkr(figure) for when, figure in report.forecast_path.column("deviation").items()} == {
        "2024-02": -82.0,
        "2024-04": -103.0,
    }


def test_the_matrix_shows_a_symbol_and_a_word_for_every_goal_that_a_committee_has(report):
    table = region.goal_matrix.matrix(report)
    assert [column.label for column in table.columns] == ["Mål", *COMMITTEES, "Regionen"]
    goals = [row for row in table.rows if row.role == "body"]
    assert len(goals) == 21
    assert len([row for row in table.rows if row.role == "group"]) == 7
    carried = [sum(bool(row.cells[place].text) for row in goals) for place in range(1, 10)]
    assert carried == [21, 14, 15, 14, 15, 12, 9, 8, 21]
    assert [cell.text for cell in table.rows[-1].cells] == ["Antal mål", *map(str, carried)]
    symbols = {(cell.text, cell.symbol) for row in goals for cell in row.cells[1:]}
    assert symbols == {("Ja", "circle"), ("Osäkert", "triangle"), ("Nej", "diamond"), ("Saknas", "ring"), ("", "")}


def test_every_figure_of_the_region_knows_its_cells(report):
    for frame in (report.economy_by_holder, report.frames, report.investments_by_group, report.sickness_by_committee):
        for column in frame.columns:
            assert all(figure.origin or figure.is_missing for figure in frame.figures(column)), column


@pytest.fixture
def broken(tmp_path):
    """The example of April 2024 where two committees' workbooks cannot be used."""
    year = tmp_path / "2024"
    year.mkdir()
    for name in ("budget", "malvarden", "finansiella_mal"):
        shutil.copy(EXAMPLE / "2024" / f"{name}.xlsx", year)
    shutil.copytree(EXAMPLE / "2024" / "2024-04", year / "2024-04")
    (year / "2024-04" / "DNRGS.xlsx").unlink()
    workbook = openpyxl.load_workbook(year / "2024-04" / "DNKS.xlsx")
    workbook["Rapport"]["B8"] = "Nästan"
    workbook.save(year / "2024-04" / "DNKS.xlsx")
    return tmp_path


def test_errors_of_committees_are_headed_by_who_has_how_many(broken):
    with pytest.raises(ReportError) as caught:
        open_report("REGION", "2024-04", broken)
    first, *others = caught.value.problems
    assert (first.place, first.message) == (
        "regionens rapport 2024-04",
        "Underlaget har fel för 2 av nämnderna: DNKS 1 fel och DNRGS 1 fel. Regionens rapport summerar nämndernas, "
        "och alla måste kunna läsas. Se felen med followup check --period 2024-04 --committee DNKS --committee DNRGS "
        f"--data {broken}, rätta dem och bygg igen.",
    )
    assert [problem.place for problem in others] == [
        "2024/2024-04/DNKS.xlsx, blad Rapport, cell B8",
        "2024/2024-04/DNRGS.xlsx",
    ]


def test_errors_of_the_region_alone_need_no_heading(broken):
    shutil.copytree(EXAMPLE / "2024" / "2024-04", broken / "2024" / "2024-04", dirs_exist_ok=True)
    (broken / "2024" / "2024-04" / "REGION.xlsx").unlink()
    with pytest.raises(ReportError) as caught:
        open_report("REGION", "2024-04", broken)
    assert [problem.place for problem in caught.value.problems] == ["2024/2024-04/REGION.xlsx"]


def test_what_no_committee_has_of_its_own_needs_no_heading_either(broken):
    shutil.copytree(EXAMPLE / "2024" / "2024-04", broken / "2024" / "2024-04", dirs_exist_ok=True)
    (broken / "2024" / "2024-04" / "personal.xlsx").unlink()
    with pytest.raises(ReportError) as caught:
        open_report("REGION", "2024-04", broken)
    assert [problem.place for problem in caught.value.problems] == ["2024/2024-04/personal.xlsx"]


def test_a_decision_on_what_is_no_focus_area_is_told_when_the_sources_are_checked(broken):
    path = broken / "2024" / "2024-04" / "REGION.xlsx"
    workbook = openpyxl.load_workbook(path)
    workbook["Fokusområden"].delete_rows(8)  # the sheet's own note
    for place, value in enumerate(("Kultur", "Osäkert", "Skälet", "regiondirektör", "2024-05-24"), 1):
        workbook["Fokusområden"].cell(7, place).value = value
    workbook.save(path)
    (problems,) = preload([subject_of(broken, Period(2024, 4), "REGION", load_params())]).values()
    (told,) = (problem for problem in problems if problem.sheet == "Fokusområden")
    assert (told.cell, told.found, str(told.severity)) == (
        "A7",
        "”Kultur” är inget fokusområde i planen, och raden används inte.",
        "varning",
    )


def test_the_warnings_and_workbooks_of_all_are_listed_once(report):
    names = [file.workbook for file in report.sources.files]
    assert len(names) == len(set(names))
    assert {f"2024/2024-04/{code}.xlsx" for code in [*COMMITTEES, "REGION"]} <= set(names)
    assert len(report.sources.problems) == len(set(report.sources.problems))

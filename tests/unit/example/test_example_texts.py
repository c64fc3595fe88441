"""The example's texts: every sheet says what it is, goals are complete, and no person is named."""

import re

import openpyxl
import pytest
import yaml

from followup.paths import PROJECT

EXAMPLE = PROJECT / "data" / "example"
WORKBOOKS = sorted(path.relative_to(EXAMPLE).as_posix() for path in EXAMPLE.rglob("*.xlsx"))
# Mål och budget 2024–2028: the goals per committee when "samtliga driftnämnder" is written out.
GOALS = {"RS": 21, "DNADH": 15, "DNNSVH": 15, "DNHS": 14, "DNPSH": 14, "DNKS": 12, "DNKT": 9, "DNRGS": 8}

FUNCTION = re.compile(
    r"(HR-|IT-|hälso- och |regional )?[a-zåäö]*"
    r"(controller|chef|ekonom|strateg|direktör|rektor|koordinator|utvecklare|sjuksköterska|läkare)"
    r"(, (Hallands sjukhus|Regionkontoret|Hallandstrafiken|Regionservice|Psykiatrin Halland|Närsjukvården Halland"
    r"|Kultur och skola|Ambulans, diagnostik och hälsa|södra Halland|[a-zåäö ,-]+))?"
)


def goals_of_the_plan(code):
    plan = yaml.safe_load((PROJECT / "params" / "plans" / "2024.yml").read_text(encoding="utf-8"))
    goals = [goal for area in plan["focus_areas"] for goal in area["goals"]]
    written_out = [
        (goal["name"], {one for name in goal["committees"] for one in plan["groups"].get(name, [name])})
        for goal in goals
    ]
    return [name for name, committees in written_out if code in committees]


@pytest.mark.parametrize("workbook", WORKBOOKS)
def test_every_sheet_says_that_it_is_example_data_with_date_and_source(workbook):
    for sheet in openpyxl.load_workbook(EXAMPLE / workbook, read_only=True):
        top = [str(row[0]) for row in sheet.iter_rows(max_row=4, max_col=1, values_only=True)]
        assert top[1].startswith("Exempeldata – "), sheet.title
        assert re.fullmatch(r"Uttagsdatum: 2024-05-\d\d", top[2]), sheet.title
        assert top[3].startswith("Källa: "), sheet.title


def test_the_plan_has_seven_areas_and_21_goals():
    plan = yaml.safe_load((PROJECT / "params" / "plans" / "2024.yml").read_text(encoding="utf-8"))
    assert [len(area["goals"]) for area in plan["focus_areas"]] == [3, 4, 3, 3, 1, 4, 3]


@pytest.mark.parametrize(("code", "count"), GOALS.items())
def test_each_committee_assesses_exactly_its_goals(sheet_rows, code, count):
    rows = sheet_rows(f"2024/2024-04/{code}.xlsx", "Mål")
    assert len(rows) == count
    assert [row["Mål"] for row in rows] == goals_of_the_plan(code)
    assert all(len(row["Motivering"]) > 40 for row in rows)


def test_one_goal_in_all_is_without_assessment(sheet_rows):
    missing = [
        (code, row["Mål"])
        for code in GOALS
        for row in sheet_rows(f"2024/2024-04/{code}.xlsx", "Mål")
        if row["Bedömning"] in (None, "Bedömning saknas")
    ]
    assert missing == [
        (
            "DNNSVH",
            "Utveckla cancervården samt förbättra resultatet för de kvalitetsindikatorer "
            "där Halland ligger under rikssnitt",
        )
    ]


def test_one_large_deviation_is_left_without_a_comment(sheet_rows):
    commented = {row["Avser"] for row in sheet_rows("2024/2024-04/DNADH.xlsx", "Kommentarer")}
    in_forecast = {
        row["Verksamhet"] for row in sheet_rows("2024/2024-04/DNADH.xlsx", "Prognos") if row["Kommentar"] is not None
    }
    assert "Ambulanssjukvård" not in commented | in_forecast


def test_the_answers_name_functions_and_no_persons(sheet_rows):
    found = [row["Ansvarig"] for code in GOALS for row in sheet_rows(f"2024/2024-04/{code}.xlsx", "Uppdrag")]
    for code in GOALS:
        form = openpyxl.load_workbook(EXAMPLE / f"2024/2024-04/{code}.xlsx")["Rapport"]
        found += [row[1] for row in form.iter_rows(values_only=True) if row[0] == "Lämnad av"]
    corrections = yaml.safe_load((PROJECT / "params" / "corrections.yml").read_text(encoding="utf-8"))["corrections"]
    found += [correction["decided_by"] for correction in corrections]
    assert len(found) > 40
    assert [answer for answer in found if not FUNCTION.fullmatch(answer)] == []


def test_the_correction_stands_at_a_cell_that_still_holds_what_it_expects():
    (correction,) = yaml.safe_load((PROJECT / "params" / "corrections.yml").read_text(encoding="utf-8"))["corrections"]
    sheet = openpyxl.load_workbook(EXAMPLE / correction["workbook"])[correction["sheet"]]
    row = sheet[correction["cell"]].row
    assert [sheet.cell(row=row, column=column).value for column in range(1, 5)] == ["2024-03", "DNNSVH", 1239, 180]
    assert correction["expects"] == 180

"""From workbooks to tables: the valid set, and what one committee's faults do to another."""

from datetime import date

import openpyxl
import pytest
import workbooks
from workbooks import BUDGET, DNKS, DNKT, LEDGER, STAFF, edit

from followup.ground.errors import Problem, ReportError, Severity
from followup.ground.figure import COUNT, KRONOR, Cells
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.subject import subject_of
from followup.sources.sources import SourceFile, check_period, load_sources

APRIL = Period(2024, 4)


def errors_of(data, params, committee="DNKS"):
    with pytest.raises(ReportError) as caught:
        load_sources(subject_of(data, APRIL, committee, params))
    return list(caught.value.problems)


def test_the_valid_set_has_no_problems(data, params):
    assert check_period(data, APRIL, params) == {"DNKS": (), "DNKT": ()}


def test_amounts_are_kronor_with_costs_below_zero_and_know_their_cells(data, params):
    sources = load_sources(subject_of(data, APRIL, "DNKS", params))
    salaries = sources.ledger.where(activity="Bibliotek", account_class="Personalkostnader", period="2024-01")
    # The ledger's second row: header in row 5, so row 7.
    assert salaries.total("outcome").value == -8_080_000
    assert salaries.total("outcome").unit == KRONOR
    assert salaries.total("outcome").origin == (Cells(LEDGER, "Huvudbok", "H", ((7, 7),)),)
    assert sources.ledger.where(account_class="Intäkter", period="2024-01").total("budget").value == 1_500_000
    assert sources.ledger.total("budget").value == -183_000_000
    assert sources.frames.where(line="Driftnämnd Kultur och skola").total("year_0").value == -183_000_000
    assert sources.forecast_history.where(period="2024-02").figure("deviation").value == -1_500_000
    assert sources.investments.figure("outcome").value == 500_000
    assert sources.sickness.total("employees").unit == COUNT


def test_a_month_without_outcome_is_missing_not_zero(data, params):
    sources = load_sources(subject_of(data, APRIL, "DNKS", params))
    assert sources.ledger.where(period="2024-05").total("outcome").is_missing
    assert sources.ledger.total("outcome").is_missing


def test_shared_tables_hold_one_committee_and_the_budget_all_lines(data, params):
    sources = load_sources(subject_of(data, APRIL, "DNKT", params))
    assert sources.ledger.values("activity") == ["Trafik"]
    assert sources.turnover.values("committee") == ["DNKT"]
    # Written "Kollektivtrafik", "Besök per invånare" and "december 2023" in the workbook.
    assert sources.indicator_values.text("indicator") == "BESOK"
    assert sources.indicator_values.text("period") == "2023-12"
    assert len(sources.frames) == 2


def test_texts_dates_codes_and_choices(data, params):
    sources = load_sources(subject_of(data, APRIL, "DNKS", params))
    assert sources.ledger.values("account") == ["3010", "4010"]
    assert sources.cover.text("handed_in_on") == "2024-05-20"
    assert sources.cover.text("status") == "ready"
    assert sources.cover.text("decision_needed") == ""
    assert sources.cover.cells("summary") == (Cells(DNKS, "Rapport", "B", ((8, 8),)),)
    assert sources.goals.values("goal") == ["1.1", "2.1"]
    assert sources.goals.where(goal="1.1").text("assessment") == "on_track"
    assert len(sources.measures) == 0
    assert sources.committee.code == "DNKS"


def test_every_file_has_its_hash_date_and_source(data, params):
    sources = load_sources(subject_of(data, APRIL, "DNKS", params))
    by_name = {file.workbook: file for file in sources.files}
    assert list(by_name) == [
        *("2024/budget.xlsx", "2024/2024-04/indikatorer.xlsx", "2024/2024-04/investeringar.xlsx"),
        *("2024/malvarden.xlsx", "2024/2024-04/DNKS.xlsx", "2024/2024-04/personal.xlsx"),
        "2024/2024-04/utfall.xlsx",
    ]
    ledger = by_name[LEDGER]
    assert ledger == SourceFile(
        LEDGER, ledger.sha256, (data / LEDGER).stat().st_size, date(2024, 5, 8), "ekonomisystemet", False
    )
    assert by_name[STAFF].extracted == date(2024, 5, 6)
    assert by_name[DNKS].example
    assert sources.is_example
    assert sources.data_date == date(2024, 5, 8)


def test_a_cell_that_cannot_be_read_is_not_told_to_be_empty_as_well(data, params):
    edit(data / DNKS, "Mål", {"B3": "Bedöms upnås"})
    (found,) = check_period(data, APRIL, params)["DNKS"]
    assert (found.severity, found.cell, found.remedy) == (Severity.ERROR, "B3", "Menades ”Bedöms uppnås”?")


def test_another_committees_bad_row_stops_only_that_committee(data, params):
    # Row 10 is the first of DNKT's.
    edit(data / LEDGER, "Huvudbok", {"G10": "tio miljoner"})
    found = check_period(data, APRIL, params)
    assert found["DNKS"] == ()
    assert found["DNKT"] == (
        Problem(
            LEDGER,
            "Huvudbok",
            "G10",
            "Här står ”tio miljoner”, som inte kan läsas som ett tal.",
            "Ett belopp i kr väntas i kolumnen ”Budget”.",
            "Skriv talet med enbart siffror i en talcell. Cellen får inte vara tom: skriv 0 om talet är noll.",
        ),
    )


def test_a_row_whose_committee_is_unknown_stops_everybody(data, params):
    edit(data / LEDGER, "Huvudbok", {"B10": "DNKX"})
    problem = Problem(
        LEDGER,
        "Huvudbok",
        "B10",
        "Här står ”DNKX”, som är okänt.",
        "En nämnd väntas i kolumnen ”Nämnd”. Nämnderna är DNKS och DNKT.",
        "Menades ”DNKS” eller ”DNKT”?",
    )
    found = check_period(data, APRIL, params)
    assert problem in found["DNKS"]
    assert problem in found["DNKT"]


def test_a_fault_of_the_sheet_stops_everybody(data, params):
    edit(data / STAFF, "Personalomsättning", {"D1": "Avslutade"})
    problem = Problem(
        STAFF,
        "Personalomsättning",
        "",
        "Kolumnen ”Avgångar” saknas i rubrikraden, rad 1. Övriga rubriker i raden är ”Avslutade”.",
        "",
        "Lägg till kolumnen ”Avgångar”. Har den en annan rubrik som betyder precis detsamma: byt rubriken, eller skriv "
        "den som synonym i params/layouts.",
    )
    assert check_period(data, APRIL, params) == {"DNKS": (problem,), "DNKT": (problem,)}


def test_all_errors_of_all_workbooks_at_once(data, params):
    (data / BUDGET).unlink()
    edit(data / LEDGER, "Huvudbok", {"H7": "#REF!"})
    book = openpyxl.load_workbook(data / DNKS)
    del book["Mål"]
    book.save(data / DNKS)
    problems = errors_of(data, params)
    assert problems == [
        Problem(
            DNKS,
            "Mål",
            "",
            "Bladet ”Mål” saknas. Arbetsboken har bladen ”Rapport”, ”Prognos”, ”Prognoshistorik”, ”Uppdrag”, "
            "”Åtgärder” och ”Kommentarer”.",
            "",
            "Lägg till bladet ”Mål”.",
        ),
        Problem(
            LEDGER,
            "Huvudbok",
            "H7",
            "Här står felvärdet #REF!.",
            "Ett belopp i kr väntas i kolumnen ”Utfall”.",
            "Rätta formeln i arbetsboken och spara den igen.",
        ),
        Problem(
            BUDGET,
            "",
            "",
            "Arbetsboken saknas. I mappen ”2024” ligger malvarden.xlsx.",
            "",
            "Lägg dit arbetsboken med namnet ”budget.xlsx”.",
        ),
    ]


def test_a_workbook_under_another_name_is_suggested(data, params):
    (data / DNKS).rename(data / "2024/2024-04/dnks.XLSX")
    (data / "2024/2024-04/~$DNKT.xlsx").write_bytes(b"lock")
    assert errors_of(data, params) == [
        Problem(
            DNKS,
            found="Arbetsboken saknas. I mappen ”2024/2024-04” ligger DNKT.xlsx, dnks.XLSX, indikatorer.xlsx, "
            "investeringar.xlsx, personal.xlsx och utfall.xlsx.",
            remedy="Byt namn på ”dnks.XLSX” till ”DNKS.xlsx” om det är den.",
        )
    ]


def test_a_missing_folder(tmp_path, params):
    problems = errors_of(tmp_path / "nowhere", params)
    assert problems[0] == Problem(
        DNKS,
        found="Arbetsboken och dess mapp saknas.",
        expected="Mappen ”2024/2024-04” väntas i datamappen, med ”DNKS.xlsx” i.",
        remedy="Skapa mappen och lägg dit arbetsböckerna, eller välj en annan datamapp.",
    )
    assert len(problems) == 7


def test_an_unknown_committee_never_becomes_a_path(data, params):
    assert errors_of(data, params, "../../DNKS") == [
        Problem(
            "parametern committee",
            found="Nämnden ”../../DNKS” finns inte.",
            expected="Nämnderna år 2024 är DNKS och DNKT.",
            remedy="Välj en av dem eller lägg till nämnden i params/committees.yml.",
        )
    ]


def test_a_year_without_plan_is_one_problem(tmp_path, data):
    folder = workbooks.write_params(tmp_path / "other")
    (folder / "plans/2023.yml").write_text((folder / "plans/2024.yml").read_text().replace("year: 2024", "year: 2023"))
    (folder / "plans/2024.yml").unlink()
    (folder / "kolada.yml").write_text((folder / "kolada.yml").read_text().replace("plan: 2024", "plan: 2023"))
    assert errors_of(data, load_params(folder)) == [
        Problem(
            "params/plans/2024.yml",
            found="Planen för år 2024 saknas.",
            expected="Planer finns för 2023.",
            remedy="Kopiera det senaste årets fil till det nya året och för in årets mål.",
        )
    ]


def test_an_empty_cell_is_an_error_up_to_the_period_and_allowed_after_it(data, params):
    # Row 21 is the first of April's (5 lines a month, January in row 6); May has no outcomes at all.
    edit(data / LEDGER, "Huvudbok", {"H21": None})
    assert errors_of(data, params) == [
        Problem(
            LEDGER,
            "Huvudbok",
            "H21",
            "Cellen är tom.",
            "Till och med 2024-04 måste kolumnen ”Utfall” vara ifylld.",
            "Fyll i värdet, 0 om det är noll. Gör om uttaget om perioden inte var stängd.",
        )
    ]


def test_a_renamed_column_is_a_line_in_the_layout(tmp_path, data, params):
    edit(data / LEDGER, "Huvudbok", {"H5": "Redov. i månaden"})
    found = "Kolumnen ”Utfall” saknas i rubrikraden, rad 5. Övriga rubriker i raden är ”Redov. i månaden”."
    assert found in [problem.found for problem in errors_of(data, params)]
    folder = workbooks.write_params(tmp_path / "other")
    layout = folder / "layouts/utfall.yml"
    text = layout.read_text(encoding="utf-8")
    layout.write_text(text.replace("Redovisat, ", "Redovisat, Redov. i månaden, "), encoding="utf-8")
    sources = load_sources(subject_of(data, APRIL, "DNKS", load_params(folder)))
    assert sources.ledger.where(period="2024-01").total("outcome").value == -15_402_500


def test_frame_lines_are_spelled_as_in_the_workbook(data, params):
    edit(data / BUDGET, "Budgetramar", {"A4": "DRIFTNÄMND  Kultur- och skola"})
    sources = load_sources(subject_of(data, APRIL, "DNKS", params))
    assert sources.frame_lines == ("DRIFTNÄMND Kultur- och skola",)
    assert sources.frames.where(line=sources.frame_lines).total("year_0").value == -183_000_000


def test_a_committee_without_a_frame_has_no_frame_lines(tmp_path, data):
    committees = workbooks.COMMITTEES.replace("    frames: [Driftnämnd Kollektivtrafik]\n", "")
    sources = load_sources(
        subject_of(data, APRIL, "DNKT", load_params(workbooks.write_params(tmp_path / "p", committees=committees)))
    )
    assert sources.frame_lines == ()


def test_a_committee_without_goals(tmp_path, data):
    plan = workbooks.PLAN.replace("[båda nämnderna]", "[DNKS]")
    folder = workbooks.write_params(tmp_path / "other", plans_2024=plan)
    edit(data / DNKT, "Mål", dict.fromkeys(("A2", "B2", "C2", "D2")))
    sources = load_sources(subject_of(data, APRIL, "DNKT", load_params(folder)))
    assert len(sources.goals) == 0
    assert sources.problems == ()


def test_warnings_travel_with_the_sources(data, params):
    edit(data / DNKT, "Prognoshistorik", {"C2": "−1,5"})
    (warning,) = load_sources(subject_of(data, APRIL, "DNKT", params)).problems
    assert warning == Problem(
        DNKT,
        "Prognoshistorik",
        "C2",
        "Här står talet som text, ”−1,5”. Det har lästs som −1,5 mnkr.",
        "En cell med ett tal väntas i kolumnen ”Prognos budgetavvikelse”.",
        "Skriv talet i en talcell.",
        Severity.WARNING,
    )


def test_a_plan_document_needs_a_plan(tmp_path, data):
    """2025's plan is DNKS's own, and the region has none: nobody else has a document to make."""
    plan = workbooks.PLAN.replace("year: 2024", "year: 2025").replace("owner: REGION", "owner: DNKS")
    calendar = workbooks.small_calendar().replace(
        "periods:\n", 'periods:\n  - {period: "2025", kind: verksamhetsplan}\n', 1
    )
    params = load_params(workbooks.write_params(tmp_path / "other", plans_2025=plan, calendar=calendar))
    found = check_period(data, Period(2025, 0), params)
    with pytest.raises(ReportError) as caught:
        load_sources(subject_of(data, Period(2025, 0), "DNKT", params))
    assert str(caught.value) == (
        "params/plans/2025.yml: Planen för år 2025 gäller inte DNKT, och regionen har ingen plan för året. Ett "
        "plandokument bygger på nämndens egen plan eller på regionens Mål och budget. Lägg till planen, eller skriv "
        "vilka som har en på periodens rad i params/calendar.yml: committees: [RS]."
    )
    assert load_sources(subject_of(data, Period(2025, 0), "DNKS", params)).tables == {}
    assert found == {}

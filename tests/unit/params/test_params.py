"""The project's own params, and what is said about faults in them."""

import re
from datetime import date
from typing import get_args

import pytest
import workbooks

from followup.ground.errors import Problem, ReportError
from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.params.indicator import MEASURES, EconomicMeasure
from followup.params.loading import load_params


def problems_of(tmp_path, **files):
    with pytest.raises(ReportError) as caught:
        load_params(workbooks.write_params(tmp_path / "faulty", **files))
    return list(caught.value.problems)


def test_goals_per_committee_as_counted_in_the_printed_plan():
    # Counted by hand in Mål och budget 2024-2028.
    printed = {"RS": 21, "DNHS": 14, "DNADH": 15, "DNPSH": 14, "DNNSVH": 15, "DNKS": 12, "DNKT": 9, "DNRGS": 8, "PN": 0}
    plan = load_params(PROJECT / "params").plans[2024]
    assert {code: len(plan.goals_of(code)) for code in printed} == printed
    assert len(plan.goals) == 21
    assert len(plan.nodes_at("fokusomrade")) == 7


def test_reporting_is_in_the_registrys_order():
    params = load_params(PROJECT / "params")
    reporting = [committee.code for committee in params.reporting(Period(2024, 4))]
    assert reporting == ["RS", "DNHS", "DNADH", "DNPSH", "DNNSVH", "DNKS", "DNKT", "DNRGS", "REGION"]
    kind = params.kind_of(Period(2024, 4))
    assert (kind.code, kind.name, kind.scale) == ("uppfoljningsrapport_1", "Uppföljningsrapport 1", "assessment")


def test_the_joint_committees_report_once_a_year():
    params = load_params(PROJECT / "params")
    reporting = {
        entry.period: {one.code for one in params.reporting(Period.parse(entry.period))}
        for entry in params.calendar.periods
    }
    assert [period for period, codes in reporting.items() if codes >= {"PN", "GNHH"}] == ["2023-12", "2024-12"]
    assert [period for period, codes in reporting.items() if codes & {"PN", "GNHH"}] == ["2023-12", "2024-12"]
    assert reporting["2018"] == reporting["2022-12"] == {"RS"}


def test_a_kind_is_read_and_made_differently_for_the_region():
    params = load_params(PROJECT / "params")
    august = Period(2024, 8)
    own, whole = params.kind_of(august, "DNKS"), params.kind_of(august, "REGION")
    assert (own.reader, own.notebook) == ("committee", "delarsrapport.ipynb")
    assert (whole.reader, whole.notebook) == ("region", "region_uppfoljningsrapport.ipynb")
    assert params.kind_of(Period.parse("2024"), "REGION").title == "Mål och budget 2024"
    # Two reports of the same kind in a year are told apart by their months.
    assert params.kind_of(Period(2024, 2)).title == "Månadsrapport februari 2024"
    assert own.title == "Uppföljningsrapport 2 2024"


def test_a_goal_is_found_by_code_name_and_synonym(params):
    plan = params.plans[2024]
    for text in ("2.1", "en  ROBUST kultursektor.", "Robust kultur"):
        assert plan.find(text).code == "2.1"
    assert plan.find("2.2") is None
    assert plan.goals[0].focus_area == "Digital vardag"
    assert plan.goals[0].committees == ("DNKS", "DNKT")


def test_indicators_of_a_committee(params):
    assert [one.code for one in params.indicators_of("DNKS", "quality")] == ["BESOK"]
    assert [one.code for one in params.indicators_of("XX", "staff")] == []


@pytest.mark.parametrize(
    ("unit", "given", "expected"),
    [
        ('"%"', "", (0, 100)),
        ("index", "", (0, 100)),
        ("antal", "", (0, float("inf"))),
        ("kr/invånare", "", (0, float("inf"))),
        ("mnkr", "", (-float("inf"), float("inf"))),
        ('"%"', "    maximum: 200\n", (0, 200)),
        ('"%"', "    minimum: -200\n", (-200, 100)),
        ("antal", "    minimum: 1\n    maximum: 9.5\n", (1, 9.5)),
    ],
)
def test_an_indicators_range_is_its_own_or_its_units(tmp_path, unit, given, expected):
    text = workbooks.INDICATORS_FILE.replace("    unit: antal\n", f"    unit: {unit}\n{given}")
    params = load_params(workbooks.write_params(tmp_path / "ranged", indicators=text))
    assert params.indicators["BESOK"].range == expected


def test_a_range_that_holds_nothing(tmp_path):
    text = workbooks.INDICATORS_FILE.replace("    unit: antal\n", "    unit: antal\n    minimum: 5\n    maximum: 5\n")
    text = text.replace("    unit: index\n", "    unit: index\n    minimum: 200\n")
    expected = (
        "Minimum är mindre än maximum. Utan dem gäller 0–100 för procent och index, och minst 0 för annat än mnkr."
    )
    assert problems_of(tmp_path, indicators=text) == [
        Problem(
            "params/indicators.yml",
            "",
            "rad 8",
            "Indikatorn ”BESOK” har minimum 5 och maximum 5.",
            expected,
            "Rätta minimum eller maximum.",
        ),
        Problem(
            "params/indicators.yml",
            "",
            "rad 19",
            "Indikatorn ”HME” har minimum 200 och maximum 100.",
            expected,
            "Rätta minimum eller maximum.",
        ),
    ]


def test_new_limits_are_a_month_with_a_reason_of_what_is_measured_every_month(tmp_path):
    given = "    unit: antal\n    new_limits: [{first: 2024-03, reason: Flytt}]\n"
    yearly = workbooks.INDICATORS_FILE.replace("    unit: antal\n", given)
    (problem,) = problems_of(tmp_path, indicators=yearly)
    assert (problem.found, problem.expected, problem.remedy) == (
        "Indikatorn ”BESOK” har new_limits men mäts inte varje månad.",
        "Gränser för normal variation räknas bara för det som mäts varje månad (frequency: month).",
        "Ta bort new_limits.",
    )
    monthly = yearly.replace("frequency: year", "frequency: month", 1)
    (read,) = load_params(workbooks.write_params(tmp_path / "right", indicators=monthly)).indicators["BESOK"].new_limits
    assert (read.first, read.reason) == ("2024-03", "Flytt")


def test_new_limits_begin_in_a_month(tmp_path):
    given = "    unit: antal\n    new_limits: [{first: mars 2024, reason: Flytt}]\n"
    (problem,) = problems_of(tmp_path, indicators=workbooks.INDICATORS_FILE.replace("    unit: antal\n", given))
    assert (problem.found, problem.expected, problem.remedy) == (
        "Månaden ”mars 2024” kan inte läsas.",
        "En månad skrivs 2024-04.",
        "Rätta månaden.",
    )


def test_every_indicator_of_the_project_says_what_it_can_be():
    """What is computed may be anything; all else has both ends written out."""
    indicators = load_params(PROJECT / "params").indicators.values()
    measured = [one for one in indicators if one.area != "economy"]
    assert [one.code for one in measured if one.minimum is None or one.maximum is None] == []


def test_every_measure_of_economy_says_how_it_is_shown():
    assert tuple(MEASURES) == get_args(EconomicMeasure)


def test_an_indicator_of_economy_is_computed_from_a_measure_and_no_other_is(tmp_path):
    economy = workbooks.INDICATORS_FILE.replace("area: quality", "area: economy")
    staff = economy.replace("area: staff", "area: staff\n    measure: change\n    note: Ja.")
    *measures, last = get_args(EconomicMeasure)
    known = f"{', '.join(measures)} eller {last}"
    assert problems_of(tmp_path, indicators=staff) == [
        Problem(
            "params/indicators.yml",
            "",
            "rad 3",
            "Indikatorn ”BESOK” har area economy men saknar measure.",
            f"Den säger vad indikatorn räknas ur: {known}.",
            "Lägg till raden ”measure: …”.",
        ),
        *(
            Problem(
                "params/indicators.yml",
                "",
                f"rad {line}",
                f"Indikatorn ”HME” har {key} men area staff.",
                f"Bara en indikator med area economy har {key}.",
                "Ta bort raden eller rätta area.",
            )
            for line, key in ((21, "measure"), (22, "note"))
        ),
    ]


@pytest.mark.parametrize(
    ("measure", "unit", "shown"), [("change", "mnkr", '"%"'), ("deviation", '"%"', "mnkr"), ("outcome", "kr", "mnkr")]
)
def test_an_indicator_of_economy_has_the_unit_of_its_measure(tmp_path, measure, unit, shown):
    text = workbooks.INDICATORS_FILE.replace("unit: antal", f"unit: {unit}")
    (found,) = problems_of(tmp_path, indicators=text.replace("area: quality", f"area: economy\n    measure: {measure}"))
    assert (found.cell, found.found) == ("rad 6", f"Indikatorn ”BESOK” har enheten {unit.strip(chr(34))}.")
    assert found.expected == f"Den räknas ur {measure}, som visas i {shown.strip(chr(34))}."
    assert found.remedy == f"Skriv unit: {shown}."


def test_a_committee_exists_in_its_years_only(params):
    assert params.committee("DNKT", 2023).name == "Driftnämnd Kollektivtrafik"
    with pytest.raises(ReportError) as caught:
        params.committee("DNKT", 2022)
    assert str(caught.value) == (
        "parametern committee: Nämnden ”DNKT” finns inte år 2022. Nämnderna år 2022 är DNKS. Menades ”DNKS”?"
    )


def test_a_period_that_is_not_in_the_calendar(params):
    with pytest.raises(ReportError) as caught:
        params.kind_of(Period(2024, 5))
    assert str(caught.value) == (
        "parametern period: Perioden 2024-05 finns inte i kalendern. Kalenderns perioder för 2024 är 2024, 2024-02, "
        "2024-04, 2024-08, 2024-10 och 2024-12. Menades 2024-04? En ny period läggs till i params/calendar.yml."
    )


def test_params_are_read_again_only_when_a_file_changes(tmp_path):
    folder = workbooks.write_params(tmp_path / "params")
    first = load_params(folder)
    assert load_params(folder) is first
    (folder / "rules.yml").write_text((folder / "rules.yml").read_text() + "\n# note\n")
    assert load_params(folder) is not first


def test_params_are_frozen(params):
    with pytest.raises(ValueError, match="frozen"):
        params.rules.activities_shown = 3


def test_faults_of_all_files_at_once_with_their_lines(tmp_path):
    committees = workbooks.COMMITTEES.replace("short_name: Kultur", "shortname: Kultur").replace("2023", '"2023"')
    rules = (PROJECT / "params/rules.yml").read_text(encoding="utf-8").replace("near_target_percent: 5.0\n", "")
    indicators = workbooks.INDICATORS_FILE.replace("direction: higher", "direction: up", 1).replace("1\n", "1.5\n", 1)
    assert problems_of(tmp_path, committees=committees, rules=rules, indicators=indicators) == [
        Problem(
            "params/committees.yml",
            cell="rad 3",
            found="Nyckeln ”short_name” saknas.",
            expected="Den måste finnas här.",
            remedy="Lägg till raden ”short_name: …”.",
        ),
        Problem(
            "params/committees.yml",
            cell="rad 5",
            found="Nyckeln ”shortname” är okänd.",
            expected="Kända nycklar här är code, name, short_name, valid_from, valid_to, frames, synonyms och reports.",
            remedy="Menades ”short_name”?",
        ),
        Problem(
            "params/committees.yml",
            cell="rad 11",
            found="Här står ”2023” för nyckeln ”valid_from”.",
            expected="Ett heltal väntas.",
            remedy="Skriv ett heltal med enbart siffror, utan citattecken.",
        ),
        Problem(
            "params/indicators.yml",
            cell="rad 7",
            found="Här står talet 1,5 för nyckeln ”decimals”.",
            expected="Ett heltal väntas.",
            remedy="Skriv ett heltal med enbart siffror, utan citattecken.",
        ),
        Problem(
            "params/indicators.yml",
            cell="rad 8",
            found="Här står ”up” för nyckeln ”direction”.",
            expected="Möjliga värden är higher, lower eller neutral.",
            remedy="Välj ett av dem.",
        ),
        Problem(
            "params/rules.yml",
            cell="rad 2",
            found="Nyckeln ”near_target_percent” saknas.",
            expected="Den måste finnas här.",
            remedy="Lägg till raden ”near_target_percent: …”.",
        ),
    ]


def test_what_one_file_names_must_exist_in_another(tmp_path):
    committees = workbooks.COMMITTEES.replace("arsredovisning]", "årsredovisning]").replace("DNKT", "DNKS")
    plan = workbooks.PLAN.replace("committees: [DNKS]", "committees: [DNKZ]")
    indicators = workbooks.INDICATORS_FILE.replace("[DNKS, DNKT]", "[DNKS]")
    found = problems_of(tmp_path, committees=committees, plans_2024=plan, indicators=indicators)
    assert found == [
        Problem(
            "params/committees.yml",
            cell="rad 7",
            found="Rapportslaget ”årsredovisning” finns inte.",
            expected="Kalendern har manadsrapport, uppfoljningsrapport_1, uppfoljningsrapport_2, arsredovisning, "
            "verksamhetsplan, manadsuppfoljning_av_plan och uppfoljning_av_plan.",
            remedy="Menades ”arsredovisning”?",
        ),
        Problem(
            "params/committees.yml",
            cell="rad 8",
            found="Koden ”DNKS” för en nämnd står också på rad 3.",
            expected="Varje kod får användas en gång.",
            remedy="Ta bort den ena posten eller ge den en egen kod.",
        ),
        Problem(
            "params/plans/2024.yml",
            cell="rad 6",
            found="Nämnden ”DNKT” finns inte.",
            expected="committees.yml har DNKS.",
            remedy="Menades ”DNKS”?",
        ),
        Problem(
            "params/plans/2024.yml",
            cell="rad 15",
            found="Nämnden ”DNKZ” finns inte.",
            expected="Planen har DNKS och båda nämnderna.",
            remedy="Menades ”DNKS”?",
        ),
    ]


def test_a_period_has_a_forecast_occasion_of_its_year(tmp_path):
    calendar = workbooks.small_calendar()
    entry = "  - {period: 2024-12, kind: arsredovisning}\n"
    assert entry in calendar
    later = entry + entry.replace("2024-12", "2025-04")
    line = calendar.split(entry)[0].count("\n") + 2
    assert problems_of(tmp_path, calendar=calendar.replace(entry, later)) == [
        Problem(
            "params/calendar.yml",
            cell=f"rad {line}",
            found="Perioden 2025-04 har inget prognostillfälle i forecast_occasions.",
            expected="Minst ett tillfälle år 2025 väntas, till och med perioden själv.",
            remedy="Lägg till 2025-04 i forecast_occasions.",
        )
    ]


def test_a_period_can_have_a_day_when_its_reports_are_to_be_there(tmp_path):
    calendar = workbooks.small_calendar()
    entry = "{period: 2024-04, kind: uppfoljningsrapport_1}"
    assert entry in calendar
    with_day = calendar.replace(entry, entry.replace("}", ", due: 2024-05-20}"))
    params = load_params(workbooks.write_params(tmp_path / "right", calendar=with_day))
    assert params.calendar.entry_of(Period(2024, 4)).due == date(2024, 5, 20)
    assert params.calendar.entry_of(Period(2024, 8)).due is None
    line = calendar.split(entry)[0].count("\n") + 1
    assert problems_of(tmp_path, calendar=with_day.replace("2024-05-20", "i maj")) == [
        Problem(
            "params/calendar.yml",
            cell=f"rad {line}",
            found="Datumet kan inte läsas.",
            expected="Ett datum skrivs 2024-05-08.",
            remedy="Rätta datumet.",
        )
    ]


def layout_problems(tmp_path, old, new, layout="utfall"):
    text = (PROJECT / f"params/layouts/{layout}.yml").read_text(encoding="utf-8")
    assert old in text
    return [
        (problem.workbook, problem.cell, problem.message)
        for problem in problems_of(tmp_path, **{f"layouts_{layout}": text.replace(old, new)})
    ]


@pytest.mark.parametrize(
    ("layout", "old", "new", "line", "message"),
    [
        (
            "utfall",
            '"{year}/{period}/utfall.xlsx"',
            '"../{year}/utfall.xlsx"',
            "rad 2",
            "Sökvägen ”../{year}/utfall.xlsx” leder ut ur datamappen. En arbetsbok anges med en sökväg under "
            "datamappen, till exempel {year}/utfall.xlsx. "
            "Skriv en sökväg utan ”..”, enhetsbokstav och inledande snedstreck.",
        ),
        (
            "utfall",
            "key: [period, committee, activity, account]",
            "key: [period, konto]",
            "rad 5",
            "Tabellen för bladet ”Huvudbok” nämner kolumnen ”konto”, som inte finns. Tabellens kolumner är period, "
            "committee, activity, account_class, account, account_name, budget, outcome och previous_year. Rätta "
            "namnet i key, total_row, weight eller unit_column.",
        ),
        (
            "namnd",
            "choices: report_status",
            "choices: report_statuses",
            "rad 11",
            "Skalan ”report_statuses” finns inte. scales.yml har assessment, attainment, trend, indicator, "
            "variation, assurance, indicator_outcome, assignment, target, measure_decision, measure_status, "
            "report_status, plan_decision och printed_check. Menades ”report_status”?",
        ),
        (
            "utfall",
            "synonyms: [Periodbudget]",
            "synonyms: [utfall]",
            "rad 5",
            "Rubriken ”Utfall” hör till både budget och outcome. En rubrik eller synonym får stå för en enda kolumn i "
            "tabellen. Ta bort den från den ena kolumnen.",
        ),
        (
            "utfall",
            "type: amount, unit: kr, sign: ledger}",
            "type: amount, unit: kkr, sign: ledger}",
            "rad 15",
            "Beloppskolumnen ”Budget” saknar enhet eller tecken. Ett belopp har unit (kr, tkr, mnkr, stated eller row) "
            "och sign (ledger, result eller magnitude). Lägg till det som saknas, till exempel unit: kr, sign: ledger.",
        ),
    ],
)
def test_faults_in_a_layout(tmp_path, layout, old, new, line, message):
    found = layout_problems(tmp_path, old, new, layout)
    assert (f"params/layouts/{layout}.yml", line, message) in found


def test_placeholders_of_a_layout_are_filled(params):
    filled = params.layouts["budget"].filled(Period(2024, 4), "DNKS")
    assert filled.workbook == "2024/budget.xlsx"
    assert filled.tables["frames"].columns["year_2"].header == "2026"
    assert params.layouts["namnd"].filled(Period(2024, 4), "DNKS").workbook == "2024/2024-04/DNKS.xlsx"
    assert params.layouts["namnd"].path(Period(2024, 4), "DNKS") == "2024/2024-04/DNKS.xlsx"


@pytest.mark.parametrize(
    ("key", "value", "found", "expected", "remedy"),
    [
        (
            "smallest_group_hidden", "9", "9",
            "Minst 10 väntas: det är lagens gräns för sjukfrånvaro (LKBR 11 kap.).", "Skriv 10 eller mer.",
        ),
        (
            "beside_percent", "24.5", "24,5",
            "Minst 25 väntas: så lite har prövats mot angrepp (tests/disclosure), men inte mindre.",
            "Skriv 25 eller mer.",
        ),
        (
            "room_times", "0", "0",
            "Minst 1 väntas: annars kan värdet räknas fram närmare än sin egen storlek.", "Skriv 1 eller mer.",
        ),
    ],
)  # fmt: skip
def test_people_cannot_be_hidden_less_than_what_protects_them(tmp_path, key, value, found, expected, remedy):
    rules = (PROJECT / "params/rules.yml").read_text(encoding="utf-8")
    lax = re.sub(rf"  {key}: .*", f"  {key}: {value}", rules)
    line = 1 + lax[: lax.index(f"  {key}:")].count("\n")
    assert problems_of(tmp_path, rules=lax) == [
        Problem(
            "params/rules.yml",
            cell=f"rad {line}",
            found=f"Här står talet {found}, och då skyddas anställda för lite.",
            expected=expected,
            remedy=remedy,
        )
    ]


def test_more_of_people_can_be_hidden(tmp_path):
    rules = (PROJECT / "params/rules.yml").read_text(encoding="utf-8")
    strict = rules.replace("smallest_group_hidden: 10", "smallest_group_hidden: 15")
    assert (
        load_params(workbooks.write_params(tmp_path / "strict", rules=strict)).rules.people.smallest_group_hidden == 15
    )


@pytest.mark.parametrize(
    ("old", "new", "found", "expected"),
    [
        # Written in mnkr.
        ("kronor: 1000000", "kronor: 1", "Här står talet 1.",
         "10 000 till 100 000 000 väntas: beloppet anges i kronor."),
        ("percent: 1.0", "percent: -1.0", "Här står talet −1.", "0 till 100 väntas."),
        ("near_target_percent: 5.0", "near_target_percent: 50.0", "Här står talet 50.",
         "0 till 25 väntas: ett värde längre bort än så är inte nära sitt mål."),
        ("activities_shown: 6", "activities_shown: 0", "Här står talet 0.", "1 till 100 väntas."),
        ("points_for_limits: 12", "points_for_limits: 2", "Här står talet 2.",
         "6 till 60 väntas: av färre värden syns inte vad som är normalt."),
        ("total_tolerance: 60000", "total_tolerance: 60000000", "Här står talet 60 000 000.",
         "0 till 1 000 000 väntas: beloppet anges i kronor, och ska rymma en avrundning men inte ett fel."),
        ("frame_tolerance: 500000", "frame_tolerance: -1", "Här står talet −1.",
         "0 till 1 000 000 väntas: beloppet anges i kronor, och ska rymma en avrundning men inte ett fel."),
        ("on_track_percent: 66.0", "on_track_percent: 0.66", "Här står talet 0,66.",
         "50 till 100 väntas: färre än hälften räcker inte för ett mål som nås."),
        ("off_track_percent: 50.0", "off_track_percent: 0.0", "Här står talet 0.",
         "1 till 100 väntas: med 0 är mål som ingen bedömer illa också på fel väg."),
        ("month: 2", "month: 0", "Här står talet 0.", "1 till 120 väntas: åldern anges i månader."),
        ("month: 2, ", "", "Här saknas month.",
         "Varje frekvens i params/indicators.yml behöver en ålder: month, tertial, year och biennial."),
        ("  years: 5", "  years: 0", "Här står talet 0.", "2 till 20 väntas."),
        ("{months_after: 6}", "{months_after: -6}", "Här står talet −6.",
         "Minst 0 väntas: en gräns är ett avstånd, ett antal eller en andel."),
    ],
)  # fmt: skip
def test_a_limit_that_makes_no_judgement_is_refused(tmp_path, old, new, found, expected):
    rules = (PROJECT / "params/rules.yml").read_text(encoding="utf-8")
    assert old in rules
    line = 1 + rules[: rules.index(old)].count("\n")
    (problem,) = problems_of(tmp_path, rules=rules.replace(old, new, 1))
    told = (problem.cell, problem.found.replace("\u00a0", " "), problem.expected.replace("\u00a0", " "))
    assert told == (f"rad {line}", found, expected)

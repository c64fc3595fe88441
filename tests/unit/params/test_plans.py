"""The plan model on a small plan: hierarchy, committees, tables and decisions, and what is said about faults."""

import pytest
import workbooks

from followup.ground.errors import ReportError
from followup.params.loading import load_params

TREE = """
year: 2024
owner: DNKS
title: Liten plan
source: Påhittad
vision: |
  En rad
  som fortsätter.

  - Ett
  - Två
groups:
  båda: [DNKT, DNKS]
levels:
  - {code: omrade, name: Område, plural: Områden}
  - {code: mal, name: Mål, plural: Mål}
  - {code: aktivitet, name: Aktivitet, plural: Aktiviteter}
followed: aktivitet
scale: assignment
nodes:
  - code: "1"
    name: Miljö
    committees: [båda]
    children:
      - code: "1.1"
        name: Lägre utsläpp
        children:
          - {code: "1.1.1", name: Byt drivmedel, carried_over: Från MoB 2017, note: se beskrivningsfält}
          - {code: "1.1.2", name: Miljö, committees: [DNKT]}
      - {code: "1.2", name: Res mindre, level: aktivitet, synonyms: [Färre resor]}
  - {code: "2", name: Ensam aktivitet, level: aktivitet, committees: [DNKS]}
"""
TABLES = workbooks.frames_table(
    ("2024", "2025"),
    "{label: Kultur, committee: DNKS, values: [100.1, 110]}",
    "{label: Skola, committee: DNKS, values: [50, null]}",
    "{label: Trafik, committee: DNKT, values: [30, 40]}",
    "{label: Summa, total: true, values: [180.1, 152], printed_total_differs: [0, 2]}",
)
DECISIONS = """\
  - id: matt
    caption: Mått
    unit: "%"
    label: Mått
    columns: [Utfall, Mål]
    rows:
      - {label: Soliditet, values: [24.7, Inte minska]}
      - {label: Resultat, unit: mnkr, decimals: 0, values: [-303, 100]}
tax_rate: 11.40
budget_changes:
  - code: skola
    title: Ny skola
    decided_on: "2024-03"
    decided_by: Regionstyrelsen
    committee: DNKS
    unit: tkr
    amounts: {2025: 30, 2024: 20}
    financed_by: Medel för oförutsedda kostnader
    calculation: [{label: Lärare, amount: 25.3}, {label: Avgifter, amount: -5.2}]
    total: 20.1
    source: Ärendet
"""
PLAN = TREE + TABLES + DECISIONS


@pytest.fixture
def plan(tmp_path):
    return load_params(workbooks.write_params(tmp_path / "params", plans_2024=PLAN)).plans[2024]


def nodes(plan):
    return {node.code: node for node in plan.nodes}


def test_nodes_stand_in_plan_order_at_their_levels(plan):
    assert [(node.code, node.level, node.depth) for node in plan.nodes] == [
        ("1", "omrade", 0),
        ("1.1", "mal", 1),
        ("1.1.1", "aktivitet", 2),
        ("1.1.2", "aktivitet", 2),
        ("1.2", "aktivitet", 2),
        ("2", "aktivitet", 2),
    ]
    assert [node.code for node in plan.nodes_at("mal")] == ["1.1"]
    assert [node.code for node in plan.followed_nodes] == ["1.1.1", "1.1.2", "1.2", "2"]
    assert plan.level("mal").plural == "Mål"


def test_a_node_knows_what_is_above_and_below_it(plan):
    found = nodes(plan)
    assert (found["1.1.1"].ancestors, found["1.1.1"].parent) == (("Miljö", "Lägre utsläpp"), "1.1")
    assert (found["2"].ancestors, found["2"].parent) == ((), "")
    assert [child.code for child in found["1"].children] == ["1.1", "1.2"]
    assert [node.code for node in found["1"].descendants()] == ["1.1", "1.1.1", "1.1.2", "1.2"]
    assert (found["1.1.1"].carried_over, found["1.1.1"].note) == ("Från MoB 2017", "se beskrivningsfält")


def test_committees_are_expanded_and_inherited_from_the_nearest_that_names_them(plan):
    assert {code: node.committees for code, node in nodes(plan).items()} == {
        "1": ("DNKT", "DNKS"),
        "1.1": ("DNKT", "DNKS"),
        "1.1.1": ("DNKT", "DNKS"),
        "1.1.2": ("DNKT",),
        "1.2": ("DNKT", "DNKS"),
        "2": ("DNKS",),
    }
    assert [goal.code for goal in plan.goals_of("DNKS")] == ["1.1.1", "1.2", "2"]


def test_a_goals_focus_area_is_the_outermost_name_above_it(plan):
    assert [(goal.code, goal.focus_area) for goal in plan.goals] == [
        ("1.1.1", "Miljö"),
        ("1.1.2", "Miljö"),
        ("1.2", "Miljö"),
        ("2", "Liten plan"),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [("1.1", "1.1"), ("  BYT   drivmedel.", "1.1.1"), ("färre resor", "1.2"), ("Miljö", "1.1.2"), ("Okänt", None)],
)
def test_a_node_is_found_by_code_name_and_synonym_with_what_is_followed_first(plan, text, code):
    found = plan.find(text)
    assert (found.code if found else None) == code


def test_a_name_that_several_share_finds_none(tmp_path):
    twice = PLAN.replace("name: Res mindre", "name: Byt drivmedel")
    plan = load_params(workbooks.write_params(tmp_path / "params", plans_2024=twice)).plans[2024]
    assert plan.find("Byt drivmedel") is None
    assert plan.find("1.2").name == "Byt drivmedel"


def test_lines_of_a_paragraph_are_joined_and_list_items_are_not(plan):
    assert plan.vision == "En rad som fortsätter.\n\n- Ett\n- Två"


def test_frames_are_net_costs_in_kronor_with_their_lines(plan):
    frame = plan.frame_of("DNKS")
    assert frame.value == -150_100
    assert [str(cells) for cells in frame.origin] == ["params/plans/2024.yml, frames!rad 40–41"]
    assert plan.frame_of("DNKT", 2025).value == -40_000
    assert plan.frame_of("DNKS", 2025).why == "saknas"
    assert (plan.frame_of("REV").value, plan.frame_of("REV").why) == (None, "planen har ingen budgetram")
    assert plan.frame_of("DNKT", 2030).why == "planen har ingen budgetram"


def test_a_row_has_what_is_printed_and_the_same_as_figures(plan):
    row = plan.table("matt").row("Soliditet")
    assert row.values == (24.7, "Inte minska")
    assert [(figure.value, figure.unit, figure.why) for figure in row.figures] == [
        (24.7, "%", ""),
        (None, "%", "Inte minska"),
    ]
    assert plan.table("matt").figure("Resultat", "Utfall").value == -303_000_000
    assert (plan.table("matt").row("Resultat").decimals, plan.table("matt").row("Soliditet").decimals) == (0, 1)
    assert plan.table("frames").row("Summa").printed_total_differs == (0, 2)
    assert plan.table("okänd") is None
    assert (plan.tax_rate.value, plan.tax_rate.unit) == (11.4, "%")


def test_a_decision_adds_up_over_the_years(plan):
    (change,) = plan.budget_changes
    assert [(year, amount.value) for year, amount in change.amounts.items()] == [(2024, -20_000), (2025, -30_000)]
    assert [change.level(year).value for year in (2023, 2024, 2025, 2026)] == [None, -20_000, -50_000, -50_000]
    assert [(label, amount.value) for label, amount in change.calculation] == [("Lärare", -25_300), ("Avgifter", 5_200)]
    assert change.total.value == -20_100
    assert change.decided_by_day == "2024-03-31"


def test_a_plan_may_borrow_another_years_hierarchy(tmp_path):
    folder = workbooks.write_params(tmp_path / "params", plans_2024=PLAN)
    borrowed = "year: 2023\nowner: DNKS\ntitle: Lånad\nsource: Påhittad\nbased_on: 2024\n"
    (folder / "plans/2023.yml").write_text(borrowed, encoding="utf-8")
    params = load_params(folder)
    assert params.plans[2023].nodes == params.plans[2024].nodes
    assert (params.plans[2023].title, params.plans[2023].tables, params.plans[2023].tax_rate) == ("Lånad", (), None)


def test_a_year_may_have_several_plans_and_the_main_one_comes_first(tmp_path):
    folder = workbooks.write_params(tmp_path / "params", plans_2024=PLAN)
    (folder / "plans/2024-a.yml").write_text(PLAN.replace("Liten plan", "Bredvid"), encoding="utf-8")
    params = load_params(folder)
    assert [plan.stem for plan in params.plans_of("DNKS", 2024)] == ["2024", "2024-a"]
    assert params.plans[2024].title == "Liten plan"
    assert params.plans_of("DNKT", 2024) == []
    assert len(params.all_plans) == 2


@pytest.mark.parametrize(
    ("old", "new", "cell", "message"),
    [
        (
            "owner: DNKS",
            "owner: DNKX",
            "rad 3",
            "Nämnden ”DNKX” finns inte. committees.yml har DNKS, DNKT och REGION. Menades ”DNKS” eller ”DNKT”?",
        ),
        (
            "year: 2024",
            "year: 2025",
            "rad 2",
            "Planen gäller år 2025, men filen heter 2024.yml. Filen heter som planens år, eller år och tillägg: "
            "2025.yml, 2025-fou.yml. Rätta året eller byt namn på filen.",
        ),
        (
            "followed: aktivitet",
            "followed: aktiviteter",
            "rad 18",
            "Nivån ”aktiviteter” finns inte. Planen har omrade, mal och aktivitet. Menades ”aktivitet”?",
        ),
        (
            "followed: aktivitet\n",
            "",
            "rad 2",
            "Planen saknar followed. En plan har levels, nodes, followed och scale, eller based_on med ett annat års "
            "plan. Lägg till followed.",
        ),
        (
            "scale: assignment",
            "scale: assignment\nbased_on: 2023",
            "rad 2",
            "Planen bygger på 2023 års plan men har också levels. En plan har en egen hierarki eller lånar en annans. "
            "Ta bort based_on eller de egna nycklarna.",
        ),
        (
            'code: "1.1.2"',
            'code: "1.1.1"',
            "rad 29",
            "Koden ”1.1.1” står också på rad 28. Varje del av planen har en egen kod. Ge den ena en egen kod.",
        ),
        (
            "level: aktivitet, synonyms",
            "level: aktivitett, synonyms",
            "rad 30",
            "Nivån ”aktivitett” finns inte. Planen har omrade, mal och aktivitet. Menades ”aktivitet”?",
        ),
        (
            "level: aktivitet, synonyms",
            "level: omrade, synonyms",
            "rad 30",
            "”1.2” har nivån ”omrade” under en post på nivån ”omrade”. Det som ligger inom en post har en lägre nivå "
            "än den. Rätta nivån eller flytta posten.",
        ),
        (
            "name: Ensam aktivitet, level: aktivitet, ",
            'name: Ensam, level: aktivitet, children: [{code: "2.1", name: Djup}], ',
            "rad 31",
            "”2.1” ligger djupare än planens nivåer. Planens nivåer är omrade, mal och aktivitet. Lägg till en nivå "
            "under levels eller flytta posten uppåt.",
        ),
        (
            "committees: [DNKT]}",
            "committees: [alla]}",
            "rad 29",
            "Nämnden ”alla” finns inte. Planen har DNKS, DNKT och båda. Välj en av dem eller lägg till den där.",
        ),
        (
            "values: [180.1, 152], printed_total_differs: [0, 2]",
            "values: [180.1, 152]",
            "rad 43",
            "Summan ”Summa” i kolumnen ”2025” är 152, men raderna blir 150. En summa är sina rader tillsammans, och en "
            "tryckt summa som avviker anges med avvikelsen. Rätta raderna, summan eller printed_total_differs (tryckt "
            "summa minus radernas).",
        ),
        (
            "printed_total_differs: [0, 2]",
            "printed_total_differs: [0.1, 2]",
            "rad 43",
            "Summan ”Summa” i kolumnen ”2024” är 180,1 och printed_total_differs 0,1, men raderna blir 180,1. En summa "
            "är sina rader tillsammans, och en tryckt summa som avviker anges med avvikelsen. Rätta raderna, summan "
            "eller printed_total_differs (tryckt summa minus radernas).",
        ),
        (
            "values: [100.1, 110]",
            "values: [100.1]",
            "rad 40",
            "Raden ”Kultur” har 1\u00a0värde i values. Tabellen ”frames” har 2\u00a0kolumner. Skriv ett värde för "
            "varje kolumn, null där det inte finns något.",
        ),
        (
            "committee: DNKT, values: [30, 40]",
            "committee: DNKT, values: [30, 40], printed_total_differs: [0, 0]",
            "rad 42",
            "Raden ”Trafik” är ingen summa men har printed_total_differs. Nyckeln hör till en rad med total: true. Ta "
            "bort den eller lägg till total: true.",
        ),
        (
            "values: [30, 40]",
            'values: ["3 030", 40]',
            "rad 42",
            "Här står talet ”3 030” som text. En text räknas inte med i summor. Skriv talet med decimalpunkt, utan "
            "mellanslag och citattecken.",
        ),
        (
            "sign: ledger",
            "note: Ramarna",
            "rad 33",
            "Budgetramarna saknar tecken (sign). En budgetram är en nettokostnad. Med sign: ledger skrivs kostnader "
            "med plus, med sign: result med minus. Lägg till sign: ledger, om ramarna står utan minus.",
        ),
        (
            "caption: Ramar\n    unit: tkr",
            "caption: Ramar\n    unit: Mkr",
            "rad 35",
            "Budgetramarna har enheten ”Mkr”. Ett belopp har enheten kr, tkr, mnkr eller mdkr. Skriv en av dem.",
        ),
        (
            'columns: ["2024", "2025"]',
            'columns: ["Ram 2024", "2025"]',
            "rad 38",
            "Budgetramarna har kolumnerna ”Ram 2024” och ”2025”. Årets ramar står i kolumnen ”2024”. Andra år har "
            "också bara årtalet. Rätta kolumnens namn, eller lägg till årets ramar.",
        ),
        (
            "label: Trafik, committee: DNKT",
            "label: Trafik",
            "rad 42",
            "Raden ”Trafik” hör inte till någon nämnd. En ram har nämndens kod i committee, och en rad som är summan "
            "av andra har total: true. Lägg till det som saknas.",
        ),
        (
            "total: 20.1",
            "total: 20",
            "rad 63",
            "Beräkningens summa är 20, men raderna blir 20,1 tkr. Summan är beräkningens rader tillsammans. Rätta "
            "raderna eller total.",
        ),
        (
            'decided_on: "2024-03"',
            'decided_on: "mars 2024"',
            "rad 56",
            "Datumet kan inte tolkas. Ett datum skrivs som 2017-12-06; där underlaget bara har månad eller år "
            "räcker 2017-12 eller 2017. Skriv datumet så, inom citattecken.",
        ),
        (
            'code: "1.1.2", name: Miljö,',
            'code: "1.1.2", name: Miljö, due: i juni,',
            "rad 29",
            "Datumet kan inte tolkas. Ett datum skrivs som 2017-12-06; där underlaget bara har månad eller år räcker "
            "2017-12 eller 2017. Skriv datumet så, inom citattecken.",
        ),
        (
            "    committee: DNKS\n    unit: tkr",
            "    committee: DNKX\n    unit: tkr",
            "rad 58",
            "Nämnden ”DNKX” finns inte. committees.yml har DNKS och DNKT. Menades ”DNKS” eller ”DNKT”?",
        ),
        (
            'code: "1.2"',
            'code: "1 2"',
            "rad 30",
            "Koden kan inte användas. En kod har bara bokstäver, siffror, punkt, _ och -. Ändra koden.",
        ),
        (
            "label: Trafik",
            "label: Trafik, rubrik: Buss",
            "rad 42",
            "Nyckeln ”rubrik” är okänd. Kända nycklar här är label, values, group, total, printed_total_differs, "
            "committee, unit, decimals och definition. Rätta stavningen eller ta bort raden.",
        ),
    ],
)
def test_faults_in_a_plan_are_told_with_their_line(tmp_path, old, new, cell, message):
    assert problems_of(tmp_path, old, new) == [("params/plans/2024.yml", cell, message)]


def problems_of(tmp_path, old, new):
    assert PLAN.count(old) == 1, PLAN.count(old)
    with pytest.raises(ReportError) as caught:
        load_params(workbooks.write_params(tmp_path / "faulty", plans_2024=PLAN.replace(old, new)))
    return [(one.workbook, one.cell, one.message) for one in caught.value.problems]


def test_a_scale_that_does_not_exist(tmp_path):
    ((_, cell, message),) = problems_of(tmp_path, "scale: assignment", "scale: uppdrag")
    assert cell == "rad 19"
    assert message.startswith("Skalan ”uppdrag” finns inte. scales.yml har assessment, attainment, ")


def test_a_plan_that_borrows_from_nowhere(tmp_path):
    text = "year: 2024\nowner: DNKS\ntitle: Lånad\nsource: Påhittad\nbased_on: 2030\n"
    with pytest.raises(ReportError) as caught:
        load_params(workbooks.write_params(tmp_path / "faulty", plans_2024=text))
    assert str(caught.value) == (
        "params/plans/2024.yml, rad 5: Planen bygger på 2030 års plan, som inte finns eller själv lånar sin hierarki. "
        "Planer med egen hierarki finns för inget år. Välj ett av åren eller skriv planens egna levels och nodes."
    )

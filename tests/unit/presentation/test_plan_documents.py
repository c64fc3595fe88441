"""Plan documents: the blocks that a plan becomes, on a small plan and on the region's real ones."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest
from plan_texts import plan_of
from tables import source_table

from followup.inputs.params import load_params
from followup.period import Period
from followup.plan_report import PlanReport
from followup.presentation import plan_budget, plan_first_page, plan_goals, plan_hierarchy, plan_sources, plan_statuses
from followup.presentation.plain import block_text


def report(committee: str, period: str, plan=None, **tables) -> PlanReport:
    """A document on made-up workbooks; `plan` takes the place of the committee's own."""
    params = load_params()
    month = Period.parse(period)
    sources = SimpleNamespace(
        committee=params.committees[committee],
        period=month,
        is_example=bool(tables),
        data_date=date(month.year, 1, 1),
        files=(),
        table=tables.get,
        **tables,
    )
    kind = SimpleNamespace(name="Verksamhetsplan", title=f"Verksamhetsplan {month.year}")
    if plan is not None:
        others = tuple(one for one in params.all_plans if (one.owner, one.year) != (plan.owner, plan.year))
        params = params.model_copy(update={"all_plans": (*others, plan)})
    return PlanReport(sources, params, kind)


def text(block) -> str:
    """As it is read, with plain spaces."""
    blocks = block if isinstance(block, tuple) else (block,)
    return "\n".join(block_text(one.as_json()) for one in blocks).replace("\u00a0", " ")


STATUSES = """
    node    name    status   responsible  comment
    2.1.1   Forum   delayed  Strateg      Ny tidsplan.
    1.1.2   Modell  done     .            .
"""


@pytest.fixture
def small() -> PlanReport:
    return report("RS", "2018", plan_of())


@pytest.fixture
def followed() -> PlanReport:
    return report("RS", "2018-12", plan_of(), plan_statuses=source_table(STATUSES))


def test_the_cover_says_where_a_plan_comes_from(small):
    cover = plan_first_page.cover(small)
    assert (cover.title, cover.status.text, cover.example) == ("Verksamhetsplan 2018", "Fastställd", False)
    assert cover.handed_in == "Källa: Prov, provplanen"


def test_a_plan_is_told_in_brief(small):
    assert text(plan_first_page.in_brief(small)) == (
        "I korthet\n"
        "– Provplan har 3 delmål, 3 prioriteringar och 3 aktiviteter.\n"
        "– 2 poster på nivåerna ovanför saknar aktiviteter och följs därför inte upp.\n"
        "– Planen anger ingen budgetram för 2018."
    )


def test_the_plan_of_2018_is_told_with_its_frame():
    found = text(plan_first_page.in_brief(report("RS", "2018")))
    assert "– Budgetramen för 2018 är en nettokostnad på 344,3 mnkr." in found
    assert [tile.main.text.replace("\u00a0", " ") for tile in plan_first_page.tiles(report("RS", "2018")).tiles] == [
        "301",
        "344,3 mnkr",
    ]


def test_a_plan_without_a_frame_shows_its_operating_budget():
    found = text(plan_first_page.in_brief(report("RS", "2022")))
    # 453,1 + 148,4 + 48,2
    assert "– Driftbudgeten för 2022 är en nettokostnad på 649,7 mnkr." in found


def test_the_hierarchy_is_one_table_for_each_outermost_entry(small):
    first, second, third = plan_hierarchy.tree(small)
    assert [block.id for block in (first, second, third)] == ["plan-2018-1", "plan-2018-2", "plan-2018-3"]
    assert first.caption == "Delmål 1: Attraktivitet"
    assert [row.cells[0].text for row in first.rows] == ["Bredband", "Landsbygd"]
    assert first.rows[0].cells[1].prose == [{"ul": [[{"p": ["Forum (Från MoB 2018)"]}], [{"p": ["Modell"]}]]}]
    assert first.rows[1].cells[1].text == "–"
    assert second.rows[0].cells[0].text == "Export (se beskrivningsfält)"
    assert text(third) == "Delmål 3: Ekonomi\nPlanen anger inget under denna punkt."


def test_a_plan_of_five_levels_has_group_rows_and_lists_in_lists():
    first = plan_hierarchy.tree(report("RS", "2018"))[0]
    assert [row.cells[0].text for row in first.rows if row.role == "group"] == [
        "Halland en region med god tillgänglighet",
        "Halland, en region som erbjuder attraktiva och socialt hållbara mötesplatser, boende- och livsmiljöer",
    ]
    row = next(row for row in first.rows if row.cells[0].text.startswith("God tillgång till bredband"))
    (listed,) = row.cells[1].prose
    assert listed["ul"][1] == [{"p": ["Bidra till bredbandsutveckling på strategisk nivå inom RSS"]}]
    assert len(listed["ul"][0][1]["ul"]) == 3


def test_every_entry_of_every_plan_is_shown():
    for committee, year in (("RS", 2018), ("RS", 2019), ("RS", 2022), ("RS", 2024), ("REGION", 2024)):
        document = report(committee, str(year))
        shown = str([block.as_json() for block in plan_hierarchy.tree(document)])
        for plan in document.plans:
            for node in plan.nodes:
                # JSON of a text, as it stands inside another.
                assert repr(node.name)[1:-1] in shown, (plan.stem, node.code)


def test_a_plan_whose_entries_have_texts_is_running_text():
    blocks = plan_hierarchy.tree(report("REGION", "2024"))
    assert [block.title for block in blocks[:2]] == [
        "Fokusområde 1: Accelerera digital transformation",
        "Mål: Smartare och enklare digital vardag",
    ]


def test_the_size_of_a_plan_is_a_table_with_its_sum(small):
    rows = [[cell.text for cell in row.cells] for row in plan_hierarchy.size(small).rows]
    assert rows == [
        ["1 Attraktivitet", "2", "2"],
        ["2 Konkurrenskraft", "1", "1"],
        ["3 Ekonomi", "0", "0"],
        ["Hela planen", "3", "3"],
    ]


def test_a_committee_without_a_plan_of_its_own_says_so():
    document = report("DNHS", "2024")
    assert text(plan_hierarchy.own_words(document)) == "Nämnden har ingen egen plantext bland underlagen."
    assert text(plan_hierarchy.content(document)) == (
        "Nämnden har ingen egen plan bland underlagen. Målen ur regionens Mål och budget står under Mål."
    )
    assert "– Mål och budget 2024–2028 ger nämnden 14 mål att bidra till." in text(plan_first_page.in_brief(document))


def test_goals_name_who_else_carries_them():
    table = plan_goals.goals(report("DNKT", "2024"))
    goals = [row for row in table.rows if row.role == "body"]
    assert len(goals) == 9
    assert goals[3].cells[1].text == "Regionstyrelsen; Kultur och skola"
    assert text(plan_goals.goals(report("RS", "2018"))) == (
        "Det finns ingen regional plan för 2018 bland underlagen som ger nämnden mål."
    )


def test_the_matrix_marks_with_symbol_and_word():
    table = plan_goals.matrix(report("REGION", "2024"))
    assert [column.key for column in table.columns[1:]] == [
        *("RS", "DNHS", "DNADH", "DNPSH", "DNNSVH", "DNKS", "DNKT", "DNRGS")
    ]
    row = next(row for row in table.rows if row.key == "5.1")
    assert [(cell.text, cell.symbol) for cell in row.cells[1:]] == [
        *[("Ja", "circle"), *[("–", "")] * 4, ("Ja", "circle"), *[("–", "")] * 2]
    ]
    # The document's own numbers, added up: 21 + 14 + 15 + 14 + 15 + 12 + 9 + 8.
    assert sum(cell.text == "Ja" for row in table.rows for cell in row.cells) == 108


def test_indicators_come_from_the_plan_in_a_year_without_targets():
    table = plan_goals.indicators(report("RS", "2022"))
    assert len([row for row in table.rows if row.role == "body"]) == 10
    assert text(plan_goals.indicators(report("RS", "2018"))) == (
        "Det finns inga indikatorer eller målvärden för 2018 bland underlagen."
    )


def test_printed_tables_keep_their_unit_and_their_house_sign():
    table = plan_budget.operating(report("RS", "2022"))
    assert [[cell.text for cell in row.cells] for row in table.rows][-1] == ["Nettobudget", "−453,1", "−148,4", "−48,2"]
    assert table.rows[-1].role == "total"
    (cells,) = {cell.origin for cell in table.rows[-1].cells[1:]}
    assert cells[0][:2] == ("params/plans/2022.yml", "driftbudget")


def test_what_a_plan_lacks_is_said():
    document = report("RS", "2018")
    assert text(plan_budget.operating(document)) == "Driftbudgeten finns inte bland underlagen."
    assert text(plan_budget.investments(document)) == "Investeringsbudgeten finns inte bland underlagen."
    assert text(plan_budget.investment_plan(document)) == "Planen har ingen investeringsplan."
    assert text(plan_budget.tax_rate(document)) == "Planen anger ingen skattesats."
    assert text(plan_budget.frames_chart(document)) == "Planen anger inte budgetramar för flera år."
    assert text(plan_sources.workbooks(document)) == (
        "Arbetsböcker\nInga arbetsböcker har lästs: allt i dokumentet står i planen."
    )


def test_the_frames_are_shown_in_the_unit_that_the_plan_prints():
    rows = plan_budget.frames(report("RS", "2018")).rows
    assert [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in rows] == [["Regionkontoret", "344 295"]]
    rows = plan_budget.frames(report("REGION", "2024")).rows
    assert [cell.text for cell in rows[-1].cells] == ["Skillnad", "+2", "+1", "0", "−1", "+1"]


def test_the_operating_budget_of_a_workbook_stands_by_class_and_by_activity():
    budget = source_table("""
        committee  activity   account_class      amount
        DNKS       Bibliotek  Intäkter           10000000
        DNKS       Bibliotek  Personalkostnader  -60000000
    """)
    by_class, by_activity = plan_budget.operating(report("DNKS", "2024", operating_budget=budget))
    assert [[cell.text for cell in row.cells] for row in by_class.rows] == [
        ["Intäkter", "10,0"],
        ["Personalkostnader", "−60,0"],
        ["Nettokostnad", "−50,0"],
    ]
    assert [cell.text for cell in by_activity.rows[0].cells] == ["Bibliotek", "10,0", "−60,0", "−50,0"]
    empty = plan_budget.operating(report("DNKS", "2024", operating_budget=budget.where(committee="DNHS")))
    assert text(empty) == "Driftbudgeten för 2024 har inga rader för nämnden."


def test_the_tax_rate_has_two_decimals():
    assert text(plan_budget.tax_rate(report("REGION", "2024"))) == (
        "Skattesatsen för 2024 är 11,40 procent av den beskattningsbara inkomsten."
    )


def test_a_follow_up_is_told_in_brief(followed):
    assert text(plan_statuses.in_brief(followed)) == (
        "I korthet\n"
        "– Planen följs upp med 3 aktiviteter. Status: klart 1, försenat 1 och status saknas 1.\n"
        "– Flest försenade eller avförda finns i 2, Konkurrenskraft: 1.\n"
        "– 1 av 3 aktiviteter saknar status i underlaget."
    )
    assert [tile.main.text for tile in plan_statuses.tiles(followed).tiles] == ["1 av 3", "0 av 3", "1 av 3", "1 av 3"]


def test_what_went_otherwise_than_planned_comes_first_and_what_is_unknown_is_said(followed):
    table = plan_statuses.worse(followed)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Export"],
        ["Forum", "2.1.1", "Försenat", "Strateg", "Ny tidsplan."],
    ]
    assert text(plan_statuses.missing(followed)) == "Status saknas i underlaget\n– 1.1.1 Forum"


def test_every_status_is_symbol_and_word(followed):
    blocks = plan_statuses.everything(followed)
    cells = [row.cells[2] for block in blocks[:2] for row in block.rows if row.role == "body"]
    assert [(cell.text, cell.symbol) for cell in cells] == [
        ("Status saknas", "ring"),
        ("Klart", "circle"),
        ("Försenat", "triangle"),
    ]
    assert text(blocks[2]) == "Delmål 3: Ekonomi\nPlanen har inga aktiviteter under denna punkt."


def test_counts_per_part_end_with_the_whole(followed):
    rows = [[cell.text for cell in row.cells] for row in plan_statuses.counts(followed).rows]
    assert rows[0] == ["1 Attraktivitet", "2", "1", "0", "0", "0", "0", "1"]
    assert rows[-1] == ["Hela planen", "3", "1", "0", "1", "0", "0", "1"]


def test_a_follow_up_where_all_went_well_says_so(followed):
    fine = source_table(STATUSES.replace("delayed", "done") + "    1.1.1   Forum   done     .            .\n")
    document = replace(followed, sources=SimpleNamespace(**{**vars(followed.sources), "plan_statuses": fine}))
    assert text(plan_statuses.worse(document)).endswith("Inget i planen är försenat eller avfört.")
    assert text(plan_statuses.missing(document)).endswith("Allt i planen har en status.")

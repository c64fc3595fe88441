"""Plan documents: the blocks that a plan becomes, on a small plan and on the region's real ones."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from plan_texts import plan_of
from tables import source_table

from followup.document.cells import Cell
from followup.document.plain import block_text
from followup.ground.period import Period
from followup.params.calendar import ReportKind
from followup.params.loading import load_params
from followup.params.subject import Subject
from followup.reports.plan import PlanReport
from followup.sections.plan import (
    budget as plan_budget,
)
from followup.sections.plan import (
    entries,
)
from followup.sections.plan import (
    first_page as plan_first_page,
)
from followup.sections.plan import (
    goals as plan_goals,
)
from followup.sections.plan import (
    hierarchy as plan_hierarchy,
)
from followup.sections.plan import (
    register as plan_register,
)
from followup.sections.plan import (
    sources as plan_sources,
)
from followup.sections.plan import (
    statuses as plan_statuses,
)
from followup.sections.plan.entries import label_of


def report(committee: str, period: str, plan=None, **tables) -> PlanReport:
    """A document on made-up workbooks; `plan` takes the place of the committee's own."""
    params = load_params()
    month = Period.parse(period)
    kind = ReportKind("", "Verksamhetsplan", "", "", "plan", f"Verksamhetsplan {month.year}")
    if plan is not None:
        others = tuple(one for one in params.all_plans if (one.owner, one.year) != (plan.owner, plan.year))
        params = params.model_copy(update={"all_plans": (*others, plan)})
    tables = {"earlier_tables": {}, **tables} if tables else tables
    sources = SimpleNamespace(
        subject=Subject(params.committees[committee], month, kind, Path("data"), params),
        is_example=bool(tables),
        data_date=date(month.year, 1, 1),
        files=(),
        table=tables.get,
        tables=tables,
        **tables,
    )
    return PlanReport(sources)


def text(block) -> str:
    """As it is read, with plain spaces."""
    blocks = block if isinstance(block, tuple) else (block,)
    return "\n".join(block_text(one) for one in blocks).replace("\u00a0", " ")


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
    assert (cover.title, cover.status.text, cover.example) == (
        *("Verksamhetsplan 2018", "Beslut framgår inte av underlaget", False),
    )
    assert cover.handed_in == "Källa: Prov, provplanen"


def test_a_plan_is_decided_where_its_source_says_so():
    """Of the five documents one names a decider: the regional executive, in the case on the plan of 2018."""
    found = {
        (code, year): plan_first_page.cover(report(code, year)).status.text
        for code, year in (("RS", "2018"), ("RS", "2019"), ("RS", "2022"), ("RS", "2024"), ("REGION", "2024"))
    }
    assert found.pop(("RS", "2018")) == "Fastställd"
    assert set(found.values()) == {"Beslut framgår inte av underlaget"}
    assert plan_first_page.cover(report("RS", "2018")).handed_in.startswith("Beslut: regiondirektören. Källa: ")


def test_a_paper_that_is_no_plan_of_the_year_is_not_called_one():
    cover = plan_first_page.cover(report("RS", "2024"))
    assert cover.title == "Mål och budgetram 2024"
    assert cover.handed_in == (
        "Nämnden har ingen egen verksamhetsplan bland underlagen. Här står vad Mål och budget 2024–2028 ger den, och "
        "Forskning, innovation och utbildning i Region Halland. Källa: Region Halland, Forskning, innovation och "
        "utbildning i Region Halland (odaterad) och Region Halland, Mål och budget 2024–2028"
    )


def test_a_committee_without_a_plan_of_its_own_has_another_cover():
    cover = plan_first_page.cover(report("DNKS", "2024"))
    assert (cover.title, cover.status.text) == ("Mål och budgetram 2024", "Ingen egen plan")
    assert cover.handed_in == (
        "Nämnden har ingen egen plan bland underlagen. Här står vad Mål och budget 2024–2028 ger den. "
        "Källa: Region Halland, Mål och budget 2024–2028"
    )


def test_a_plan_is_told_in_brief(small):
    assert text(plan_first_page.in_brief(small)) == (
        "I korthet\n"
        "– Provplan innehåller också 2 delmål och 2 prioriteringar. De följs upp genom de poster som ligger under "
        "dem.\n"
        "– Planen anger ingen budgetram för 2018."
    )


def test_what_the_tile_counts_and_what_is_below_it_are_the_whole_plan() -> None:
    document = report("RS", "2022")
    (tile, *_) = plan_first_page.tiles(document).tiles
    (size, *_) = plan_first_page.in_brief(document).items
    counted = [
        sum(int(part.text) for sentence in sentences for part in sentence if isinstance(part, Cell))
        for sentences in (tile.lines, [size])
    ]
    # The plan of 2022 has 81 entries: 51 that are followed, and 30 that have entries below them.
    assert counted == [51, 30]
    assert len(document.plan.nodes) == 81


def test_the_plan_of_2018_is_told_with_its_frame():
    # The tile says it: nothing is said twice on the page.
    assert "344,3" not in text(plan_first_page.in_brief(report("RS", "2018")))
    assert [tile.main.text.replace("\u00a0", " ") for tile in plan_first_page.tiles(report("RS", "2018")).tiles] == [
        "381",
        "344,3 mnkr",
    ]


def test_a_plan_without_a_frame_shows_its_operating_budget():
    # 453,1 + 148,4 + 48,2
    tile = next(tile for tile in plan_first_page.tiles(report("RS", "2022")).tiles if "Driftbudget" in tile.label)
    assert (tile.label, tile.main.text.replace("\u00a0", " ")) == ("Driftbudget 2022, nettokostnad", "649,7 mnkr")
    assert "budgetram" not in text(plan_first_page.in_brief(report("RS", "2022"))).lower()


def test_the_hierarchy_is_a_heading_and_a_table_for_each_outermost_entry(small):
    blocks = plan_hierarchy.tree(small)
    assert [(block.id, block.text) for block in blocks if block.kind == "heading"] == [
        ("plan-2018-1", "Delmål 1: Attraktivitet"),
        ("plan-2018-2", "Delmål 2: Konkurrenskraft"),
        ("plan-2018-3", "Delmål 3: Ekonomi"),
    ]
    _, first, _, second, _, third = blocks
    assert first.caption == "Prioriteringar med aktiviteter"
    assert [row.cells[0].text for row in first.rows] == ["Bredband", "Landsbygd"]
    assert first.rows[0].cells[1].prose == [{"ul": [[{"p": ["Forum (Från MoB 2018)"]}], [{"p": ["Modell"]}]]}]
    assert first.rows[1].cells[1].text == "–"
    assert second.rows[0].cells[0].text == "Export (se beskrivningsfält)"
    assert text(third) == "Planen anger inget under denna punkt."


def test_a_plan_of_five_levels_has_a_table_for_each_entry_of_its_second():
    heading, first, second, following = plan_hierarchy.tree(report("RS", "2018"))[:4]
    assert (heading.text, following.text) == ("Delmål 1.1: Hög attraktivitet", "Delmål 1.2: Stark konkurrenskraft")
    assert first.caption == "Prioriteringsområde 1.1.1: Halland en region med god tillgänglighet"
    assert second.caption == (
        "Prioriteringsområde 1.1.2: Halland, en region som erbjuder attraktiva och socialt hållbara mötesplatser, "
        "boende- och livsmiljöer"
    )
    groups = [row.cells[0].text for row in first.rows if row.role == "group"]
    assert "God tillgång till bredband med hög hastighet" in groups
    broadband = first.rows[[row.cells[0].text for row in first.rows].index(groups[-1]) + 1 :]
    assert len(broadband[0].cells[1].prose[0]["ul"]) == 3
    assert [cell.text for cell in broadband[1].cells] == [
        "Bidra till bredbandsutveckling på strategisk nivå inom RSS",
        "–",
    ]


def test_a_long_list_goes_on_in_a_row_of_its_own():
    """28 activities of one commitment in the plan of 2018: twelve, twelve and four."""
    rows = {row.key: row for block in plan_hierarchy.tree(report("RS", "2018")) for row in getattr(block, "rows", ())}
    parts = [rows[key] for key in ("1.5.1.1.2", "1.5.1.1.2-12", "1.5.1.1.2-24")]
    assert [len(row.cells[1].prose[0]["ul"]) for row in parts] == [12, 12, 4]
    assert [row.cells[0].text.endswith(" (fortsättning)") for row in parts] == [False, True, True]


def test_what_skips_the_second_level_has_a_table_of_its_own():
    blocks = {block.id: block for block in plan_hierarchy.tree(report("RS", "2018"))}
    assert blocks["plan-2018-1-4-direkt-tabell"].caption == "Utan prioriteringsområde"
    # The ninth objective has one entry, and nothing below that: a list is enough.
    assert text(blocks["plan-2018-1-9-text"]).startswith("– ")
    assert "plan-2018-1-9-tabell" not in blocks


def test_the_outermost_entries_of_every_plan_stand_in_the_contents():
    for committee, year in (("RS", 2018), ("RS", 2019), ("RS", 2022), ("RS", 2024), ("REGION", 2024)):
        document = report(committee, str(year))
        headings = [one.text for one in plan_hierarchy.tree(document) if one.kind == "heading" and one.level == 3]
        roots = [(plan, root) for plan in document.plans for root in plan.roots]
        assert headings == [entries.title_of(plan, root) for plan, root in roots]


def test_every_entry_of_every_plan_is_shown():
    for committee, year in (("RS", 2018), ("RS", 2019), ("RS", 2022), ("RS", 2024), ("REGION", 2024)):
        document = report(committee, str(year))
        shown = str([block.as_json() for block in plan_hierarchy.tree(document)])
        for plan in document.plans:
            for node in plan.nodes:
                # JSON of a text, as it stands inside another.
                assert repr(node.name)[1:-1] in shown, (plan.stem, node.code)


def test_a_plan_whose_entries_have_texts_is_running_text():
    about, heading, own, goal, *_ = plan_hierarchy.tree(report("REGION", "2024"))
    # What a focus area is stands beside them, and not among the chapters.
    assert (about.title, text(about).startswith("Fokusområden\nRegion Hallands fokusområden 2024–2028 är områden")) == (
        *("Fokusområden", True),
    )
    assert "Fokusområden" not in [
        block.text for block in plan_hierarchy.chapters(report("REGION", "2024")) if block.kind == "heading"
    ]
    assert heading.text == "Fokusområde 1: Accelerera digital transformation"
    assert (own.title, goal.title) == ("", "Mål: Smartare och enklare digital vardag")


def test_a_level_between_has_a_heading_of_its_own():
    found = plan_hierarchy.tree(report("RS", "2022"))
    levels = [block.level for block in found if block.kind == "heading"]
    # Seven focus areas, a section of Mål och budget, two of the plan, and what its introduction says is done. A joint
    # assignment has a heading where there is something below it.
    assert levels.count(3) == 11
    assert next(block.text.split(":")[0] for block in found if getattr(block, "level", 0) == 4) == (
        "Regiongemensamt uppdrag"
    )


def test_what_skips_a_level_has_a_line_of_its_own():
    """Section 5 of the plan of 2022: 3.2 and 3.3, 4.6 and 4.7, and 8.6 have no joint assignment above them."""
    found = plan_hierarchy.tree(report("RS", "2022"))
    lines = [place for place, block in enumerate(found) if getattr(block, "text", "").startswith("Direkt under")]
    assert [(found[place].text, found[place + 1].title.split(": ")[1].split(" (")[0]) for place in lines] == [
        (
            "Direkt under 3 Innovation och smart specialisering, utan regiongemensamt uppdrag",
            "Fler kunskapsintensiva företag och jobb i regionen",
        ),
        (
            "Direkt under 4 Grön omställning, utan regiongemensamt uppdrag",
            "Hallands klimatavtryck ska minska",
        ),
        (
            "Direkt under 8 Förutsättningar för verksamhetens genomförande, utan regiongemensamt uppdrag",
            "Slutföra arbetet med framtagande av en långsiktig strategisk lokalförsörjningsplan",
        ),
    ]


FOUR_LEVELS = """
    year: 2018
    owner: RS
    title: Provplan
    source: Prov, provplanen
    decided: {by: nämnden, on: "2017-12-06", place: Protokollet}
    levels:
      - {code: delmal, name: Delmål, plural: Delmål}
      - {code: prioritering, name: Prioritering, plural: Prioriteringar}
      - {code: atagande, name: Åtagande, plural: Åtaganden}
      - {code: aktivitet, name: Aktivitet, plural: Aktiviteter}
    followed: aktivitet
    scale: assignment
    remarks:
      - {kind: misprint, text: En stjärna förklaras inte., place: "1.1"}
      - {kind: left_out, text: Underskriften är utelämnad.}
    nodes:
      - code: "1"
        name: Attraktivitet
        children:
          - code: "1.1"
            name: Bredband
            note: märkt med * i planen
            children:
              - {code: "1.1.1", name: Forum, children: [{code: "1.1.1.1", name: Möte, printed: Möta}]}
          - {code: "1.2", name: Landsbygd}
          - {code: "1.3", name: Buss, level: atagande}
          - {code: "1.4", name: Tåg, level: aktivitet, carried_over: Från MoB 2018}
"""


def test_what_skips_a_level_in_a_table_has_a_line_of_its_own():
    table = plan_hierarchy.tree(report("RS", "2018", plan_of(FOUR_LEVELS)))[1]
    assert [(row.role, *[cell.text for cell in row.cells]) for row in table.rows] == [
        ("group", "Bredband (märkt med * i planen)"),
        ("body", "Forum", "– Möte"),
        # A group without rows would read as the heading of the next.
        ("group", "Landsbygd"),
        ("body", "Inga åtaganden", "–"),
        ("group", "Direkt under 1 Attraktivitet, utan prioritering"),
        ("body", "Buss", "–"),
        ("body", "Tåg (Från MoB 2018)", "–"),
    ]


def test_an_entry_that_others_carry_than_what_it_lies_below_says_so():
    carried = FOUR_LEVELS.replace("name: Möte,", "name: Möte, committees: [DNKS],")
    carried = carried.replace("name: Attraktivitet", "name: Attraktivitet\n        committees: [RS]")
    table = plan_hierarchy.tree(report("RS", "2018", plan_of(carried)))[1]
    assert [cell.text for cell in table.rows[1].cells] == ["Forum", "– Möte – DNKS", "RS"]


def test_what_skips_a_level_has_a_line_of_its_own_in_the_register_and_is_counted_apart():
    rows = source_table("""
        node     name  status  responsible  comment
        1.1.1.1  Möte  done    .            .
        1.4      Tåg   done    .            .
    """)
    document = report("RS", "2018-12", plan_of(FOUR_LEVELS), plan_statuses=rows)
    _, table = plan_register.everything(document)
    assert [(row.role, row.cells[0].text) for row in table.rows] == [
        ("group", "Forum"),
        ("body", "1.1.1.1 Möte"),
        ("group", "Direkt under 1 Attraktivitet"),
        ("body", "1.2 Landsbygd"),
        ("group", "Direkt under 1 Attraktivitet, utan prioritering"),
        ("body", "1.3 Buss"),
        ("group", "Direkt under 1 Attraktivitet, utan prioritering eller åtagande"),
        ("body", "1.4 Tåg (Från MoB 2018)"),
    ]
    counted = plan_statuses.lower_levels(document)
    assert counted.rows[1].cells[0].text == "Bredband (märkt med * i planen)"
    # 1.2, 1.3 and 1.4, which no priority counts.
    assert [cell.text for cell in counted.rows[-1].cells][:3] == ["Direkt under 1", "3", "1"]


def test_remarks_stand_by_kind_and_other_printed_wordings_beside_the_names():
    document = report("RS", "2018", plan_of(FOUR_LEVELS))
    remarks, printed = plan_sources.remarks(document)
    assert [[cell.text for cell in row.cells] for row in remarks.rows] == [
        ["Utelämnat"],
        ["Underskriften är utelämnad.", "–"],
        ["Tryckfel och oklarheter"],
        ["En stjärna förklaras inte.", "1.1"],
    ]
    assert [[cell.text for cell in row.cells] for row in printed.rows] == [["1.1.1.1 Möte", "Möta"]]
    assert printed.notes == ("Underlaget har bara den tryckta formen.",)
    _, placed = plan_sources.remarks(report("RS", "2022"))
    assert len(placed.rows) == 7
    assert [cell.text for cell in placed.rows[5].cells] == [
        "8.1.3 Strukturera informationstillgångar",
        "Strukturerera informationstillgångar",
        "Bilagan",
    ]
    table = plan_sources.documents(document)
    assert table.rows[0].cells[2].text.replace("\u00a0", " ") == "Av nämnden den 6 december 2017 (Protokollet)"
    assert plan_sources.remarks(report("DNKS", "2024")) == ()


def test_a_text_that_only_says_the_name_once_more_is_not_shown():
    found = {block.id: block for block in plan_hierarchy.tree(report("RS", "2022"))}
    assert "plan-2022-4-1-text" not in found
    # "Under perioden" stands in the name alone.
    assert text(found["plan-2022-8-2-text"]).startswith("Region Hallands förvaltningar ska tillsammans arbeta med")


def test_the_size_of_a_plan_is_a_table_with_its_sum(small):
    rows = [[cell.text for cell in row.cells] for row in plan_hierarchy.size(small).rows]
    assert rows == [
        ["1 Attraktivitet", "2", "2", "3"],
        ["2 Konkurrenskraft", "1", "1", "1"],
        ["3 Ekonomi", "0", "0", "1"],
        ["Hela planen", "3", "3", "5"],
    ]


def test_the_size_of_a_plan_has_the_count_of_its_first_page_and_says_what_is_not_in_it() -> None:
    table = plan_hierarchy.size(report("RS", "2022"))
    followed = {row.key: row.cells[-1].text for row in table.rows}
    assert table.columns[-1].label == "Följs upp"
    assert (followed["I.1"], followed["K"], followed["summa"]) == ("1", "4", "51")
    assert table.notes == (
        "”Följs upp” räknar också delen själv där inget står under den.",
        "Genom det som står under följs 19 regiongemensamma uppdrag och 1 avsnitt i kvalitetsstyrningen upp.",
    )


def test_a_committee_without_a_plan_of_its_own_says_so_once():
    document = report("DNHS", "2024")
    assert text(plan_hierarchy.own_words(document)) == (
        "Nämnden har ingen egen plan bland underlagen. Dess mål och budgetram kommer ur Mål och budget 2024–2028."
    )
    assert plan_hierarchy.content(document) == ()
    assert "ingen egen plan" not in text(plan_first_page.in_brief(document))
    assert (
        "– Mål och budget 2024–2028 ger nämnden mål inom Accelerera digital transformation (3), Attraktiva och "
        "hållbara livsmiljöer (2), Utbildning, kompetens och jämlik hälsa (3), Nära och sammanhållen vård (3) och "
        "Styrning utifrån kunskap och kvalitet inom hälso- och sjukvård (3)."
    ) in text(plan_first_page.in_brief(document))


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
    heading, table = plan_budget.operating(report("RS", "2022"))
    assert heading.text == "Driftbudget"
    assert table.caption == "Driftbudget 2022"
    # 453,1 + 148,4 + 48,2 = 649,7, which the first page has.
    printed = ["Nettobudget", "−453,1", "−148,4", "−48,2"]
    assert [[cell.text for cell in row.cells] for row in table.rows][-1] == [*printed, "−649,7"]
    assert (table.columns[-1].label, table.notes[0]) == ("Summa", "Summan av kolumnerna är beräknad.")
    assert table.rows[-1].role == "total"
    assert {part[:2] for cell in table.rows[-1].cells[1:] for part in cell.origin} == {
        ("params/plans/2022.tables.yml", "driftbudget")
    }


def test_printed_investments_are_summed_where_every_row_has_an_amount() -> None:
    heading, table = plan_budget.investments(report("RS", "2022"))
    assert (heading.text, table.caption) == ("Investeringsbudget", "Investeringsbudget 2022")
    # 1,3 + 20 + 5 + 8 + 3 + 9,7 + 41,3 + 0,2 + 1,8; 1,4 + 18 + 10 + 0 + 3 + 3,4 + 20,1 + 0,2 + 0,5;
    # 0 + 0 + 15 + 0 + 0 + 3,4 + 37,8 + 0,2 + 0,5.
    assert [cell.text for cell in table.rows[-1].cells] == ["Summa", "–", "90,3", "56,6", "56,9"]
    assert (table.rows[-1].role, table.notes[0]) == ("total", "Summan av raderna är beräknad.")


def test_the_exception_from_the_signs_is_named_where_there_is_one() -> None:
    told = "Tabellen Beslut som ändrar budgeten är ett undantag: där står beloppen som i besluten"
    assert told in text(plan_sources.reading_rules(report("RS", "2018")))
    assert told not in text(plan_sources.reading_rules(report("RS", "2022")))


def test_what_a_plan_lacks_is_said_once():
    document = report("RS", "2018")
    assert plan_budget.operating(document) == plan_budget.investments(document) == ()
    assert (
        text(plan_budget.absent(document)) == "Underlagen för 2018 har ingen driftbudget och ingen investeringsbudget."
    )
    assert text(plan_budget.absent(report("RS", "2019"))) == (
        "Underlagen för 2019 har ingen driftbudget, ingen investeringsbudget och ingen budgetram."
    )
    assert plan_budget.tables(report("RS", "2019")) == ()
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


def test_a_committee_sees_its_own_frame_over_the_years():
    table = plan_budget.frames(report("DNKS", "2024"))
    assert table.caption == "Nämndens budgetram 2024–2028"
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Driftnämnd Kultur och skola", "183", "191", "197", "203", "209"]
    ]
    rows = plan_budget.frames(report("RS", "2024")).rows
    # 952 + 3 692, 980 + 3 942, …
    assert [cell.text.replace("\u00a0", " ") for cell in rows[-1].cells] == [
        *("Summa av raderna", "4 644", "4 922", "5 187", "5 446", "5 715")
    ]


def test_the_decision_on_the_school_of_art_stands_with_its_calculation_and_its_reasons():
    table, frame, reasons = plan_budget.changes(report("RS", "2018"))
    assert table.caption == "Beslut som ändrar budgeten, med belopp och beräkning"
    assert [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows][5:] == [
        ["Tillskott 2018", "800", "Katrinebergs folkhögskola (Driftnämnd Kultur och skola)"],
        ["Ytterligare tillskott 2019", "800", "Katrinebergs folkhögskola (Driftnämnd Kultur och skola)"],
        ["Finansiering", "", "Regionstyrelsens medel för oförutsedda kostnader"],
        ["Personal (1,5 tjänst varav 1 linjeledare)", "945", "Beräkning"],
        ["Lokaler (250 kvm)", "450", ""],
        ["Grundutrustning", "200", ""],
        ["Gästlärare", "315", ""],
        ["Avgår ”egen finansiering”", "−300", ""],
        ["Nettokostnad enligt beräkningen", "1 610", ""],
    ]
    assert table.rows[0].cells[0].text == "Hallands Konstskola, beslutat 2017 av Regionstyrelsen"
    # Clauses 1 to 3, and who prepared the case.
    assert [[cell.text for cell in row.cells] for row in table.rows[3:5]] == [
        ["Beslutspunkt 3", "", "finansiering sker från regionstyrelsens medel för oförutsedda kostnader"],
        ["Berett av", "", "Regionstyrelsens tillväxtutskott"],
    ]
    assert "945 + 450 + 200 + 315 − 300 = 1 610 tkr" in " ".join(table.notes).replace("\u00a0", " ")
    assert text(frame).startswith("Budgetram efter beslut\nBudgetramen är 344 295 tkr. Utanför ramen: Hallands Konst")
    assert (reasons.title, "Fria Målarskolan (1973-2015)" in text(reasons)) == ("Ur ärendet Hallands Konstskola", True)
    # The next year's document has the decision, not its reasons once more; a year without any says so.
    assert len(plan_budget.changes(report("RS", "2019"))) == 2
    assert text(plan_budget.changes(report("DNKS", "2024"))) == (
        "Inget beslut bland underlagen ändrar budgeten för 2024."
    )


def test_the_operating_budget_of_a_workbook_stands_by_class_and_by_activity():
    budget = source_table("""
        committee  activity   account_class      amount
        DNKS       Bibliotek  Intäkter           10000000
        DNKS       Bibliotek  Personalkostnader  -60000000
    """)
    _, by_class, by_activity = plan_budget.operating(report("DNKS", "2024", operating_budget=budget))
    assert [[cell.text for cell in row.cells] for row in by_class.rows] == [
        ["Intäkter", "10,0"],
        ["Personalkostnader", "−60,0"],
        ["Nettokostnad", "−50,0"],
    ]
    assert [cell.text for cell in by_activity.rows[0].cells] == ["Bibliotek", "10,0", "−60,0", "−50,0"]
    empty = plan_budget.operating(report("DNKS", "2024", operating_budget=budget.where(committee="DNHS")))
    assert text(empty) == "Driftbudget\nDriftbudgeten för 2024 har inga rader för nämnden."


def test_the_tax_rate_has_two_decimals():
    assert text(plan_budget.tax_rate(report("REGION", "2024"))) == (
        "Skattesatsen för 2024 är 11,40 procent av den beskattningsbara inkomsten."
    )


def test_a_follow_up_is_told_in_brief(followed):
    assert text(plan_statuses.in_brief(followed)) == (
        "I korthet\n"
        "– 1 av 5 poster har status klart eller enligt plan.\n"
        "– Flest avvikelser från planen finns i 2 Konkurrenskraft: 1 post."
    )
    assert [tile.main.text for tile in plan_statuses.tiles(followed).tiles] == ["1 av 5", "0 av 5", "1 av 5", "3 av 5"]


@pytest.mark.parametrize(
    ("february", "compared"),
    [
        # One of five now; two of five, none, and one of five before.
        ("1.1.1  .  on_schedule  .  .\n 1.1.2  .  done  .  .", ", en färre än i februari."),
        ("1.1.2  .  delayed  .  .", ", en fler än i februari."),
        ("2.1.1  .  done  .  .", ", lika många som i februari."),
    ],
)
def test_a_follow_up_is_compared_with_the_one_before(february, compared):
    earlier = {Period(2018, 2): source_table(f"node  name  status  responsible  comment\n{february}")}
    one = report("RS", "2018-12", plan_of(), plan_statuses=source_table(STATUSES), earlier_tables=earlier)
    assert text(plan_statuses.in_brief(one)).split("\n")[1] == (
        f"– 1 av 5 poster har status klart eller enligt plan{compared}"
    )


def test_the_region_s_plan_is_told_by_what_becomes_of_its_frames():
    """The rows of Mål och budget 2024–2028: 13 528 in 2024 and 15 134 in 2028. The tile counts goals and areas."""
    assert text(plan_first_page.in_brief(report("REGION", "2024"))) == (
        "I korthet\n– Nämndernas budgetramar är tillsammans 15 134 miljoner kronor 2028, 1 606 miljoner kronor mer än "
        "2024."
    )


def test_a_frame_of_nothing_is_told_by_what_it_means():
    """Regionservice lives on what it sells: its frame in Mål och budget 2024–2028 is 0."""
    assert "– Att budgetramen för 2024 är noll betyder att intäkterna ska täcka kostnaderna." in (
        text(plan_first_page.in_brief(report("DNRGS", "2024")))
    )


def test_what_went_otherwise_than_planned_comes_first_and_what_is_unknown_is_said(followed):
    table = plan_register.worse(followed)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Delmål 2: Konkurrenskraft"],
        ["2.1.1 Forum", "Försenat", "Strateg", "Ny tidsplan."],
    ]
    assert text(plan_register.missing(followed)) == (
        "Status saknas i underlaget\n– 1.1.1 Forum (Från MoB 2018)\n– 1.2 Landsbygd\n– 3 Ekonomi"
    )


def test_every_status_is_symbol_and_word(followed):
    blocks = plan_register.everything(followed)
    cells = [row.cells[1] for block in blocks[1::2] for row in block.rows if row.role == "body"]
    assert [(cell.text, cell.symbol) for cell in cells] == [
        ("Status saknas", "ring"),
        ("Klart", "circle"),
        ("Status saknas", "ring"),
        ("Försenat", "triangle"),
        ("Status saknas", "ring"),
    ]
    # What nothing lies below is followed where it stands.
    assert [row.cells[0].text for row in blocks[5].rows] == ["3 Ekonomi"]
    # What is delayed has its comment above, with the others of its kind.
    (row,) = [row for row in blocks[3].rows if row.key == "2.1.1"]
    assert row.cells[2].text == "Strateg"
    assert blocks[3].notes == ("Kommentarerna till det som avviker från planen står för sig ovan.",)


def test_counts_per_part_end_with_the_whole(followed):
    rows = [[cell.text for cell in row.cells] for row in plan_statuses.counts(followed).rows]
    assert rows[0] == ["1 Attraktivitet", "3", "1", "0", "0", "0", "0", "2"]
    assert rows[-1] == ["Hela planen", "5", "1", "0", "1", "0", "0", "3"]


def test_what_stands_right_below_an_outermost_entry_is_counted_beside_its_parts(followed):
    rows = [[cell.text for cell in row.cells] for row in plan_statuses.lower_levels(followed).rows]
    assert rows[:3] == [
        ["Delmål 1: Attraktivitet"],
        ["Bredband", "2", "1", "0", "0", "0", "0", "1"],
        ["Direkt under 1", "1", "0", "0", "0", "0", "0", "1"],
    ]


def test_a_part_that_is_assessed_as_a_whole_stands_beside_what_became_of_its_parts(followed):
    assert plan_register.assessed(followed) == ()
    statuses = source_table(STATUSES + "    1       .       delayed  Chef         .\n")
    document = replace(followed, sources=SimpleNamespace(**{**vars(followed.sources), "plan_statuses": statuses}))
    heading, table = plan_register.assessed(document)
    assert heading.text == "Bedömt som helhet"
    assert table.caption == "Bedömningen av helheten, och vad som har blivit av delarna"
    assert [cell.text for cell in table.rows[0].cells] == [
        "Delmål 1 Attraktivitet",
        "Försenat",
        "Klart: 1 av 3; Status saknas: 2 av 3",
        "Chef",
    ]


def test_a_follow_up_where_all_went_well_says_so(followed):
    rest = "".join(f"    {code}   .   done   .   .\n" for code in ("1.1.1", "1.2", "3"))
    fine = source_table(STATUSES.replace("delayed", "done") + rest)
    document = replace(followed, sources=SimpleNamespace(**{**vars(followed.sources), "plan_statuses": fine}))
    assert text(plan_register.worse(document)).endswith("Inget i planen har status försenat eller avfört.")
    assert text(plan_register.missing(document)).endswith("Allt i planen har en status.")


def test_a_year_that_the_name_says_is_not_said_again():
    plan = plan_of(
        FOUR_LEVELS.replace("name: Landsbygd", 'name: Landsbygd, due: "2018"').replace(
            "name: Buss,", 'name: Buss 2018, due: "2018",'
        )
    )
    names = {node.code: label_of(node) for node in plan.nodes}
    assert (names["1.2"], names["1.3"]) == ("Landsbygd (senast 2018)", "Buss 2018")

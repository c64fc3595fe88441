"""The plan of 2018 against its document, a planning system's export whose counts were taken from its printed text."""

from __future__ import annotations

import pytest

from followup.params.loading import load_params


@pytest.fixture(scope="module")
def plan():
    return load_params().plans[2018]


def test_every_cell_of_the_table_is_a_node(plan) -> None:
    counts = {level.code: len(plan.nodes_at(level.code)) for level in plan.levels}
    assert counts == {
        # 1.1 to 1.9; 1.10 and 1.11 are not called objectives.
        "delmal": 9,
        "avsnitt": 2,
        "prioriteringsomrade": 19,
        "prioritering": 83,
        "forvaltningens_vp": 174,
        "aktivitet": 301,
    }
    # The activities, and the entries without any: 67 and 13 as counted below.
    assert len(plan.followed_nodes) == 301 + 67 + 13 == 381
    assert plan.find("1.9.0.1").name == "Budgetramen ska hållas"
    assert {"1.9.0.1", "1.4.0.1.1", "1.10.1.1.1"} <= {node.code for node in plan.followed_nodes}


def test_empty_cells_are_nodes_without_children(plan) -> None:
    """59 empty activity cells in print, two at a line's end and six at a page's; nine, one and three of priorities."""
    lines = plan.nodes_at("forvaltningens_vp")
    assert sum(not node.children for node in lines) == 59 + 2 + 6
    priorities = plan.nodes_at("prioritering")
    assert sum(not node.children for node in priorities) == 9 + 1 + 3


def test_objectives_have_the_numbers_of_the_document(plan) -> None:
    assert [node.code for node in plan.roots] == [f"1.{number}" for number in range(1, 12)]
    activities = [sum(one.level == "aktivitet" for one in node.descendants()) for node in plan.roots]
    assert activities == [58, 75, 45, 36, 35, 20, 6, 14, 0, 1, 11]


def test_priorities_without_an_area_skip_the_level(plan) -> None:
    skipped = [node for node in plan.nodes if node.level == "prioritering" and len(node.ancestors) == 1]
    assert [(node.code, node.name) for node in skipped] == [
        ("1.4.0.1", "Hjärtsjukvård"),
        ("1.4.0.2", "Kärlkirurgi"),
        ("1.5.0.1", "Primärvård läkarbesök"),
        ("1.5.0.2", "Patienter 65 år och äldre som återinskrivs inom 30 dagar"),
        ("1.7.0.1", "Primärvård läkarbesök"),
        ("1.7.0.2", "Specialiserad sjukhusvård öppenvård"),
        ("1.7.0.3", "Specialiserad sjukhusvård slutenvård"),
        ("1.7.0.4", "Användning av digitala tjänster"),
        ("1.9.0.1", "Budgetramen ska hållas"),
    ]
    # The eight that refer to a field that the export leaves out.
    assert [node.code for node in plan.nodes if "se beskrivningsfält" in node.note] == [
        *("1.4.0.1", "1.4.0.2", "1.5.0.1", "1.5.0.2", "1.7.0.1", "1.7.0.2", "1.7.0.3", "1.7.0.4")
    ]


def test_carry_overs_and_notes_are_all_kept(plan) -> None:
    carried = [node.carried_over for node in plan.nodes if node.carried_over]
    assert sum("rån MoB" in text for text in carried) == 21
    assert sum("ktivitetskort" in text for text in carried) == 33
    assert sum(text == "Social hållbarhet 2017" for text in carried) == 29
    assert sum("*" in node.note for node in plan.nodes) == 19


@pytest.mark.parametrize(
    ("code", "ancestors", "name"),
    [
        ("1.1", (), "Hög attraktivitet"),
        ("1.1.1", ("Hög attraktivitet",), "Halland en region med god tillgänglighet"),
        (
            "1.1.1.4.1",
            (
                "Hög attraktivitet",
                "Halland en region med god tillgänglighet",
                "God tillgång till bredband med hög hastighet",
            ),
            "Följa genomförandet av bredbandsstrategin samt bidra till finansiering av utbyggnaden",
        ),
        (
            "1.1.2.6",
            (
                "Hög attraktivitet",
                "Halland, en region som erbjuder attraktiva och socialt hållbara mötesplatser, boende- och livsmiljöer",
            ),
            "En koldioxidneutral ekonomi och hållbar resurshantering",
        ),
        (
            "1.2.3.1.3.3",
            (
                "Stark konkurrenskraft",
                "Halland, en region med goda kontakter med omvärlden",
                "Strategiska allianser med viktiga aktörer i omvärlden",
                "Samarbete med högskola och akademi.",
            ),
            "Fortsatt utvecklingsarbete i samverkan med Högskolan i Halmstad kring utvecklingen av Digitalt laborativt "
            "centrum i linje med avsiktsförklaringen",
        ),
        (
            "1.3.1.1",
            ("Fler i arbete", "Halland erbjuder alla barn och unga goda och jämlika förutsättningar"),
            "En god start i livet",
        ),
        (
            "1.6.1.5",
            (
                "Arbetar med ständig förbättring för bättre hälsa hos invånarna",
                "Utveckling med utgångspunkt i utbildning och forskning",
            ),
            "Arbeta aktivt med ordnat införande av ny kunskap och innovationer samt med ordnat utmönstrande av "
            "förlegade arbetssätt",
        ),
        (
            "1.8.1.1.3",
            (
                "Har en tydlig prioritering av hur kompetens och resurser används",
                "Uppföljning för kvalitet och en regional ekonomi i balans",
                "Styra och följa upp utifrån kvalitet, produktion och ekonomi",
            ),
            "Regiongemensam utvecklad beställarservice",
        ),
        (
            "1.10.1.3",
            ("IS/IT-policy", "Utveckla IT-miljön i enlighet med policy och verksamhetsmål"),
            "Utveckling Vårdsystem",
        ),
        (
            "1.10.1.3.1.1",
            (
                "IS/IT-policy",
                "Utveckla IT-miljön i enlighet med policy och verksamhetsmål",
                "Utveckling Vårdsystem",
                "Utveckling Journal VAS",
            ),
            "Förstudie och prioritering av vilka informationsmängder som kan levereras från VAS",
        ),
        (
            "1.11",
            (),
            "Kompetenta och engagerade medarbetare som utvecklar verksamheten - Kompetensförsörjningspolicy",
        ),
        (
            "1.11.5.2.1",
            (
                "Kompetenta och engagerade medarbetare som utvecklar verksamheten - Kompetensförsörjningspolicy",
                "Ett gott ledar- och medarbetarskap med utgångspunkt i vår värdegrund",
                "Säkerställa att cheferna kan agera tydligt och utifrån sina uppdrag",
            ),
            "Beskriva en sammanhållen process och upplägg för chef- och ledarutveckling i Region Halland",
        ),
    ],
)
def test_named_nodes_stand_word_for_word_and_in_their_place(plan, code, ancestors, name) -> None:
    node = plan.find(code)
    assert (node.name, node.ancestors) == (name, ancestors)


def test_words_that_the_columns_broke_are_whole(plan) -> None:
    names = {node.name for node in plan.nodes}
    assert (
        "Genomföra trafikförsörjningsprogrammet i nära samarbete med Hallandstrafiken, kommunerna, trafikverket mfl."
        in names
    )
    assert "Följsamhet till Nationella riktlinjer för Sjukdomsförebyggande metoder" in names
    assert "Samordna och strategiskt utveckla hälsoorienterade insatser" in names
    assert "Bevaka Sverigeförhandlingen/höghastighetsjärnvägar" in names


def test_no_page_heading_is_left(plan) -> None:
    for node in plan.nodes:
        assert "Prioriteringsområd" not in node.name, node.code
        assert "Aktiviteter Halland" not in node.name, node.code
        assert "(30)" not in node.name, node.code


def test_the_frame_is_the_decided_one(plan) -> None:
    assert plan.frame_of("RS").value == -344_295_000


def test_hallands_konstskola_is_a_decision_that_two_committees_report_on_for_two_years() -> None:
    params = load_params()
    decision = next(plan for plan in params.all_plans if plan.stem == "2018-konstskolan")
    for committee, year in (("RS", 2018), ("RS", 2019), ("DNKS", 2018), ("DNKS", 2019)):
        assert decision in params.plans_followed_by(committee, year)
    assert params.plans_of("DNKS", 2018) == []
    assert decision not in params.plans_followed_by("RS", 2022)
    assert [node.name for node in decision.roots] == list(decision.budget_changes[0].clauses)
    # The decision and the change of the budget say the same of who took it.
    assert (decision.decided.by, decision.decided.on) == ("regionstyrelsen", decision.budget_changes[0].decided_on)
    assert [(node.code, node.due, node.committees) for node in decision.followed_nodes][-3:] == [
        ("B2.2", "2019", ("RS",)),
        ("B2.3", "2019", ("DNKS",)),
        ("B3", "2018", ("RS",)),
    ]


def test_hallands_konstskola_is_a_change_of_the_budget() -> None:
    (change,) = (change for plan in load_params().all_plans if plan.year == 2018 for change in plan.budget_changes)
    assert change.prepared_by == "Regionstyrelsens tillväxtutskott"
    assert (change.title, change.committee, change.financing_committee) == ("Hallands Konstskola", "DNKS", "RS")
    assert change.financed_by == "Regionstyrelsens medel för oförutsedda kostnader"
    assert {year: amount.value for year, amount in change.amounts.items()} == {2018: -800_000, 2019: -800_000}
    assert change.level(2019).value == -1_600_000
    assert [(label, amount.value) for label, amount in change.calculation] == [
        ("Personal (1,5 tjänst varav 1 linjeledare)", -945_000),
        ("Lokaler (250 kvm)", -450_000),
        ("Grundutrustning", -200_000),
        ("Gästlärare", -315_000),
        ("Avgår ”egen finansiering”", 300_000),
    ]
    assert change.total.value == -1_610_000

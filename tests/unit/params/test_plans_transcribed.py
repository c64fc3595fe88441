"""The plans that are transcribed, held against the region's documents.

Every number here was counted or read in the document itself (headings, rows of the printed tables), not in the file
that is tested. The plan of 2018 has a test of its own.
"""

import re

import pytest

from followup.ground.paths import PROJECT
from followup.params.loading import load_params

# Level by level: how many entries the document has.
COUNTS = {
    # Headings "Fokusområde:" and "Mål:"; one goal, 5.1, has its heading without the colon.
    "2024": {"fokusomrade": 7, "mal": 21},
    # The same, borrowed.
    "2023": {"fokusomrade": 7, "mal": 21},
    # Section 5: nine entries in the first column, one of them called a section of Mål och budget and one the office's
    # own; 18 paragraphs "Region Hallands förvaltningar ska tillsammans …" in section 2 and one "Regiongemensamt
    # uppdrag"; 38 rows, of which eight hold two assignments. Section 3: its own head, internal control, 3.1, 3.2 and
    # the two activities of 3.2. The introduction says that one thing more is done in 2022.
    "2022": {
        "fokusomrade": 7,
        "avsnitt": 1,
        "avsnitt_i_planen": 1 + 1,
        "arbete": 1,
        "regionuppdrag": 18 + 1,
        "delavsnitt": 3,
        "uppdrag": 38 + 8,
        "aktivitet": 2,
    },
    # Three clauses; start, two years' pupils, staff and premises; two amounts and the school's own financing.
    "2018-konstskolan": {"beslutspunkt": 3, "uppgift": 5 + 3},
    # The list of four processes; nine headings, the last one "Ekonomi"; the headings below them; three strength areas.
    "2019": {"process": 4, "fokusomrade": 9, "uppdrag": 2 + 3 + 4 + 3 + 2 + 8 + 1 + 4 + 2, "styrkeomrade": 3},
    # The sentence "Målbilden är …" and the headings under "Exempel på aktiviteter för omställning".
    "2024-fou": {"malbild": 1, "aktivitet": 4},
}


@pytest.fixture(scope="module")
def plans():
    return {plan.stem: plan for plan in load_params(PROJECT / "params").all_plans}


@pytest.mark.parametrize("stem", COUNTS)
def test_as_many_entries_at_each_level_as_the_document_has(plans, stem):
    plan = plans[stem]
    assert {level.code: len(plan.nodes_at(level.code)) for level in plan.levels} == COUNTS[stem]
    assert len(plan.nodes) == sum(COUNTS[stem].values())


@pytest.mark.parametrize(
    ("stem", "code", "name", "ancestors"),
    [
        ("2024", "1.1", "Smartare och enklare digital vardag", ("Accelerera digital transformation",)),
        (
            "2024",
            "2.2",
            # In print the comma is missing.
            "Bidra till god tillgång till boende, kollektivtrafik, kultur och service",
            ("Attraktiva och hållbara livsmiljöer",),
        ),
        (
            "2024",
            "7.3",
            "Säkerställa implementering och uppföljning av personcentrerade och sammanhållna vårdförlopp",
            ("Styrning utifrån kunskap och kvalitet inom hälso- och sjukvård",),
        ),
        ("2022", "1.2", "God tillgång till boende, kollektivtrafik, kultur och service", None),
        (
            "2022",
            "4.1.3",
            "Destruktionsanläggning för lustgas",
            ("Grön omställning", "Minska Region Hallands klimatpåverkande utsläpp"),
        ),
        (
            "2022",
            "6.1.2",
            "Sänkt ambitionsnivå för vårdsystem i slutet av sin livscykel",
            ("Digitalisering i vården", "Säkerställa att regionens behov av vårdinformationsstöd tillgodoses"),
        ),
        ("2022", "8.6", "Slutföra arbetet med framtagande av en långsiktig strategisk lokalförsörjningsplan", None),
        (
            "2022",
            "9.1",
            "Vidareutveckling av kommunikation med invånare",
            ("Regionkontorets utvecklingsområden",),
        ),
        ("2019", "P2", "Leda framtagandet av en ny regional utvecklingsstrategi", ()),
        ("2019", "1.1", "Utveckla nya former för kompetensutveckling", ("Region Halland som arbetsgivare",)),
        (
            "2019",
            "8.2.2",
            "Besöksnäring",
            (
                "Stark konkurrenskraft",
                "Leda och driva utveckling, innovation och internationalisering inom utpekade styrkeområden",
            ),
        ),
        ("2019", "9.2", "Utveckla en regiongemensam styrmodell för Region Halland", ("Ekonomi",)),
        ("2024-fou", "M.2", "Nya noder och stärkt samarbete", None),
        ("2024-fou", "M.4", "Anpassade arbetssätt och organisering", None),
    ],
)
def test_named_entries_in_the_documents_words(plans, stem, code, name, ancestors):
    node = plans[stem].find(code)
    assert node.name == name
    if ancestors is not None:
        assert node.ancestors == ancestors


@pytest.mark.parametrize(
    ("stem", "code", "words"),
    [
        ("2024", "1", "Det står klart att vårdbehoven framåt inte kommer inte att lösas genom att bara kontinuerligt"),
        ("2024", "1.1", "Digitala redskap ska kunna skapa värde i vardagen"),
        ("2024", "6.3", "En prioriterad satsning är att utreda en gemensam autismenhet"),
        ("2024", "7.3", "Vidare behöver uppföljningen av vårdförloppen systematiseras."),
        ("2022", "2.1", "Kreativa och kulturella näringar, sociala företag och så kallade ”born globals”"),
        ("2022", "4.1.1", "Regionkontoret ska fortsätta med arbetet att främja förnybara drivmedel."),
        ("2022", "4.6", "ökad cirkularitet."),
        ("2022", "8.2.2", "ledningssystem för informationssäkerhet enligt ISO27001"),
        ("2019", "P1", "Det krävs full acceptans och strikt ekonomisk följsamhet"),
        ("2019", "6.8", "reducera koldioxidutsläppen med 80% till 2025"),
        ("2019", "8.2.1", "Även Centrum för datadriven innovation (CIDD) är en viktig del av systemet."),
        ("2019", "8.3", "kompetensförsörjning, hållbarhet, digital mognad samt jämställdhet"),
        ("2024-fou", "M", "nationellt och internationellt ledande avseende kunskaps-, fakta- och evidensbaserad"),
        ("2024-fou", "M.3", "Ambitionen är att öka andelen externfinansiering."),
    ],
)
def test_texts_in_the_documents_words(plans, stem, code, words):
    assert words in plans[stem].find(code).text


@pytest.mark.parametrize(
    ("stem", "code", "printed", "shown"),
    [
        ("2018", "1.2.3.1.2.6", "Genomfåra näringslivsråd i Halland", "Genomföra näringslivsråd i Halland"),
        ("2018", "1.4.1.2.2.5", "Säkerställa rekvistion.....", "Säkerställa rekvisition"),
        # The appendix and section 2 have other words for the same.
        (
            *("2022", "4.1.1", "Minska Region Hallands klimatpåverkande insatser"),
            "Minska Region Hallands klimatpåverkande utsläpp",
        ),
        ("2022", "8.1.3", "Strukturerera informationstillgångar", "Strukturera informationstillgångar"),
        # The list of processes, and the heading of the second.
        (
            *("2019", "P2", "Leda framtagande av ny regional utvecklingsstrategi"),
            "Leda framtagandet av en ny regional utvecklingsstrategi",
        ),
    ],
)
def test_the_better_of_two_printed_wordings_is_shown_and_both_are_found(plans, stem, code, printed, shown):
    assert plans[stem].find(printed).code == code
    assert (plans[stem].find(code).name, plans[stem].find(code).printed) == (shown, printed)


def test_what_the_sources_lack_is_remarked_on(plans):
    """The annexes that Mål och budget 2024 refers to and does not have; the activities that stand twice in 2018."""
    told = " ".join(one.text for one in plans["2024"].remarks)
    assert all(words in told for words in ("tabellen ovan", "Bilaga 1,", "Bilaga 2,", "Bilaga 6,", "underskrifter"))
    doubled = [one.place for one in plans["2018"].remarks if one.kind == "doubled"]
    assert doubled[0].startswith("1.2.2.1.3.5 och 1.2.2.1.3.6")
    assert doubled[1].startswith("1.2.2.1.3.7 och 1.2.2.1.3.8")
    (star,) = [one.place for one in plans["2018"].remarks if "stjärna" in one.text]
    starred = [node.code for node in plans["2018"].nodes if "*" in node.note]
    assert sorted(re.findall(r"[\d.]+\d", star)) == sorted(starred)


def test_every_followed_entry_has_a_name_and_someone_who_carries_it(plans):
    for plan in plans.values():
        assert plan.followed_nodes
        assert all(node.name.strip() and node.committees for node in plan.followed_nodes), plan.stem
        assert all(not node.text.endswith((" ", "-")) for node in plan.nodes), plan.stem


def test_goals_per_committee_and_focus_area_of_2024(plans):
    # The column "Nämnder" of the seven printed tables.
    printed = {"RS": 21, "DNADH": 15, "DNNSVH": 15, "DNHS": 14, "DNPSH": 14, "DNKS": 12, "DNKT": 9, "DNRGS": 8, "PN": 0}
    plan = plans["2024"]
    assert {code: len(plan.goals_of(code)) for code in printed} == printed
    areas = plan.nodes_at("fokusomrade")
    assert [len(area.children) for area in areas] == [3, 4, 3, 3, 1, 4, 3]
    assert plan.find("Bidra till god tillgång till boende, kollektivtrafik, kultur och service").code == "2.2"
    assert plans["2023"].goals == plan.goals


def test_the_office_carries_all_of_its_own_plans(plans):
    for stem in ("2024-fou", "2022", "2019"):
        plan = plans[stem]
        assert plan.owner == "RS"
        assert {node.committees for node in plan.followed_nodes} == {("RS",)}
        assert plan.scale == "assignment"


def test_frames_miss_their_printed_sum_as_the_document_does(plans):
    table = plans["2024"].table("frames")
    rows = [row for row in table.rows if not row.is_total]
    (total,) = [row for row in table.rows if row.is_total]
    assert len(rows) == 14
    sums = [sum(row.values[place] for row in rows) for place in range(5)]
    assert sums == [13_528, 13_508, 13_982, 14_567, 15_134]
    assert total.values == (13_530, 13_509, 13_982, 14_566, 15_135)
    assert total.printed_total_differs == (2, 1, 0, -1, 1)


def test_frames_by_committee_as_printed(plans):
    plan = plans["2024"]
    printed = {"RS": 952 + 3_692, "DNHS": 5_600, "DNKT": 572, "DNRGS": 0, "RGK": 671, "PN": 1, "REV": 6}
    assert {code: plan.frame_of(code).value for code in printed} == {
        code: -amount * 1_000_000 for code, amount in printed.items()
    }
    assert plan.frame_of("DNHS", 2028).value == -6_437_000_000


def test_the_investment_plan_of_2024_adds_up(plans):
    decided, property_, total = (row.values for row in plans["2024"].table("investeringsplan").rows)
    assert [round(one + other, 1) for one, other in zip(decided, property_, strict=True)] == list(total)
    assert total == (983.2, 862.2, 1_162.2, 984.1, 954.3)


def test_financial_goals_of_2024_with_their_history(plans):
    plan = plans["2024"]
    result, self_financing = plan.table("resultat"), plan.table("sjalvfinansieringsgrad")
    assert result.columns == (
        *("Utfall 2018", "Utfall 2019", "Utfall 2020", "Utfall 2021", "Utfall 2022", "Budget 2023", "Budget 2024"),
    )
    assert result.rows[0].values == (1.0, 2.7, 7.5, 10.3, 10.1, -2.4, -4.8)
    assert result.rows[1].values == (93, 273, 766, 1_304, 876, -303, -641)
    # Printed as 23,2 %, although the result alone is 876/704.
    assert self_financing.rows[0].values == (91, 105, 198, 216, 23.2, 16, -17.7)
    assert self_financing.rows[1].values == (340, 393, 580, 753, 704, 748, 983)
    assert plan.table("soliditet").rows[0].values == (
        *(-6.1, -4.9, 5.7, 16.0, 24.7),
        "Bibehålla en positiv utveckling",
    )


def test_what_else_the_plan_of_2024_says(plans):
    plan = plans["2024"]
    assert (plan.title, plan.owner, plan.vision) == (
        "Mål och budget 2024–2028",
        "REGION",
        "Halland – Bästa livsplatsen",
    )
    assert (plan.tax_rate.value, str(plan.tax_rate)) == (11.4, "11,40\u00a0%")
    definitions = {one.title: one.text for one in plan.definitions}
    assert (
        "Utgångspunkten är att varje generation ska bära sina egna kostnader."
        in (definitions["Region Hallands definition av god ekonomisk hushållning"])
    )
    exceptional = definitions["Synnerliga skäl till att underbalansera budgeten 2024"]
    assert "ett eget kapital på ca 5,6 mdkr" in exceptional
    assert "Region Halland har ingen resultatutjämningsreserv att ta i anspråk." in exceptional
    chapters = [one.title for one in plan.chapters]
    assert chapters[-1] == "Uppföljning och rapportering"
    assert plan.chapters[-1].text.endswith("följer upp verksamheten genom en årsredovisning.")


# Read in the documents: the least (of a ceiling the most), the far end of a span, the unit, and the years.
TARGETS = {
    "2018": [
        ("1.1.2.6.1", 80, None, "%", (2025,)),
        ("1.1.2.6.1", 20, None, "%", (2020,)),
        ("1.1.2.6.1.1", 3, None, "%", (2017, 2020)),
        ("1.1.2.6.2", 100, None, "%", (2020,)),
        ("1.1.2.6.2.1", 200_000, None, "kWh per år", (2017, 2020)),
        ("1.1.2.6.4.1", 30, None, "%", (2018,)),
        ("1.1.2.7.1", 20, None, "%", (2020,)),
        ("1.1.2.7.1.1", 500, None, "ton per år", (2018,)),
        ("1.1.2.6.5.4", 2, None, "produkter per år", (2018,)),
        ("1.1.2.7.2.1", 2, None, "prototyper", (2018,)),
    ],
    "2018-konstskolan": [
        ("B1.2", 10, 15, "elever", (2018,)),
        ("B1.3", 15, 20, "elever", (2019,)),
        ("B2.3", 300, None, "tkr", (2019,)),
    ],
    "2019": [("6.6", 90, None, "%", (2020,)), ("6.8", 80, None, "%", (2025,))],
    "2022": [("4.6", 70, None, "%", (2030,))],
    "2024": [("", 3, None, "%", (2024,))],
    "2024-fou": [("M.3", 0, None, "procentenheter", (2024,))],
}


@pytest.mark.parametrize("stem", TARGETS)
def test_the_measurable_targets_are_the_documents(plans, stem):
    assert [
        (one.entry, one.value.value, one.most.value, one.value.unit, tuple(filter(None, (one.since, one.year))))
        for one in plans[stem].targets
    ] == TARGETS[stem]


@pytest.mark.parametrize("stem", ["2018", "2019", "2022", "2024-fou"])
def test_a_target_is_said_in_the_words_of_its_entry(plans, stem):
    for target in plans[stem].targets:
        entry = plans[stem].find(target.entry)
        assert target.quote in f"{entry.name} {entry.printed} {entry.text}", target.code


def test_the_operating_budget_of_2022_is_its_rows(plans):
    table = plans["2022"].table("driftbudget")
    assert table.columns == ("Regionkontoret inkl. IT", "Utveckling", "Förtroendevalda")
    *rows, net = table.rows
    assert [round(sum(row.values[place] for row in rows), 1) for place in range(3)] == [453.1, 148.4, 48.2]
    assert net.values == (453.1, 148.4, 48.2)
    # A printed revenue is below 0; inside, revenue is above.
    assert table.figure("Intäkter", "Utveckling").value == 10_000_000
    assert table.figure("Nettobudget", "Regionkontoret inkl. IT").value == -453_100_000


def test_the_investment_budget_of_2022_has_three_groups(plans):
    table = plans["2022"].table("investeringsbudget")
    assert table.groups == ("Redan beslutade investeringar", "Nya behov av investeringar", "Reinvesteringar")
    by_group = [[row.label for row in table.rows if row.group == group] for group in table.groups]
    assert [len(rows) for rows in by_group] == [2, 3, 4]
    assert table.row("FVIS / VISUS").values == (56.0, 20.0, 18.0, 0.0)
    assert table.row("IT-utrustning").values == (None, 41.3, 20.1, 37.8)
    assert table.figure("Kustnära vandringsled", "2023").value == 1_400_000
    # 1,3 + 20,0 + 5,0 + 8,0 + 3,0 + 9,7 + 41,3 + 0,2 + 1,8
    assert round(sum(row.values[1] for row in table.rows), 1) == 90.3


def test_the_ten_indicators_of_2022(plans):
    indicators = plans["2022"].indicators
    assert [(one.name, one.group) for one in indicators] == [
        ("Personalomsättning", "Medarbetare"),
        ("Sjukfrånvaro", "Medarbetare"),
        ("HME-Index", "Medarbetare"),
        ("OSA-Index", "Medarbetare"),
        ("Heltid/deltid", "Medarbetare"),
        ("Arbetsbelastning", "Medarbetare"),
        ("Periodresultat", "Ekonomi"),
        ("Prognos budgetavvikelse", "Ekonomi"),
        ("Prognos Investeringsbudgetavvikelse", "Ekonomi"),
        ("Ackumulerad budgetavvikelse", "Ekonomi"),
    ]
    assert indicators[3].definition.startswith(
        "OSA-index (Organisatorisk och social arbetsmiljö) bygger på fyra frågor"
    )
    assert {one.code for one in indicators} <= set(load_params(PROJECT / "params").indicators)

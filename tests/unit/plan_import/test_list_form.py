"""A list with a row for each entry: a small plan there and back, and everything that can fail to fit."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from tests.plan_import_cases import csv_file, read_back, refused, started, told, workbook

HEAD = "Nivå;Kod;Benämning;Bärare;Klart senast;Förs över från;Anmärkning;Beskrivning"


def table(*rows: str, head: str = HEAD) -> str:
    return "\n".join([head, *rows]) + "\n"


def test_a_small_plan_there_and_back(tmp_path: Path) -> None:
    rows = (
        ("Verksamhetsplan 2025 för kultur",),
        ("Nivå", "Kod", "Text", "Nämnd", "Förfallodag", "Överförd från", "Anmärkning", "Beskrivning"),
        ("Fokusområde", None, "Läslust: för alla", None, None, None, None, "Först.\n- en sak\n- en till\nSist."),
        ("Mål", None, "Bokbussar", "Driftnämnd Ambulans, Diagnostik och Hälsa samt DNKS", datetime(2025, 6, 30)),
        ("Aktivitet", None, "Köpa två bussar (Näringsliv 2024)", None, 2025, "MoB 2024", "se bilaga"),
        ("Aktivitet", None, "* Rita nya turer", None, "juni 2025", None, None),
        ("Fokusområde", None, "Scenkonst", "samtliga driftnämnder", None, None, None),
        ("Aktivitet", None, "Boka tolv orter", None, None, None, None),
        (None,),
        ("Sida 1 av 1",),
    )  # fmt: skip
    found = started(workbook(tmp_path, *rows))
    plan = read_back(found, tmp_path)
    assert [(level.name, level.plural) for level in plan.levels] == [
        ("Fokusområde", "Fokusområden"),
        ("Mål", "Mål"),
        ("Aktivitet", "Aktiviteter"),
    ]
    assert [(one.code, one.name, one.level, one.parent, one.due, one.carried_over, one.note) for one in plan.nodes] == [
        ("1", "Läslust: för alla", "fokusomrade", "", "", "", ""),
        ("1.1", "Bokbussar", "mal", "1", "2025-06-30", "", ""),
        ("1.1.1", "Köpa två bussar", "aktivitet", "1.1", "2025", "Näringsliv 2024; MoB 2024", "se bilaga"),
        ("1.1.2", "Rita nya turer", "aktivitet", "1.1", "2025-06", "", "märkt med * i planen"),
        ("2", "Scenkonst", "fokusomrade", "", "", "", ""),
        ("2.0.1", "Boka tolv orter", "aktivitet", "2", "", "", ""),
    ]
    driftnamnder = ("DNHS", "DNADH", "DNPSH", "DNNSVH", "DNKS", "DNKT", "DNRGS")
    assert [one.committees for one in plan.nodes] == [
        ("RS",),
        *[("DNADH", "DNKS")] * 3,
        *[driftnamnder] * 2,
    ]
    assert plan.nodes[0].text == "Först.\n- en sak\n- en till\n\nSist."
    assert (plan.followed, plan.scale, plan.owner, plan.title) == ("aktivitet", "assignment", "RS", "Plan")
    assert found.summary == (
        "Bladet ”Plan” har lästs som en lista med en rad för varje post.",
        "9\u00a0rader lästa: 6\u00a0poster, 3\u00a0rubriker och sidrader, 0 utan plats.",
        "Nivåer, ytterst först: Fokusområde (2), Mål (1) och Aktivitet (3).",
        "Att ta ställning till: 3\u00a0påpekanden.",
    )
    comment = " ".join(line[2:] for line in found.text.splitlines() if line.startswith("# "))
    assert comment == (
        "Påbörjad av followup plan ur tabellen ”plan.xlsx”, bladet ”Plan”: en lista med en rad för varje post. "
        "9\u00a0rader lästa: 6\u00a0poster, 3\u00a0rubriker och sidrader, 0 utan plats. Nivån som följs upp "
        "(followed) och skalan (scale) är förslag. Koder som tabellen saknar är postens plats."
    )
    assert max(map(len, found.text.splitlines())) <= 120


PLACED = "1\u00a0rubrik eller sidrad"


@pytest.mark.parametrize(
    ("rows", "count", "problems"),
    [
        pytest.param(
            ["Mål;1;A;;;;;", "Mål;2;B;DNKX, DNKS;;;;", "Mål;3;C;Biblioteket;;;;"],
            f"4\u00a0rader lästa: 3\u00a0poster, {PLACED}, 0 utan plats.",
            [
                "fel cell D3: Bäraren ”DNKX” är okänd. Posten har fått DNKS. Nämnderna är RS, DNHS, DNADH, DNPSH, "
                "DNNSVH, DNKS, DNKT, DNRGS, PN, GNHH, REV, RHF, RGK och REGION. Menades ”DNKS” eller ”DNKT”? Skriv "
                "nämndens kod under committees i planens fil.",
                "fel cell D4: Bäraren ”Biblioteket” är okänd. Posten har ingen som bär den. Nämnderna är RS, DNHS, "
                "DNADH, DNPSH, DNNSVH, DNKS, DNKT, DNRGS, PN, GNHH, REV, RHF, RGK och REGION. Nämnden finns inte i "
                "params/committees.yml. Skriv nämndens kod under committees i planens fil.",
            ],
            id="an unknown carrier",
        ),
        pytest.param(
            ["Mål;1;A;;;;;", "Mål;1;B;;;;;"],
            f"3\u00a0rader lästa: 2\u00a0poster, {PLACED}, 0 utan plats.",
            [
                "fel rad 3: Koden ”1” står också på rad 2. Varje post har en egen kod. Posten har fått koden ”2” "
                "efter sin plats. Rätta den som är fel av de två."
            ],
            id="two entries with one code",
        ),
        pytest.param(
            ["Mål;1.8;A;;;;;", "Mål;1.9;B;;;;;", "Mål;1.1;C;;;;;", "Mål;1.11;D;;;;;"],
            f"5\u00a0rader lästa: 4\u00a0poster, {PLACED}, 0 utan plats.",
            [
                "varning rad 4: Koden ”1.1” står efter ”1.9”. Koderna följer på varandra. En cell med ett tal tappar "
                "nollan sist: 1.10 blir 1.1. Är det ”1.10”: skriv det i planens fil."
            ],
            id="a code that has lost its zero",
        ),
        pytest.param(
            ["Mål;1;A;;;;;", "Mål;1;A;;;;;"],
            f"3\u00a0rader lästa: 1\u00a0post, {PLACED}, 1 utan plats.",
            [
                "fel rad 3: Raden är densamma som rad 2: ”A”. Varje post står på en rad. Raden har inte blivit någon "
                "post. Är det två poster: ge dem var sin kod."
            ],
            id="a row twice",
        ),
        pytest.param(
            ["Mål;;A;;;;;", "Mål;;A;;;;;"],
            f"3\u00a0rader lästa: 2\u00a0poster, {PLACED}, 0 utan plats.",
            [
                "varning cell C3: ”A” står också på rad 2, under samma post. Båda har blivit poster, 1 och 2. Varje "
                "post står en gång. Ta bort den ena ur planens fil om de är samma."
            ],
            id="the same words twice, without codes",
        ),
        pytest.param(
            ["Mål;;A;;;;;", "Aktivitet;;B;;;;;", "Mål;;C;;;;;", "Aktivitet;;B;;;;;"],
            f"5\u00a0rader lästa: 4\u00a0poster, {PLACED}, 0 utan plats.",
            [],
            id="the same words below two entries",
        ),
        pytest.param(
            ["Mål;1;A;;;;;", "Mål;2;;DNKS;;;;", ";;;;;;;"],
            f"3\u00a0rader lästa: 1\u00a0post, {PLACED}, 1 utan plats.",
            [
                "fel cell C3: Cellen är tom, men raden har ”Mål”, ”2” och ”DNKS”. Varje post har en text i kolumnen "
                "”Benämning”. Raden har inte blivit någon post. Skriv texten, eller ta bort raden."
            ],
            id="an empty text",
        ),
        pytest.param(
            ["Mål;1;A;;Q4;;;", "Mål;2;B;;31/12;;kom ihåg;"],
            f"3\u00a0rader lästa: 2\u00a0poster, {PLACED}, 0 utan plats.",
            [
                "fel cell E2: Tiden ”Q4” kan inte läsas som år, månad eller dag. Den står kvar som anmärkning. En tid "
                "skrivs 2025, 2025-06 eller 2025-06-30. Skriv den så under due i planens fil, och ta bort den ur "
                "note.",
                "fel cell E3: Tiden ”31/12” kan inte läsas som år, månad eller dag. Den står kvar som anmärkning. En "
                "tid skrivs 2025, 2025-06 eller 2025-06-30. Skriv den så under due i planens fil, och ta bort den ur "
                "note.",
            ],
            id="an unreadable date",
        ),
        pytest.param(
            ["Fokusområde;1;A;;;;;", "Mål;1.1;B;;;;;", "Fokusomrade;2;C;;;;;", "Mål;2.1;D;;;;;", "Fokusområde;3;E;;;;"],
            f"6\u00a0rader lästa: 3\u00a0poster, {PLACED}, 2 utan plats.",
            [
                "fel rad 4: Nivån ”Fokusomrade” är okänd. Tabellens nivåer är ”Fokusområde” och ”Mål”. Raden har inte "
                "blivit någon post. Menades ”Fokusområde”?",
                "fel rad 4: Raden har ingen plats, och kan ha andra under sig. Raden efter den har därför inte heller "
                "någon: rad 5. Varje post hör till en post med en plats. Rätta raden och börja om.",
            ],
            id="a level that is not known, and what may be below it",
        ),
        pytest.param(
            ["Fokusområde;1;A;;;;;", ";2;B;;;;;"],
            f"3\u00a0rader lästa: 1\u00a0post, {PLACED}, 1 utan plats.",
            [
                "fel rad 3: Nivån saknas. Tabellens nivåer är ”Fokusområde”. Raden har inte blivit någon post. Skriv "
                "en av dem. Fortsätter raden texten ovanför: skriv den där. Är den en summa: ta bort raden."
            ],
            id="a row without a level",
        ),
        pytest.param(
            ["2;;A;;;;;", "1;;B;;;;;", "3;;C;;;;;"],
            f"4\u00a0rader lästa: 3\u00a0poster, {PLACED}, 0 utan plats.",
            [
                "varning cell C2: ”A” ligger ytterst i planen, utan någon post över sig: nivån ”Nivå 1” är "
                "överhoppad. En post ligger oftast under en post på nivån ovanför. Är det fel: flytta den i planens "
                "fil.",
            ],
            id="an entry without a parent level",
        ),
        pytest.param(
            ["Mål;1 a;A;;;;;"],
            f"2\u00a0rader lästa: 1\u00a0post, {PLACED}, 0 utan plats.",
            [
                "fel cell B2: Koden ”1 a” kan inte användas. En kod har bara bokstäver, siffror, punkt, _ och -. "
                "Posten har fått en kod efter sin plats. Rätta koden i planens fil om den ska vara en annan."
            ],
            id="a code that is none",
        ),
        pytest.param(
            ["Fokusområde;1;A;;;;;", "Fokusområde;2;B;;;;;", "Mål;1.1;C;;;;;"],
            f"4\u00a0rader lästa: 3\u00a0poster, {PLACED}, 0 utan plats.",
            [
                "varning rad 4: Koden ”1.1” ser ut att höra till ”1”, men posten ligger under ”2”. En kod börjar som "
                "koden för det som den hör till. Flytta posten i planens fil, eller rätta koden."
            ],
            id="a code that contradicts the order",
        ),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told(rows, count, problems, tmp_path: Path) -> None:
    found = started(csv_file(tmp_path, table(*rows)))
    errors_and_warnings = [line for line in told(found) if not line.startswith("påpekande")]
    assert errors_and_warnings == problems
    assert found.summary[1] == count
    assert found.fits is not any(line.startswith("fel") for line in problems)
    read_back(found, tmp_path)


def test_an_unreadable_date_stays_as_a_note(tmp_path: Path) -> None:
    found = started(csv_file(tmp_path, table("Mål;1;A;;Q4;;kom ihåg;")))
    (node,) = read_back(found, tmp_path).nodes
    assert (node.due, node.note) == ("", "kom ihåg; klart senast: Q4")


def test_a_time_before_the_plans_year_is_doubted(tmp_path: Path) -> None:
    found = started(csv_file(tmp_path, table("Mål;1;A;;2024-12;;;", "Mål;2;B;;2025;;;")))
    assert [line for line in told(found) if not line.startswith("påpekande")] == [
        "varning cell E2: Posten ska vara klar 2024-12, före planens år 2025. En post som inte förs över är klar "
        "planens år eller senare. Är tiden fel: rätta due i planens fil."
    ]
    assert [node.due for node in read_back(found, tmp_path).nodes] == ["2024-12", "2025"]


def test_an_unknown_carrier_does_not_become_the_parents(tmp_path: Path) -> None:
    found = started(
        csv_file(tmp_path, table("Fokusområde;1;A;DNKS;;;;", "Mål;1.1;B;Biblioteket;;;;", "Mål;1.2;C;;;;;"))
    )
    assert [node.committees for node in read_back(found, tmp_path).nodes] == [("DNKS",), (), ("DNKS",)]


PARENTS = "Kod;Föräldrakod;Text"


@pytest.mark.parametrize("rows", [("B;A;Två", "A;;Ett", "C;B;Tre"), ("A;;Ett", "B;A;Två", "C;B;Tre")])
def test_the_codes_of_parents_make_the_hierarchy_in_any_order(rows, tmp_path: Path) -> None:
    plan = read_back(started(csv_file(tmp_path, table(*rows, head=PARENTS))), tmp_path)
    assert [(node.code, node.parent, node.name) for node in plan.nodes] == [
        ("A", "", "Ett"),
        ("B", "A", "Två"),
        ("C", "B", "Tre"),
    ]
    assert [level.name for level in plan.levels] == ["Nivå 1", "Nivå 2", "Nivå 3"]


def test_codes_alone_make_the_hierarchy(tmp_path: Path) -> None:
    rows = ("1;Ett", "2;Två", "1.1;Under ett", "2.1.1;Under två", ";Ingenstans")
    found = started(csv_file(tmp_path, table(*rows, head="Kod;Text")))
    plan = read_back(found, tmp_path)
    assert [(node.code, node.parent) for node in plan.nodes] == [("1", ""), ("1.1", "1"), ("2", ""), ("2.1.1", "2")]
    assert [line for line in told(found) if line.startswith("fel")] == [
        "fel rad 6: Raden har ingen kod som kan läsas, och tabellen ingen annan kolumn som visar var den hör hemma. "
        "En kod, en föräldrakod eller en nivå väntas. Raden har inte blivit någon post. Skriv dess kod."
    ]
    assert found.summary[1] == "6\u00a0rader lästa: 4\u00a0poster, 1\u00a0rubrik eller sidrad, 1 utan plats."


def test_a_parent_that_is_not_there_and_one_that_goes_round(tmp_path: Path) -> None:
    rows = ("A;;Ett", "B;X;Två", "C;B;Tre", "D;E;Fyra", "E;D;Fem")
    found = started(csv_file(tmp_path, table(*rows, head=PARENTS)))
    assert [line for line in told(found) if line.startswith("fel")] == [
        "fel rad 3: Raden har ingen plats, och kan ha andra under sig. Raden efter den har därför inte heller någon: "
        "rad 4. Varje post hör till en post med en plats. Rätta raden och börja om.",
        "fel rad 3: Raden hör till ”X”, men ingen rad har den koden. En post hör till en post på en högre nivå, eller "
        "till ingen. Raden har inte blivit någon post. Rätta koden, och börja om.",
        "fel rad 5: Raden ligger djupare än 12 nivåer, eller hör till sig själv. En post hör till en post på en högre "
        "nivå. Rätta koden, och börja om.",
        "fel rad 6: Raden ligger djupare än 12 nivåer, eller hör till sig själv. En post hör till en post på en högre "
        "nivå. Rätta koden, och börja om.",
    ]
    assert found.summary[1] == "6\u00a0rader lästa: 1\u00a0post, 1\u00a0rubrik eller sidrad, 4 utan plats."


def test_a_code_that_is_a_number_has_lost_its_last_zero(tmp_path: Path) -> None:
    rows = [("Nivå", "Kod", "Benämning"), ("Mål", 1.1, "A"), ("Mål", 1.2, "B"), ("Mål", 1.10, "C")]
    found = started(workbook(tmp_path, *rows))
    assert [one.message for one in found.problems if one.severity == "fel"] == [
        "Koden ”1.1” står också på rad 2. Varje post har en egen kod. I tabellen är den ett tal, och 1.10 blir talet "
        "1.1. Posten har fått koden ”3” efter sin plats. Skriv koderna som text i tabellen och börja om, eller rätta "
        "den som är fel av de två."
    ]


def test_a_level_may_stand_in_plural_with_a_number_or_after_its_children(tmp_path: Path) -> None:
    numbered = started(csv_file(tmp_path, table("1 Ledord;;A;;;;;", "Nivå 2;;B;;;;;", "2 Handgrepp;;C;;;;;")))
    assert [level.name for level in read_back(numbered, tmp_path).levels] == ["Ledord", "Handgrepp"]
    plural = started(
        csv_file(tmp_path, table("Fokusområden;1;A;;;;;", "Aktiviteter;1.1;B;;;;;", "Aktivitet;1.2;C;;;;;"))
    )
    assert [level.name for level in read_back(plural, tmp_path).levels] == ["Fokusområde", "Aktivitet"]
    # The first row skips a level; the codes say which of the two is above the other.
    skipped = started(
        csv_file(tmp_path, table("Ledord;1;A;;;;;", "Steg;1.0.1;B;;;;;", "Väg;1.1;C;;;;;", "Steg;1.1.1;D;;;;;"))
    )
    assert [level.name for level in read_back(skipped, tmp_path).levels] == ["Ledord", "Väg", "Steg"]


def test_a_cell_that_cannot_be_read_is_told_and_nothing_is_placed_under_a_stranger(tmp_path: Path) -> None:
    rows = (("Kod", "Föräldrakod", "Text"), ("A", None, "Ett"), ("B", "#REF!", "Två"), ("C", "A", "#REF!"))
    found = started(workbook(tmp_path, *rows))
    assert [node.name for node in read_back(found, tmp_path).nodes] == ["Ett"]
    assert [problem.place for problem in found.problems if problem.severity == "fel"] == [
        "plan.xlsx, blad Plan, cell B3",
        "plan.xlsx, blad Plan, rad 3",
        "plan.xlsx, blad Plan, cell C4",
    ]
    assert found.summary[1] == "4\u00a0rader lästa: 1\u00a0post, 1\u00a0rubrik eller sidrad, 2 utan plats."


def test_a_personal_identity_number_stops_the_table(tmp_path: Path) -> None:
    assert refused(csv_file(tmp_path, table("Mål;1;Stöd till 19811218-9876;;;;;"))) == [
        "plan.csv, cell C2: Här står ett personnummer, ÅÅMMDD-XXXX. En plan har inga personnummer. Ta bort det och "
        "spara."
    ]


def test_a_region_follows_what_somebody_carries(tmp_path: Path) -> None:
    found = started(
        csv_file(tmp_path, table("Fokusområde;1;A;;;;;", "Mål;1.1;B;DNKS;;;;", "Mål;1.2;C;;;;;")), owner="REGION"
    )
    plan = read_back(found, tmp_path)
    assert [node.committees for node in plan.nodes] == [(), ("DNKS",), ()]
    # As Mål och budget 2024–2028, which follows goals: they are assessed.
    assert (plan.followed, plan.scale) == ("mal", "assessment")
    assert told(found) == [
        "varning plan.csv: 1.2 bärs inte av någon nämnd. Det som regionen följer upp bärs av en eller flera nämnder. "
        "Skriv nämnderna under committees i planens fil."
    ]


def test_a_row_that_ends_as_a_page_is_told(tmp_path: Path) -> None:
    rows = ("Mål;1;A;;;;;", "Kortare köer 4 (30);;;;;;;", ";;Plan 2025 5(30);;;;;")
    assert told(started(csv_file(tmp_path, table(*rows)))) == [
        "påpekande rad 3: 2\u00a0rader har lästs som en sidas nummer, den första ”Kortare köer 4 (30)”: raderna 3 och "
        "4. En rad med ett sidnummer är ingen post. Är någon av dem en post: skriv den i planens fil."
    ]


def test_what_a_list_has_beside_its_columns_is_told(tmp_path: Path) -> None:
    lines = ("Ägare;RS;;", "Kod;Text;Budget;", "1;A;100;x", "2;B;200;", "3;C;;")
    found = started(csv_file(tmp_path, "\n".join(lines)))
    columns = (
        "Rubriker som läses är ”Benämning”, ”Nivå”, ”Kod”, ”Föräldrakod”, ”Bärare”, ”Klart senast”, ”Förs över från”, "
        "”Anmärkning” och ”Beskrivning”, och var och en läses en gång. Ge kolumnen en av rubrikerna, eller skriv det "
        "som hör till planen i planens fil."
    )
    assert [line for line in told(found) if line.startswith("varning")] == [
        "varning rad 1: Raden står ovanför tabellens rubriker och börjar ”Ägare”. Ovanför rubrikerna står bara "
        "titlar. Raden har inte blivit någon post. Skriv den i planens fil om den hör till planen.",
        f"varning cell C2: Kolumnen ”Budget” läses inte. Den har text på 2\u00a0rader. {columns}",
        f"varning cell D2: Kolumnen D har ingen rubrik och läses inte. Den har text på 1\u00a0rad. {columns}",
    ]
    assert found.summary[1] == "5\u00a0rader lästa: 3\u00a0poster, 1\u00a0rubrik eller sidrad, 1 utan plats."

"""Measurable targets, levels that share a place, and those who report on a plan: what is read, and what is refused."""

import pytest
import workbooks

from followup.ground.errors import ReportError
from followup.params.loading import load_params

PLAN = """
year: 2024
more_years: [2025]
owner: DNKS
reported_by: [DNKT]
title: Liten plan
source: Påhittad
levels:
  - {code: omrade, name: Område, plural: Områden}
  - {code: kapitel, name: Kapitel, plural: Kapitel, beside: omrade}
  - {code: mal, name: Mål, plural: Mål}
followed: mal
scale: assessment
nodes:
  - code: "1"
    name: Miljö
    committees: [DNKS]
    children:
      - {code: "1.1", name: Lägre utsläpp, due: 2024-06}
  - {code: "2", name: Annat, level: kapitel}
targets:
  - {code: T1, name: Utsläpp, entry: "1.1", reach: at_least, value: 80, unit: "%", year: 2025, quote: Minska med 80 %}
  - {code: T2, name: Barn, committees: [DNKT], reach: between, value: 10, most: 15, unit: barn, year: 2024, quote: Tio}
"""


def test_a_plan_with_all_of_it(tmp_path):
    params = load_params(workbooks.write_params(tmp_path / "params", plans_2024=PLAN))
    plan = params.plans[2024]
    assert [level.code for level in plan.places] == ["omrade", "mal"]
    assert [(node.code, node.level, node.depth, node.due) for node in plan.nodes] == [
        ("1", "omrade", 0, ""),
        ("1.1", "mal", 1, "2024-06"),
        ("2", "kapitel", 0, ""),
    ]
    # Nothing lies below the chapter: it is followed where it stands.
    assert [node.code for node in plan.followed_nodes] == ["1.1", "2"]
    assert plan.followed_level.plural == "Poster"
    first, second = plan.targets
    assert (first.committees, first.value.value, first.value.unit, first.most.is_missing) == (("DNKS",), 80, "%", True)
    assert (second.committees, second.most.value) == (("DNKT",), 15)
    assert [cells.workbook for cells in first.value.origin] == ["params/plans/2024.yml"]
    assert params.plans_followed_by("DNKT", 2025) == params.plans_followed_by("DNKS", 2024) == [plan]
    assert params.plans_of("DNKT", 2024) == params.plans_followed_by("DNKS", 2026) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "beside: omrade",
            "beside: område",
            "Nivån ”kapitel” står bredvid ”område”, som inte har en egen plats. Nivåer med en egen plats är omrade och "
            "mal. Skriv koden för en av dem i beside, eller ta bort beside.",
        ),
        (
            "reported_by: [DNKT]",
            "reported_by: [DNKX]",
            "Nämnden ”DNKX” finns inte. committees.yml har DNKS och DNKT. Menades ”DNKS” eller ”DNKT”?",
        ),
        (
            'entry: "1.1"',
            'entry: "1.2"',
            "Posten ”1.2” finns inte. Planen har 1, 1.1 och 2. Menades ”1.1”?",
        ),
        (
            "committees: [DNKT], reach",
            "committees: [DNKX], reach",
            "Nämnden ”DNKX” finns inte. Planen har DNKS och DNKT. Menades ”DNKS” eller ”DNKT”?",
        ),
        (
            "most: 15",
            "most: 10",
            "Målet ”T2” har reach: between och most: 10. Ett spann (reach: between) har ett most som är större än "
            "value, och bara det. Rätta reach eller most.",
        ),
        (
            "value: 80,",
            "value: 80, most: 90,",
            "Målet ”T1” har reach: at_least och most: 90. Ett spann (reach: between) har ett most som är större än "
            "value, och bara det. Rätta reach eller most.",
        ),
        (
            "code: T2",
            "code: T1",
            "Koden ”T1” för ett mål står också på rad 22. Varje kod får användas en gång. Ta bort den ena posten eller "
            "ge den en egen kod.",
        ),
    ],
)
def test_what_contradicts_itself_is_refused(tmp_path, old, new, message):
    assert PLAN.count(old) == 1
    with pytest.raises(ReportError) as caught:
        load_params(workbooks.write_params(tmp_path / "params", plans_2024=PLAN.replace(old, new)))
    assert [one.message for one in caught.value.problems] == [message]


def test_a_target_of_the_region_is_carried_by_somebody(tmp_path):
    plan = PLAN.replace("owner: DNKS", "owner: REGION").replace("committees: [DNKT], reach", "reach")
    with pytest.raises(ReportError) as caught:
        load_params(workbooks.write_params(tmp_path / "params", plans_2024=plan))
    assert [one.message for one in caught.value.problems] == [
        "Det mätbara målet ”T2” bärs av ingen nämnd. Ett mätbart mål i regionens plan följs upp av de nämnder som bär "
        "det. Skriv deras koder i committees, eller posten som det hör till i entry."
    ]

"""The region's table of promises, and what Mål och budget 2024–2028 says of them in its own document."""

from types import SimpleNamespace

from tables import source_table

from followup.analysis.plan.promises import promises_of_committee, promises_of_region
from followup.document.plain import block_text
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.sections.region import promises

PARAMS = load_params()
PLAN = PARAMS.plans[2024]
SHEET = """
    assignment  goal  responsible  due  status       comment
    L1          .     .            .    done         .
    L4          .     .            .    cancelled    Nytt beslut.
    L13         .     .            .    on_schedule  Går bra.
"""


def test_each_committee_has_an_item_and_says_why_where_it_is_late_or_cancelled():
    chosen = [one for one in PLAN.promises if one.code in ("L1", "L4", "L13")]
    own = [one for one in chosen if "RS" in one.committees]
    answers = {"RS": promises_of_committee(own, source_table(SHEET), {})}
    report = SimpleNamespace(
        period=Period(2024, 8),
        main_plan=PLAN,
        promises=promises_of_region(chosen, answers),
        reports={"RS": SimpleNamespace(promises=answers["RS"])},
        sources=SimpleNamespace(is_example=False),
        scale=PARAMS.scales.get,
        name_of=lambda code, short: PARAMS.committees[code].short_name,
    )
    _, counted, table = promises.table(report)
    assert block_text(counted).replace("\xa0", " ").strip() == (
        "Ett av tre löften ur Mål och budget 2024–2028 är klart hos alla nämnder som bär dem."
    )
    assert [(row.key, row.cells[1].text) for row in table.rows] == [
        ("L4", "Avfört"),
        ("L13", "Status saknas"),
        ("L1", "Klart"),
    ]
    assert [" ".join(row.cells[2].text.split()) for row in table.rows] == [
        "– Regionstyrelsen: avfört Nytt beslut. – Ambulans, diagnostik och hälsa: status saknas – Psykiatri: status "
        "saknas",
        "– Regionstyrelsen: enligt plan – Kollektivtrafik: status saknas",
        "Regionstyrelsen: klart",
    ]


def test_a_year_without_promises_says_nothing():
    nothing = promises_of_region([], {})
    assert promises.table(SimpleNamespace(promises=nothing, scale=PARAMS.scales.get)) == ()

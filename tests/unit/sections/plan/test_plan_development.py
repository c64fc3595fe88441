"""What has changed since the follow-up before, in full and in brief."""

from types import SimpleNamespace

import pytest
from plan_texts import plan_of
from tables import source_table

from followup.analysis.plan import plan_statuses, status_development
from followup.document.plain import block_text
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.sections.plan import development

SCALE = load_params().scales["assignment"]
FEBRUARY = """
    node   name  status       responsible  comment
    1.1.1  .     on_schedule  .            .
    1.1.2  .     not_started  .            .
    1.2    .     delayed      .            .
    2.1.1  .     on_schedule  .            .
"""
APRIL = """
    node   name  status       responsible  comment
    1.1.1  .     done         .            .
    1.1.2  .     on_schedule  .            .
    1.2    .     on_schedule  .            Åter i fas.
    2.1.1  .     cancelled    .            Slås samman.
"""


def report(*texts):
    plan = plan_of()
    months = (Period(2018, 2), Period(2018, 4))
    occasions = {
        month: plan_statuses.statuses(plan, source_table(text)) for month, text in zip(months, texts, strict=False)
    }
    latest = list(occasions.values())[-2:]
    return SimpleNamespace(
        plan=plan,
        grades=SCALE,
        statuses=latest[-1],
        status_occasions=occasions,
        status_development=status_development.development(occasions, SCALE),
        status_changes=status_development.changed(latest[0], latest[-1]),
        sources=SimpleNamespace(plan_statuses=source_table(texts[-1]), is_example=False),
    )


def rows(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_every_follow_up_is_counted():
    table = report(FEBRUARY, APRIL).status_development
    assert table.texts("name") == ["februari 2018", "april 2018"]
    assert [table["2018-04", code].value for code in ("all", "done", "on_schedule", "cancelled", "no_status")] == [
        *(5, 1, 2, 1, 1)
    ]
    chart = development.chart(report(FEBRUARY, APRIL))
    assert chart.title == "3 av 5 poster klara eller enligt plan, en fler sedan februari"


def test_what_has_changed_stands_from_what_to_what():
    found = report(FEBRUARY, APRIL)
    table = development.changed(found)
    assert table.caption == "Ändrad status sedan februari 2018"
    assert rows(table) == [
        ["Delmål 1: Attraktivitet"],
        ["1.1.1 Forum (Från MoB 2018)", "Enligt plan", "Klart", "–"],
        ["1.1.2 Modell", "Ej påbörjat", "Enligt plan", "–"],
        ["1.2 Landsbygd", "Försenat", "Enligt plan", "Åter i fas."],
        ["Delmål 2: Konkurrenskraft"],
        ["2.1.1 Forum", "Enligt plan", "Avfört", "Slås samman."],
    ]
    # The cells of both follow-ups.
    origin = found.status_changes.row("1.1.1").fact("origin", tuple)
    assert [str(cells) for cells in origin] == ["prov.xlsx, Blad1!C5", "prov.xlsx, Blad1!C5"]


def test_in_brief_it_is_a_count_and_what_has_begun_or_ceased_to_deviate():
    told, table = development.news(report(FEBRUARY, APRIL))
    assert block_text(told).replace("\u00a0", " ") == (
        "4 poster har en annan status än i februari 2018. Nu är de: klart 1, enligt plan 2 och avfört 1."
    )
    assert [row[0] for row in rows(table)] == [
        *("Delmål 1: Attraktivitet", "1.2 Landsbygd", "Delmål 2: Konkurrenskraft", "2.1.1 Forum")
    ]


@pytest.mark.parametrize("section", [development.changed, lambda one: development.news(one)[0]])
def test_the_years_first_follow_up_and_one_without_changes_say_so(section):
    assert block_text(section(report(FEBRUARY))) == "Det här är årets första uppföljning av planen."
    assert block_text(section(report(APRIL, APRIL))) == "Ingenting har en annan status än i februari 2018."

"""What a committee's report says of its promises, beside its other assignments."""

from types import SimpleNamespace

from tables import source_table

from followup.analysis.plan.promises import counts, promises_of_committee
from followup.document.cells import plain_sentence
from followup.document.plain import block_text
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.sections.committee import goals, promises

PARAMS = load_params()
HEADER = "assignment   goal   responsible   due   status   comment"
AUGUST, DECEMBER = Period(2024, 8), Period(2024, 12)


def report(committee, *rows, period=AUGUST, earlier=()):
    own = PARAMS.plans[2024].promises_of(committee)
    table = source_table("\n".join([HEADER, *rows]))
    before = {Period(2024, 4): source_table("\n".join([HEADER, *earlier]))} if earlier else {}
    found = promises_of_committee(own, table, before)
    return SimpleNamespace(
        period=period,
        params=PARAMS,
        main_plan=PARAMS.plans[2024],
        subject=SimpleNamespace(promises=own),
        sources=SimpleNamespace(assignments=table, is_example=False),
        promises=found,
        promise_counts=counts(found, PARAMS.scales["assignment"]),
        scale=PARAMS.scales.get,
    )


def text(blocks):
    flat = blocks if isinstance(blocks, tuple) else (blocks,)
    return "\n".join(block_text(one) for one in flat).replace("\xa0", " ")


LATE = "L4   6.3   Chef   2024-12-31   delayed   Väntar."
OTHER = "Korta köerna   6.3   Chef   2024-12-31   on_schedule   ."


def test_the_count_the_rest_by_status_and_what_was_done_before():
    told = text(promises.table(report("DNPSH", LATE, OTHER, earlier=["L14   .   .   .   done   ."])))
    assert "Ett av fyra löften ur Mål och budget 2024–2028 är klart." in told
    assert "Övriga: försenat 1 och status saknas 2." in told
    assert (
        "Klart tidigare under året: L14 Utbildningsplatser för läkare, specialistsjuksköterskor och psykologer (april)."
    ) in " ".join(told.split())


def test_a_promise_has_the_plans_words_their_places_its_time_and_who_answers_for_it():
    given = report("DNPSH", LATE, OTHER, earlier=["L14   .   .   .   done   ."])
    _, _, table = promises.table(given)
    words = promises.words(given)
    assert [row.key for row in table.rows] == [row.key for row in words.rows] == ["L4", "L8", "L18"]
    assert [cell.text for cell in words.rows[0].cells] == [
        "L4 Gemensam autismenhet (2024)",
        "”En prioriterad satsning under 2024 är undersöka förutsättningarna för att samla specialistkompetenser och "
        "insatser för barn och ungdomar med autism.”\nPrioriterade områden, Fortsätta utveckla högkvalitativ vård. "
        "Också: Målet Utveckla arbetet för barn och unga med psykisk ohälsa.",
    ]
    assert [cell.text for cell in table.rows[0].cells] == [
        "L4 Gemensam autismenhet (2024)",
        "Försenat",
        "Chef. Klart senast 2024-12-31\nVäntar.",
    ]
    assert [row.cells[0].text for row in table.rows[1:]] == [
        "L8 Nytt vårdinformationsstöd (”Kommande år”)",
        "L18 Arbetssätt för personcentrerade och sammanhållna vårdförlopp",
    ]
    assert table.rows[1].cells[1].text == "Status saknas"


def test_the_year_that_is_over_is_told_in_the_past():
    assert "Ett löfte ur Mål och budget 2024–2028 var inte klart." in text(
        promises.table(report("DNKT", "L13   .   .   .   delayed   .", period=DECEMBER))
    )


def test_where_all_was_done_before_there_is_no_table():
    found = promises.table(report("DNKT", OTHER, earlier=["L13   .   .   .   done   ."]))
    assert [block.kind for block in found] == ["heading", "text"]
    assert promises.words(report("DNKT", OTHER)).rows
    assert promises.words(report("DNKT", OTHER, earlier=["L13   .   .   .   done   ."])).role == "absent"


def test_the_monthly_report_has_a_sentence_that_names_what_is_late_or_has_no_status():
    assert plain_sentence(promises.in_a_sentence(report("DNPSH", LATE))).replace("\xa0", " ") == (
        "Inget av fyra löften i Mål och budget är klart. Försenat: L4 Gemensam autismenhet. Status saknas: L8 Nytt "
        "vårdinformationsstöd, L14 Utbildningsplatser för läkare, specialistsjuksköterskor och psykologer och L18 "
        "Arbetssätt för personcentrerade och sammanhållna vårdförlopp."
    )


def test_more_than_three_that_are_late_have_their_codes_alone():
    assert plain_sentence(promises.in_a_sentence(report("DNPSH"))).replace("\xa0", " ") == (
        "Inget av fyra löften i Mål och budget är klart. Status saknas: L4, L8, L14 och L18."
    )


def test_all_that_is_done_is_said_as_all():
    done = [f"{code}   .   .   .   done   ." for code in ("L4", "L8", "L14", "L18")]
    assert plain_sentence(promises.in_a_sentence(report("DNPSH", *done))).replace("\xa0", " ") == (
        "Alla fyra löften i Mål och budget är klara."
    )


def test_promises_that_go_as_planned_are_no_news():
    planned = [f"{code}   .   .   .   on_schedule   ." for code in ("L4", "L8", "L14", "L18")]
    assert promises.in_a_sentence(report("DNPSH", *planned)) is None
    done = ["L4   .   .   .   done   .", *planned[1:]]
    assert plain_sentence(promises.in_a_sentence(report("DNPSH", *done))).replace("\xa0", " ") == (
        "Ett av fyra löften i Mål och budget är klart."
    )


def test_a_committee_without_promises_hears_nothing_of_them():
    assert promises.table(report("DNRGS", OTHER)) == ()
    assert promises.in_a_sentence(report("DNRGS", OTHER)) is None


def test_money_that_is_spoken_of_elsewhere_in_the_plan_is_told_too():
    table = promises.words(report("DNKT", "L13   .   .   .   delayed   ."))
    assert (
        table.rows[0]
        .cells[1]
        .text.endswith("Om pengar: ”ska samfinansieras tillsammans med Hylte och Falkenbergs kommuner”.")
    )


def test_the_other_assignments_stand_for_themselves():
    assert [row.cells[0].text for row in goals.assignments(report("DNPSH", LATE, OTHER)).rows] == [
        "Korta köerna (mål: Utveckla arbetet för barn och unga med psykisk ohälsa)"
    ]
    assert "inte redovisat några andra uppdrag än löftena." in text(goals.assignments(report("DNPSH", LATE)))
    assert "inte redovisat några uppdrag." in text(goals.assignments(report("DNRGS")))

"""The sheet of assignments against the promises of Mål och budget 2024–2028: DNKT carries L13, DNKS L12 and L16."""

from dataclasses import replace

from series_tables import messages, rows_of

from followup.checks.rows.promise_rows import RULE
from followup.ground.errors import Severity
from followup.params.loading import load_params
from tests.cases import case_of


def sheet(*rows):
    return rows_of(("assignment", "status"), rows)


def told_after(sheets, *rows):
    """What is told of DNKT's rows in December, after the year's sheets by their periods."""
    case = case_of("2024-12", load_params(), committee="DNKT", assignments=sheet(*rows))
    return list(RULE.check(replace(case, others=lambda period, name: sheets.get(str(period)))))


def told(committee, *rows, period="2024-08", earlier=()):
    previous = {"assignments": sheet(*earlier)} if earlier else None
    case = case_of(period, load_params(), committee=committee, previous=previous, assignments=sheet(*rows))
    return list(RULE.check(case))


def test_the_example_of_the_catalogue():
    (problem,) = told("DNKT", ("Ta fram en plan", "done"))
    assert (problem.severity, problem.cell) == (Severity.WARNING, "")
    assert messages([problem]) == [RULE.example]


def test_a_row_is_a_promise_by_code_by_name_or_by_both():
    for text in ("L13", "busslinje mellan hylte och falkenberg", "L13 Busslinje mellan Hylte och Falkenberg"):
        assert told("DNKT", (text, "delayed")) == []


def test_a_promise_that_was_done_earlier_in_the_year_needs_no_row():
    assert told("DNKT", ("Annat", "done"), earlier=[("L13", "done")]) == []
    assert len(told("DNKT", ("Annat", "done"), earlier=[("L13", "on_schedule")])) == 1
    # February is the year's first: there is nothing before it.
    assert len(told("DNKT", ("Annat", "done"), period="2024-02", earlier=[("L13", "done")])) == 1


def test_one_that_was_taken_up_again_needs_a_row_until_it_is_done_again():
    sheets = {"2024-04": sheet(("L13", "done")), "2024-08": sheet(("L13", "delayed"))}
    assert [one.found[:13] for one in told_after(sheets, ("Annat", "done"))] == ["Rader saknas "]
    assert told_after({**sheets, "2024-10": sheet(("L13", "done"))}, ("Annat", "done")) == []
    # In August it was told.
    assert told_after(sheets, ("L13", "on_schedule")) == []


def test_a_row_that_is_nearly_a_promise():
    for text in ("L 13", "L13: Busslinje Hylte–Falkenberg", "L14 Busslinje mellan Hylte och Falkenberg"):
        (problem, _) = told("DNKT", (text, "delayed"))
        assert (problem.severity, problem.cell) == (Severity.WARNING, "A5")
        assert messages([problem]) == [
            f"”{text}” ser ut att vara löftet ”L13 Busslinje mellan Hylte och Falkenberg”, men är varken dess kod, "
            "dess namn eller båda. Ett löfte skrivs med sin kod, sitt namn eller båda. Skriv ”L13 Busslinje mellan "
            "Hylte och Falkenberg” i cellen, om det är löftet."
        ]
    # Its own words about buses.
    assert len(told("DNKT", ("Busslinjer i Hylte", "delayed"))) == 1


def test_several_are_one_warning():
    (problem,) = told("DNKS", ("Annat", "done"))
    assert "”L12 Folkbildning genom folkhögskolorna” och ”L16 Handlingsplan för gestaltad livsmiljö”" in problem.found


def test_the_same_promise_twice_is_an_error():
    (problem,) = told("DNKT", ("L13", "done"), ("Busslinje mellan Hylte och Falkenberg", "delayed"))
    assert (problem.severity, problem.cell) == (Severity.ERROR, "A6")
    assert messages([problem]) == [
        "”Busslinje mellan Hylte och Falkenberg” är samma löfte som ”L13”. Varje löfte står på en rad. Ta bort den ena "
        "raden."
    ]


def test_the_same_text_twice_is_told_where_it_is_read():
    assert told("DNKT", ("L13", "done"), ("L13", "done")) == []


def test_a_promise_is_not_undone():
    assert told("DNKT", ("L13", "done"), earlier=[("L13", "done")]) == []
    (problem,) = told("DNKT", ("L13", "delayed"), earlier=[("L13", "done")])
    assert (problem.severity, problem.cell) == (Severity.WARNING, "B5")
    assert messages([problem]) == [
        "Löftet ”L13 Busslinje mellan Hylte och Falkenberg” är inte klart, men var det i 2024-02. Ett löfte som är "
        "klart förblir klart. Rätta statusen, eller skriv i kommentaren varför arbetet har tagits upp igen."
    ]


def test_a_promise_of_somebody_elses():
    (problem,) = told("DNKT", ("L13", "done"), ("L12", "done"))
    assert (problem.severity, problem.cell) == (Severity.WARNING, "A6")
    assert messages([problem]) == [
        "”L12 Folkbildning genom folkhögskolorna” är ett löfte som DNKT inte bär. Mål och budget 2024–2028 ger det "
        "till DNKS. Ta bort raden, eller lägg till DNKT under löftets committees i planen."
    ]


def test_what_only_begins_as_a_promise_is_told():
    (problem,) = told("DNKT", ("L13", "done"), ("L99 Ny spårväg", "done"))
    assert (problem.severity, problem.cell) == (Severity.WARNING, "A6")
    assert messages([problem]) == [
        "”L99 Ny spårväg” börjar som ett löftes kod, men är inget löfte i Mål och budget 2024–2028. Ett löfte skrivs "
        "med sin kod, sitt namn eller båda, som planen har dem. Rätta koden, eller ta bort den om raden är ett annat "
        "uppdrag."
    ]


def test_another_assignment_with_a_number_is_no_promise():
    assert told("DNKT", ("L13", "done"), ("Etapp 2 av depån", "done"), ("E20 breddas", "done")) == []


def test_a_committee_or_a_year_without_promises_needs_no_rows():
    assert told("DNRGS", ("Annat", "done")) == []
    assert told("DNKT", ("Annat", "done"), period="2023-08") == []

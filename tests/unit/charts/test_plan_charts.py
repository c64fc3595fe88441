"""The charts of plans: what their titles and alt texts say of the data."""

import pytest
from chart_examples import ASSIGNMENT, EXAMPLES, LONG_NAME, WORDS, plan_counts, plan_frame, plan_status
from reading import plain, texts

from followup.charts import plan_frames, plan_size, plan_statuses, status_development


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ({"1": ("Tillväxt", 75), "2": ("Vård", 36)}, "Tillväxt har flest: 75 aktiviteter"),
        ({"1": ("Tillväxt", 1), "2": ("Vård", 0)}, "Tillväxt har flest: 1 aktivitet"),
        ({"1": ("Tillväxt", 4), "2": ("Vård", 4), "3": ("IT", 1)}, "2 delmål har flest: 4 aktiviteter var"),
        ({"1": ("Tillväxt", 4), "2": ("Vård", 4)}, "Varje delmål har 4 aktiviteter"),
        (
            {"1": (LONG_NAME, 2), "2": ("IT", 1)},
            "Arbetar hälsofrämjande och levererar en individuell … har flest: 2 aktiviteter",
        ),
        ({"1": ("Ekonomi", 0)}, "Planen har inga aktiviteter"),
        ({}, "Planen har inga aktiviteter"),
    ],
)
def test_the_title_says_which_part_is_largest(rows, title):
    assert plain(plan_size.title(plan_counts(rows), WORDS)) == title


def test_the_alt_text_counts_every_part():
    assert plain(EXAMPLES["plan-size"]().alt) == (
        "Liggande stapeldiagram över antalet aktiviteter per delmål, 94 sammanlagt. 1.1 Hög attraktivitet 58; 1.4 "
        f"{LONG_NAME} 36; 1.9 Ekonomi 0."
    )


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ({"A": (100, 110), "B": (100, 114)}, "Ramarna växer med 12,0 procent från 2024 till 2028"),
        ({"A": (100, 90)}, "Ramarna minskar med 10,0 procent från 2024 till 2028"),
        ({"A": (100, 100.01)}, "Ramarna är lika stora 2028 som 2024"),
        ({"A": (100, None)}, "Någon budgetram saknas"),
    ],
)
def test_the_title_says_how_all_frames_change(rows, title):
    assert plain(plan_frames.title(plan_frame(rows))) == title


def test_the_alt_text_tells_both_ends_of_every_frame():
    assert plain(EXAMPLES["plan-frames"]().alt) == (
        "Punktdiagram med en rad för varje budgetram i mnkr; en ring visar 2024, en fylld cirkel 2028 och en linje "
        "förbinder dem. Driftnämnd Hallands Sjukhus 5 600 och 6 437; Regiongemensamma kostnader 671 och 24."
    )


def test_the_smallest_frames_of_many_are_summed():
    table = texts(EXAMPLES["plan-frames-many"]())
    # 92 + 91 + 90 + 89, and 110 four times.
    assert table[-1] == ["Övriga fyra", "362", "440"]


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ({"1": ("A", (2, 3, 1, 0, 0, 1))}, "5 av 7 aktiviteter har status klart eller enligt plan"),
        ({"1": ("A", (2, 3, 0, 0, 0, 0))}, "Alla 5 aktiviteter har status klart eller enligt plan"),
        ({"1": ("A", (0, 0, 1, 0, 0, 1))}, "0 av 2 aktiviteter har status klart eller enligt plan"),
        ({}, "Planen har inget som följs upp"),
    ],
)
def test_the_title_says_how_much_goes_as_planned(rows, title):
    assert plan_statuses.title(plan_status(rows), ASSIGNMENT, "aktiviteter") == title


def test_the_alt_text_counts_the_statuses_and_names_where_most_is_late():
    frame = plan_status({"1": ("Vård", (2, 3, 1, 0, 1, 1)), "2": ("IT", (1, 0, 0, 0, 0, 0))})
    assert plan_statuses.alt(frame, ASSIGNMENT, "mål") == (
        "Liggande stapeldiagram med en stapel för var och en av planens 2 delar, så lång som delen har mål. Antal "
        "per status: klart 3, enligt plan 3, försenat 1, ej påbörjat 0, avfört 1 och status saknas 1. Flest "
        "avvikelser från planen har 1 Vård (2)."
    )


@pytest.mark.parametrize(
    ("late", "named"),
    [
        ((3, 2, 1, 0), "A 1 (3), B 2 (2) och C 3 (1)"),
        # The third and the fourth are late as often: neither is among the most.
        ((3, 2, 1, 1), "A 1 (3) och B 2 (2)"),
        ((1, 1, 1, 1), None),
    ],
)
def test_no_part_is_among_the_most_if_one_that_is_left_out_has_as_many(late, named):
    frame = plan_status(
        {
            letter: (str(n), (0, 0, count, 0, 0, 0))
            for n, (letter, count) in enumerate(zip("ABCD", late, strict=True), 1)
        }
    )
    told = plan_statuses.alt(frame, ASSIGNMENT, "mål")
    assert ("Flest avvikelser" in told) == bool(named)
    assert named is None or told.endswith(f"Flest avvikelser från planen har {named}.")


@pytest.mark.parametrize(
    ("before", "now", "title"),
    [
        # Done, on schedule, delayed, not started, cancelled, without a status.
        (
            (0, 4, 0, 5, 0, 1),
            (3, 4, 1, 1, 0, 1),
            "7 av 10 mål klara eller enligt plan, tre fler sedan februari",
        ),
        (
            (3, 4, 1, 1, 0, 1),
            (2, 2, 4, 1, 0, 1),
            "4 av 10 mål klara eller enligt plan, tre färre sedan februari",
        ),
        (
            (3, 4, 1, 1, 0, 1),
            (4, 3, 1, 1, 0, 1),
            "7 av 10 mål klara eller enligt plan, oförändrat sedan februari",
        ),
    ],
)
def test_the_title_says_how_the_statuses_have_developed(before, now, title):
    """Since the follow-up before, and not since the year's first."""
    first = ("januari 2018", (10, 0, 0, 0, 0, 0))
    frame = plan_status({"2018-01": first, "2018-02": ("februari 2018", before), "2018-04": ("april 2018", now)})
    assert plain(status_development.title(frame, "mål")) == title


def test_the_alt_text_tells_every_follow_up():
    assert plain(EXAMPLES["status-development"]().alt) == (
        "Liggande stapeldiagram med en stapel för var och en av årets 2 uppföljningar. Februari 2018 4 klara eller "
        "enligt plan, 0 som avviker och 6 övriga; april 2018 7 klara eller enligt plan, 1 som avviker och 2 övriga."
    )
    assert plain(status_development.title(plan_status({"2018-02": ("februari 2018", (0, 4, 0, 5, 0, 1))}), "mål")) == (
        "4 av 10 mål klara eller enligt plan"
    )

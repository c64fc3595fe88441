import pytest
from chart_examples import EXAMPLES, projects
from reading import plain, texts

from followup.charts import investments


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ({"A": (10, 1, 8.5), "B": (20, 1, 20)}, "Investeringarna väntas bli 1,5 mnkr under årsbudgeten på 30,0 mnkr"),
        ({"A": (10, 1, 12)}, "Investeringarna väntas bli 2,0 mnkr över årsbudgeten på 10,0 mnkr"),
        ({"A": (10, 1, 10.04)}, "Investeringarna väntas följa årsbudgeten på 10,0 mnkr"),
        ({"A": (10, 1, 10), "B": (20, 2.5, None)}, "3,5 av 30,0 mnkr är investerat, prognos saknas"),
        ({"A": (10, None, None)}, "Prognos och utfall saknas för något projekt"),
        ({"A": (None, 1, 1)}, "Investeringsbudget saknas för något projekt"),
        ({}, "Inga investeringar är budgeterade"),
    ],
)
def test_title(rows, title):
    assert plain(investments.title(projects(rows))) == title


def test_alt_tells_every_project():
    assert plain(EXAMPLES["investments"]().alt) == (
        "Liggande stapeldiagram över investeringar i mnkr: årsbudgeten 2024 som ljust fält, utfallet januari–april "
        "2024 som mörk stapel och helårsprognosen som romb. Operationsrobot utfall 3,5 mnkr, prognos 22,0 mnkr, budget "
        "24,0 mnkr; Ombyggnad av akutmottagningen i Halmstad utfall 18,2 mnkr, prognos 64,5 mnkr, budget 61,0 mnkr; "
        "Röntgenutrustning utfall 0,0 mnkr, prognos 6,0 mnkr, budget 12,5 mnkr; Övriga utfall 4,1 mnkr, prognos "
        "saknas, budget 9,5 mnkr."
    )


def test_the_smallest_of_many_are_summed():
    table = texts(EXAMPLES["investments-many"]())
    assert [row[0] for row in table] == [*(f"Projekt {place}" for place in range(5, 13)), "Övriga fyra investeringar"]
    # 1 + 2 + 3 + 4 in budget and in forecast, and 1 four times in outcome.
    assert table[-1] == ["Övriga fyra investeringar", "10,0", "4,0", "10,0"]


def test_nine_projects_stand_for_themselves():
    frame = projects({f"Projekt {place}": (1, 1, 1) for place in range(9)})
    assert list(investments.largest(frame).names) == list(frame.names)

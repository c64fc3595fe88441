import pytest
from chart_examples import EXAMPLES, MEASURES, classes, kr, measures
from reading import plain, texts

from followup.charts import class_bridge, measures_bridge


@pytest.mark.parametrize(
    ("forecast", "effects", "title"),
    [
        (-22, MEASURES, "Föreslagna åtgärder skulle minska underskottet från 22,0 till 8,5 mnkr"),
        (-22, {"A": 22}, "Föreslagna åtgärder skulle täcka hela underskottet på 22,0 mnkr"),
        (-22, {"A": 30}, "Föreslagna åtgärder skulle täcka hela underskottet på 22,0 mnkr"),
        (-22, {"A": -2}, "Föreslagna åtgärder skulle ändra prognosen från minus 22,0 till minus 24,0 mnkr"),
        (3, {"A": 2}, "Föreslagna åtgärder skulle ändra prognosen från plus 3,0 till plus 5,0 mnkr"),
        (-22, {"A": 0}, "Föreslagna åtgärder skulle inte ändra prognosen, minus 22,0 mnkr"),
        (-22, {"A": 1, "B": None}, "Effekten saknas för en av två föreslagna åtgärder"),
        (-22, {}, "Inga åtgärder är föreslagna mot underskottet på 22,0 mnkr"),
        (3, {}, "Inga åtgärder är föreslagna"),
        (None, MEASURES, "Prognos saknas, så åtgärdernas betydelse kan inte visas"),
    ],
)
def test_title_of_measures(forecast, effects, title):
    assert plain(measures_bridge.title(kr(forecast), measures(effects))) == title


def test_alt_of_measures():
    assert plain(EXAMPLES["measures"]().alt) == (
        "Vattenfallsdiagram i mnkr från prognosens avvikelse mot budget, en stapel för varje föreslagen åtgärd, till "
        "det som återstår. Prognosen med beslutade åtgärder är minus 22,0 mnkr. Åtgärderna: Färre hyrsköterskor plus "
        "6,5 mnkr, Anställningsprövning plus 4,0 mnkr och Ny upphandling av laboratorietjänster plus 3,0 mnkr. Det som "
        "återstår är minus 8,5 mnkr."
    )


def test_the_smallest_measures_are_summed():
    assert texts(EXAMPLES["measures-many"]()) == [
        ["Prognos med beslutade åtgärder", "−22,0"],
        ["Åtgärd 8", "+8,0"],
        ["Åtgärd 7", "+7,0"],
        ["Åtgärd 6", "+6,0"],
        ["Åtgärd 5", "+5,0"],
        ["Åtgärd 4", "+4,0"],
        # 3 + 2 + 1; 36 in all.
        ["Övriga tre åtgärder", "+6,0"],
        ["Kvar om alla föreslagna genomförs", "+14,0"],
    ]


def test_what_remains_is_unknown_when_an_effect_is():
    table = texts(EXAMPLES["measures-missing"]())
    assert [row[1] for row in table] == ["−22,0", "+6,5", "+4,0", "+3,0", "–", "–"]
    assert EXAMPLES["measures-missing"]().alt.endswith("Det som återstår går inte att beräkna.")


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ({"Intäkter": 12, "Personalkostnader": -30.5}, "Personalkostnader drar ned prognosen mest, minus 30,5 mnkr"),
        ({"Intäkter": 12, "Personalkostnader": -3}, "Intäkter lyfter prognosen mest, plus 12,0 mnkr"),
        (
            {"Intäkter": -2, "Personalkostnader": -2},
            "Intäkter och personalkostnader drar ned prognosen mest, minus 2,0 mnkr var",
        ),
        ({"Intäkter": 2, "Personalkostnader": -2}, "Kontoklassernas avvikelser tar ut varandra i prognosen"),
        ({"Intäkter": 0.01, "Personalkostnader": 0}, "Prognosen följer budget för alla kontoklasser"),
        ({"Intäkter": 2, "Personalkostnader": None}, "Prognos saknas för personalkostnader"),
        ({"Intäkter": None}, "Prognos per kontoklass saknas"),
        ({}, "Prognos per kontoklass saknas"),
    ],
)
def test_title_of_classes(rows, title):
    assert plain(class_bridge.title(classes(rows))) == title


def test_alt_and_numbers_of_classes():
    chart = EXAMPLES["classes"]()
    assert plain(chart.alt) == (
        "Vattenfallsdiagram i mnkr som går från årsbudgeten, 0, till prognosens avvikelse med en stapel för varje "
        "kontoklass; staplar åt vänster försämrar. Intäkter plus 12,0 mnkr, Personalkostnader minus 30,5 mnkr och "
        "Övriga driftskostnader minus 3,5 mnkr. Summan är minus 22,0 mnkr."
    )
    assert texts(chart) == [
        ["Intäkter", "+12,0"],
        ["Personalkostnader", "−30,5"],
        ["Övriga driftskostnader", "−3,5"],
        ["Prognosavvikelse", "−22,0"],
    ]

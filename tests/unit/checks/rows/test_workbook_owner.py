"""A workbook that is another committee's is one message, whatever its cover says."""

import shutil

from followup.checks.rows import workbook_owner
from tests.small_set import problems_for
from tests.workbooks import DNKS, DNKT, edit


def messages(data, params) -> list[str]:
    return [problem.message for problem in problems_for(data, params)]


def test_the_example_of_the_catalogue(data, params):
    """Somebody copied DNKT's workbook and corrected the cover."""
    shutil.copyfile(data / DNKT, data / DNKS)
    edit(data / DNKS, "Rapport", {"B3": "DNKS"})
    assert messages(data, params) == [workbook_owner.RULE.example]


def test_another_committees_workbook_is_one_message(data, params):
    shutil.copyfile(data / DNKT, data / DNKS)
    # A cell that cannot be read and a goal that is not DNKS's: nothing about a workbook that is not its own.
    edit(data / DNKS, "Prognos", {"D2": "okänt"})
    edit(data / DNKS, "Mål", {"A2": "Ett annat mål", "B2": "Kanske"})
    assert messages(data, params) == [
        "Försättsbladet anger nämnden DNKT. Filens plats och namn anger nämnden DNKS. Prognosens verksamheter är också "
        "DNKT:s. Byt arbetsboken mot DNKS:s egen. Annat i arbetsboken är inte kontrollerat."
    ]
    assert problems_for(data, params, "DNKT") == []


def test_a_forecast_of_unknown_activities(data, params):
    edit(data / DNKS, "Prognos", {"A2": "Ett", "A3": "Två", "A4": "Tre", "A5": "Fyra"})
    assert messages(data, params) == [
        "Av prognosens 4 verksamheter finns 0 i huvudboken för DNKS. Verksamheterna skrivs som i huvudboken. "
        "Kontrollera att arbetsboken och uttaget ur ekonomisystemet har samma indelning i verksamheter. "
        "Annat i arbetsboken är inte kontrollerat."
    ]


def test_a_committee_with_one_activity_misspelt_is_no_other_committee(data, params):
    edit(data / DNKT, "Prognos", {"A2": "Trafikk"})
    assert [problem.message for problem in problems_for(data, params, "DNKT")] == [
        "Verksamheten ”Trafik” i huvudboken heter troligen ”Trafikk” i prognosen. Verksamheten har samma namn på båda "
        "ställena. Rätta det namn som är fel."
    ]

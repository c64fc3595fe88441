"""A workbook may lack the sheet of an optional table; one that is only misspelt is told."""

import openpyxl
import pytest

from followup.ground.period import Period
from tests.small_set import problems_for

BOOK = "2024/2024-04/DNKS.xlsx"


def with_sheet(data, name, *rows):
    path = data / BOOK
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.create_sheet(name)
    for row in (("Mål", "Värde", "Mätt", "Källa", "Kommentar"), *rows):
        sheet.append(row)
    workbook.save(path)


def test_nobody_misses_the_sheet(data, params):
    assert [one for one in problems_for(data, params, period=Period(2024, 4)) if "Mätvärden" in one.found] == []


@pytest.mark.parametrize("name", ["Mätvärde", "Mätvarden", "Mätvärden 2024-04"])
def test_a_sheet_that_can_only_be_it_is_asked_for(data, params, name):
    with_sheet(data, name, ("T1", 2, "2024", None, None))
    (found,) = [one for one in problems_for(data, params) if "Mätvärden" in one.found]
    assert found.workbook == BOOK
    assert found.found == (
        "Bladet ”Mätvärden” saknas. Arbetsboken har bladen ”Rapport”, ”Prognos”, ”Prognoshistorik”, ”Mål”, ”Uppdrag”, "
        f"”Åtgärder”, ”Kommentarer” och ”{name}”."
    )
    assert found.remedy == f"Menades det med ”{name}”? Byt i så fall namn på bladet till ”Mätvärden”."


def test_the_sheet_is_read_where_it_is(data, params):
    with_sheet(data, "Mätvärden", ("T1", 2, "2024", None, None))
    found = [one for one in problems_for(data, params) if one.sheet == "Mätvärden"]
    # The small plan has no targets.
    assert [(one.cell, one.found) for one in found] == [("A2", "”T1” finns inte i planen.")]

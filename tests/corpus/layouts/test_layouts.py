"""Every shape of a table gives the long table that it is, with each value's own cell, or a question."""

from __future__ import annotations

import re

import pytest

from followup.ground.paths import PROJECT
from followup.params.column_layout import ColumnLayout
from followup.params.layouts import TableLayout
from tests.corpus.layouts import (
    cases_attacks,
    cases_filled,
    cases_headings,
    cases_months,
    cases_seeds,
    cases_several,
    cases_totals,
    cases_units,
)
from tests.office_tables import Office, layout_of, lines_of, long_rows, problems_in, read_office, totals_in

OFFICES = [
    *cases_units.OFFICES,
    *cases_headings.OFFICES,
    *cases_months.OFFICES,
    *cases_several.OFFICES,
    *cases_totals.OFFICES,
    *cases_seeds.OFFICES,
    *cases_filled.OFFICES,
    *cases_attacks.OFFICES,
]


@pytest.mark.parametrize("office", OFFICES, ids=lambda one: one.name)
def test_layout(office: Office) -> None:
    layout = layout_of(office.layout)
    read = read_office(layout, office.sheet, office.merged)
    if office.found:
        assert problems_in(read) == lines_of(office.found)
    else:
        assert [*problems_in(read), *long_rows(read, layout)] == lines_of(office.expected)
    assert not office.totals or totals_in(read) == lines_of(office.totals)


def test_there_are_as_many_as_were_asked_for() -> None:
    assert len(OFFICES) >= 60
    assert len({office.name for office in OFFICES}) == len(OFFICES)


def test_every_key_of_the_recipe_has_a_sheet() -> None:
    text = (PROJECT / "DEVELOPERS.md").read_text(encoding="utf-8")
    recipe = text.split("\n### A table of another shape\n")[1].split("\n### ")[0]
    rows = [line for line in recipe.splitlines() if line.startswith("| ")][1:]
    code = " ".join(span for row in rows for span in re.findall("`([^`]+)`", row))
    named = set(re.findall(r"[a-z_]+", code)) & {*ColumnLayout.model_fields, *TableLayout.model_fields, "blank"}
    shaped = {
        "unit_column",
        "optional",
        "spread",
        "from_accumulated",
        "fill_down",
        "group_row",
        "blank_rows",
        "committees",
    }
    assert named >= shaped
    layouts = [layout_of(office.layout) for office in OFFICES if office.expected]
    used = {key for layout in layouts for key in layout.model_fields_set}
    used |= {key for layout in layouts for column in layout.columns.values() for key in column.model_fields_set}
    used |= {key for layout in layouts if layout.total_row for key in layout.total_row.model_fields_set}
    assert named - used == set()

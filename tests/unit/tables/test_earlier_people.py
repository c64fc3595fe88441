"""Everybody's rows, and those of earlier periods, in the sources of one committee."""

from __future__ import annotations

import pytest

from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.subject import subject_of
from followup.sources.sources import load_sources
from followup.tables.earlier_people import earlier_workbooks


@pytest.mark.slow
def test_a_committees_sources_hold_everybodys_rows_of_this_period_and_of_earlier_ones(example_data):
    sources = load_sources(subject_of(example_data, Period(2023, 4), "DNKS", load_params()))
    assert sources.sickness.values("committee") == ["DNKS"]
    now, earlier = sources.everyone["sickness"]
    assert {"DNKS", "DNHS", "PN", "GNHH"} <= set(now.values("committee"))
    assert (now.workbook, earlier.workbook) == ("2023/2023-04/personal.xlsx", "2023/2023-02/personal.xlsx")
    assert max(earlier.values("period")) == "2023-02"
    assert [file.workbook for file in sources.earlier_files] == ["2023/2023-02/personal.xlsx"]
    # They are not what the report is made from.
    assert "2023/2023-02/personal.xlsx" not in {file.workbook for file in sources.files}


def test_the_year_and_the_year_before_count():
    found = earlier_workbooks(Period(2024, 8), load_params())
    assert found == [
        f"{period[:4]}/{period}/personal.xlsx"
        for period in ("2024-04", "2024-02", "2023-12", "2023-10", "2023-08", "2023-04", "2023-02")
    ]

"""The region's workbook of the example: complete in each period, in step with the story, and without persons."""

from __future__ import annotations

import re

import openpyxl
import pytest
import yaml

from followup.example import story
from followup.example.region_workbook import amounts_of, filled, holder_rows, region_workbook, without_workbook
from followup.ground.paths import PROJECT
from followup.params.loading import load_params

SHEETS = [
    *("Rapport", "Beslut", "Kommentarer", "Prognos övriga", "Fokusområden"),
    *("Resultaträkning", "Balansräkning", "Balanskrav"),
]
TEXTS = yaml.safe_load((PROJECT / "followup" / "example" / "region_texts.yml").read_text(encoding="utf-8"))


def rows_of(workbook: openpyxl.Workbook, sheet: str) -> list[tuple]:
    """The rows below the header, to an empty one; the header stands in row 6."""
    found = []
    for row in workbook[sheet].iter_rows(min_row=7, values_only=True):
        if not any(value is not None for value in row):
            break
        found.append(row)
    return found


def test_every_period_has_its_texts_and_sheets():
    assert tuple(TEXTS) == story.PERIODS
    for period in story.PERIODS:
        assert region_workbook(period).sheetnames == SHEETS


@pytest.mark.parametrize("period", story.PERIODS)
def test_no_placeholder_is_left_and_no_amount_is_written_by_hand(period):
    workbook = region_workbook(period)
    words = [str(cell.value) for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.value]
    assert not [text for text in words if "{" in text or "}" in text]
    by_hand = [text for text in yaml.safe_dump(TEXTS[period], allow_unicode=True).splitlines() if "mnkr" in text]
    assert by_hand == []


def test_amounts_of_the_region_are_those_of_all_holders_as_a_report_shows_them():
    # The story's own sums for 2024-08: −31.5 accumulated, −98.0 in the forecast, −103.0 in April.
    # The report shows outcome −8 943,0 and budget −8 911,6 of the ledger's rounded months, and so −31,4.
    words = amounts_of("REGION", "2024-08").words()
    assert words["deviation"].replace("\xa0", " ") == "minus 31,4 mnkr"
    assert filled("{REGION:forecast}, {REGION:change}; {DNHS:forecast}", "2024-08").replace("\xa0", " ") == (
        "minus 98,0 mnkr, 5,0 mnkr bättre än föregående prognos; minus 121,5 mnkr"
    )


def test_holders_without_a_workbook_are_forecast_here():
    assert without_workbook("2024-08") == ("PN", "GNHH", "REV", "RHF", "RGK")
    assert without_workbook("2024-12") == ("REV", "RHF", "RGK")
    # Frames 2024 (1, 83, 6, 8, 671) less the forecast deviation (0, −2, 0, 6, 7.5); the one before was 0.
    assert holder_rows("2024-08") == [
        ("PN", 1.0, 1.0, None),
        ("GNHH", 85.0, 83.0, None),
        ("REV", 6.0, 6.0, None),
        ("RHF", 2.0, 8.0, None),
        ("RGK", 663.5, 671.0, None),
        ("Summa", 757.5, 769.0, None),
    ]


@pytest.mark.parametrize("period", ["2023-08", "2023-12", "2024-08", "2024-12"])
def test_focus_areas_are_decided_with_reason_function_and_date(period):
    rows = rows_of(region_workbook(period), "Fokusområden")
    roots = load_params(PROJECT / "params").plans[int(period[:4])].roots
    known = {text for root in roots for text in (root.code, root.name)}
    assert len(rows) >= 2
    for area, word, reason, decided_by, decided_on in rows:
        assert area in known
        assert word in {"Bedöms uppnås", "Osäkert", "Bedöms inte uppnås", "Uppnått", "Delvis uppnått", "Inte uppnått"}
        assert len(reason) > 30
        assert decided_by == "regiondirektör"
        assert decided_on.isoformat()[:10] == story.hand_in_date("REGION", period)


@pytest.mark.parametrize("period", [period for period in story.PERIODS if period[-2:] in ("04", "08", "12")])
def test_follow_ups_tell_of_events_and_what_is_expected(period):
    sections = [row[0] for row in rows_of(region_workbook(period), "Kommentarer")]
    assert {"Väsentliga händelser", "Händelser efter perioden", "Förväntad utveckling"} <= set(sections)


def test_only_functions_hand_in_and_decide():
    for period in story.PERIODS:
        form = {row[0]: row[1] for row in rows_of(region_workbook(period), "Rapport")}
        assert form.get("Lämnad av", "ekonomidirektör, Region Halland") == "ekonomidirektör, Region Halland"
    assert not re.search(r"\b[A-ZÅÄÖ][a-zåäö]+ [A-ZÅÄÖ][a-zåäö]+son\b", yaml.safe_dump(TEXTS, allow_unicode=True))

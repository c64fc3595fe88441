"""The region among regions: the latest known year, ranks with ties and directions, and what is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from followup.analysis import comparison
from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.params.kolada_params import ComparedIndicator, KoladaFile
from followup.params.params_problems import validated
from followup.params.yaml_file import read_yaml
from followup.tables.kolada import load_kolada
from tests.tables import source_table

_TABLE = source_table("""
    kpi  region  year  value
    A    r00     2021  50
    A    r01     2021  40
    A    r13     2021  60
    A    r00     2022  51
    A    r01     2022  70
    A    r03     2022  52
    A    r04     2022  52
    A    r13     2022  52
    A    r00     2024  55
    A    r13     2024  99
    B    r01     2022  7
    B    r13     2022  .
    B    r13     2020  5
    C    r01     2022  1
""")
# A year is a text, as in the file.
VALUES = replace(_TABLE, frame=_TABLE.frame.assign(year=_TABLE.frame["year"].astype(int).astype(str)))


def indicator(kpi="A", direction="higher", unit="%") -> ComparedIndicator:
    return ComparedIndicator(
        kpi=kpi, group="6", name="Namn", unit=unit, decimals=1, direction=direction, committees=("DNHS",)
    )


def row(one: ComparedIndicator, latest: int = 2023):
    return comparison.compared(VALUES, [one], "r13", "r00", latest).row(one.kpi).entries


def test_a_report_knows_the_year_before_its_own():
    assert comparison.latest_year(Period(2024, 4)) == 2023
    assert comparison.latest_year(Period(2024, 12)) == 2023


def test_the_latest_known_year_beside_the_country():
    found = row(indicator())
    assert (found["year"], found["value"].value, found["country"].value) == ("2022", 52, 51)
    assert (found["difference"].value, found["difference"].unit, found["standing"]) == (1, "procentenheter", "better")
    assert [cells.address for cells in found["difference"].origin] == ["D8,D12"]
    assert row(indicator(), latest=2024)["value"].value == 99


def test_equal_values_share_a_place_below_the_better_ones():
    found = row(indicator())
    # 70, then three times 52.
    assert (found["rank"].value, found["tied"], found["regions"].value) == (2, 2, 4)
    # Where low is good the three come first.
    assert (row(indicator(direction="lower"))["rank"].value, row(indicator(direction="lower"))["tied"]) == (1, 2)


def test_the_rank_rests_on_the_cells_of_all_regions_but_not_on_the_country_s():
    origin = row(indicator())["rank"].origin
    assert [cells.address for cells in origin] == ["D9:D12"]


@pytest.mark.parametrize(("direction", "standing"), [("higher", "better"), ("lower", "worse"), ("neutral", "")])
def test_standing_by_direction(direction, standing):
    assert row(indicator(direction=direction))["standing"] == standing


def test_a_country_of_the_same_value_is_equal():
    found = comparison.compared(VALUES, [indicator()], "r03", "r04", 2023).row("A").entries
    assert (found["standing"], found["difference"].value) == ("equal", 0)


def test_an_older_year_where_the_latest_is_missing():
    found = row(indicator("B", unit="dagar"))
    assert (found["year"], found["value"].value) == ("2020", 5)
    assert (found["rank"].value, found["regions"].value) == (1, 1)
    # Nobody has told the country's.
    assert found["country"].is_missing
    assert found["difference"].is_missing
    assert (found["standing"], found["difference"].unit) == ("", "dagar")


def test_no_value_at_all():
    for one in (indicator("C"), indicator("D")):
        found = row(one)
        assert (found["year"], found["standing"], found["tied"]) == ("", "", 0)
        assert found["value"].is_missing
        assert found["rank"].is_missing
        assert found["regions"].is_missing


def test_years_between_others_are_gaps():
    frame = comparison.by_region(VALUES, indicator(), 2024)
    assert list(frame.names) == ["2021", "2022", "2023", "2024"]
    assert all(figure.is_missing for figure in frame.row("2023").figures.values())
    assert frame["2021", "r03"].is_missing
    assert frame["2021", "r13"].origin[0].address == "D7"
    assert len(comparison.by_region(VALUES, indicator("D"), 2024)) == 0


# Kolada's own values --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def compared():
    file = read_yaml(PROJECT / "params" / "kolada.yml", "params/kolada.yml")
    params = validated(file, KoladaFile, file.content)
    kolada = load_kolada(PROJECT / "data" / "example", params)
    return comparison.of_committee(kolada, params, "REGION", Period(2024, 4))


@pytest.mark.parametrize(
    ("kpi", "year", "value", "country", "difference", "standing", "rank", "tied", "regions"),
    [
        # Counted in the file by sorting its lines: grep ^N79221 … ,2023, | sort -t, -k5 -n.
        ("N79221", "2023", 86.8, 67.8, 19.0, "better", 3, 0, 21),
        ("N79176", "2023", 9.0, 5.1, 3.9, "worse", 20, 0, 20),
        ("N63146", "2023", 2.0, -3.1, 5.1, "better", 1, 0, 21),
        ("N63125", "2023", 11.5, 11.6, -0.1, "", 13, 5, 21),
        # No value for Region Halland in 2023.
        ("N79179", "2022", 93.6, 86.3, 7.3, "better", 4, 0, 21),
    ],
)
def test_region_halland_in_2023(compared, kpi, year, value, country, difference, standing, rank, tied, regions):
    found = compared.row(kpi).entries
    assert (found["year"], found["value"].value, found["country"].value) == (year, value, country)
    assert found["difference"].value == pytest.approx(difference)
    assert (found["standing"], found["rank"].value, found["tied"]) == (standing, rank, tied)
    assert found["regions"].value == regions

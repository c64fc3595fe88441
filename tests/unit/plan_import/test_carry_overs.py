"""What a last parenthesis is: the names are those of the plan of 2018."""

from __future__ import annotations

import pytest

from followup.plan_import.carry_overs import Parted, parted, units_in

UNITS = units_in(["FoU-checkar (Näringsliv 2017)", "Analys (Analys och samordning , Social hållbarhet 2017)"], 2018)


def test_units_are_what_earlier_plans_are_named_after() -> None:
    assert sorted(UNITS) == ["analys och samordning", "näringsliv", "social hållbarhet"]


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("Doula och kulturtolk (Social hållbarhet 2017)", ("Doula och kulturtolk", "Social hållbarhet 2017", (), "")),
        ("Patientavgifter (Från MoB 2018)", ("Patientavgifter", "Från MoB 2018", (), "")),
        ("Laddning (från resursfördelningsdokumentet)", ("Laddning", "från resursfördelningsdokumentet", (), "")),
        ("Webbtidbok (aktivitetskort J från 2017)", ("Webbtidbok", "aktivitetskort J från 2017", (), "")),
        (
            "Standardisera (ersätter aktivitetskort N från 2017) (Från MoB 2018)",
            ("Standardisera", "ersätter aktivitetskort N från 2017; Från MoB 2018", (), ""),
        ),
        (
            "Analys (Analys och samordning , Social hållbarhet 2017)",
            ("Analys", "Analys och samordning, Social hållbarhet 2017", (), ""),
        ),
        # The plan's own year is no earlier plan; a unit without a year is none either.
        ("Underlag (Analys och samordning 2018)", ("Underlag", "", ("Analys och samordning 2018",), "")),
        ("Utvecklingscheckar (Näringsliv)", ("Utvecklingscheckar", "", ("Näringsliv",), "")),
        ("Hjärtsjukvård - (se beskrivningsfält)", ("Hjärtsjukvård", "", ("se beskrivningsfält",), "")),
        (
            "* Digitala tjänster (se beskrivningsfält)",
            ("Digitala tjänster", "", ("se beskrivningsfält", "märkt med * i planen"), ""),
        ),
        # Parts of the name; what may be something else is said.
        ("Avtal (från 2019-01-01)", ("Avtal (från 2019-01-01)", "", (), "från 2019-01-01")),
        (
            "Avtal (nuvarande löper till 2018-12-31)",
            ("Avtal (nuvarande löper till 2018-12-31)", "", (), "nuvarande löper till 2018-12-31"),
        ),
        (
            "Språkstart (Lokal nämnd) (Social hållbarhet 2017)",
            ("Språkstart (Lokal nämnd)", "Social hållbarhet 2017", (), "Lokal nämnd"),
        ),
        ("Innovationsstödet. (1:1).", ("Innovationsstödet. (1:1).", "", (), "")),
        ("FoU-checkar 2016 - 2018", ("FoU-checkar 2016 - 2018", "", (), "")),
        ("(Näringsliv 2017)", ("(Näringsliv 2017)", "", (), "")),
        ("*", ("*", "", (), "")),
    ],
)
def test_a_name_and_what_stands_around_it(printed: str, found: tuple) -> None:
    assert parted(printed, 2018, UNITS) == Parted(*found)

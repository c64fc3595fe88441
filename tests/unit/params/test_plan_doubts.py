"""What a plan's file can say and cannot mean, with its line."""

import pytest
import workbooks

from followup.ground.errors import ReportError
from followup.params.loading import load_params

PLAN = """
year: 2024
owner: REGION
title: Liten plan
source: Påhittad
levels:
  - {code: mal, name: Mål, plural: Mål}
followed: mal
scale: assessment
nodes:
  - {code: "1", name: Miljö, committees: [DNKS]}
targets:
  - {code: T1, name: Utsläpp, entry: "1", reach: at_least, value: 80, unit: "%", year: 2025, quote: Minska}
  - {code: T2, name: Barn, committees: [DNKS], reach: at_least, value: 10, unit: barn, year: 2024, quote: Tio}
indicators:
  - {code: I1, name: Frånvaro, definition: Sjuka, unit: "%"}
  - {code: I2, name: Index, definition: Nöjda, unit: index}
promises:
  - {code: L1, name: Arbetssätt, committees: [DNKS], due: "2024", quote: Vi lovar., place: A}
  - {code: L2, name: Stöd, committees: [DNKS], due: "2026-06", quote: Vi lovar., place: A}
"""


def refused(tmp_path, old, new):
    assert old in PLAN
    with pytest.raises(ReportError) as error:
        load_params(workbooks.write_params(tmp_path / "params", plans_2024=PLAN.replace(old, new)))
    return [(one.cell, one.message) for one in error.value.problems]


def test_the_plan_itself_is_none_of_it(tmp_path):
    params = load_params(workbooks.write_params(tmp_path / "params", plans_2024=PLAN))
    assert [one.code for one in params.plans[2024].targets] == ["T1", "T2"]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        (
            "year: 2025, quote",
            "year: 2015, quote",
            13,
            "Målet ”T1” ska nås 2015. Planen gäller 2024. Ett mål nås planens år eller senare, högst 2099. Rätta year.",
        ),
        (
            "year: 2025, quote",
            "since: 2026, year: 2025, quote",
            13,
            "Målet ”T1” gäller från 2026 och ska nås 2025. I since står ett år som inte är senare än year. Rätta since "
            "eller year.",
        ),
        (
            "unit: barn",
            'unit: ""',
            14,
            "Målet ”T2” har ingen enhet. Ett mål har en enhet: %, kWh, elever. Skriv enheten.",
        ),
        (
            "name: Barn, committees: [DNKS]",
            "name: Barn",
            14,
            "Det mätbara målet ”T2” bärs av ingen nämnd. Ett mätbart mål i regionens plan följs upp av de nämnder som "
            "bär det. Skriv deras koder i committees, eller posten som det hör till i entry.",
        ),
        (
            "name: Barn",
            "name: utsläpp",
            14,
            "Målen ”T1” och ”T2” har samma namn. Ett värde redovisas med kod eller namn. Ge den ena ett annat namn.",
        ),
        (
            "name: Index",
            "name: I1",
            17,
            "Indikatorerna ”I1” och ”I2” har samma namn. Ett värde redovisas med kod eller namn. Ge den ena ett annat "
            "namn.",
        ),
        (
            "unit: index",
            "unit: index, equals: operating_deviation",
            17,
            "Indikatorn ”I2” är en avvikelse i budgeten men anges i ”index”. En avvikelse i budgeten anges i "
            "kr, tkr, mnkr eller mdkr. Rätta unit, eller ta bort equals.",
        ),
        (
            'due: "2024"',
            'due: "2014"',
            19,
            "Löftet ”L1” ska vara klart 2014, före planens år 2024. Ett löfte gäller planens år eller ett senare. "
            "Rätta due.",
        ),
        (
            "name: Stöd",
            "name: L1",
            20,
            "Löftet ”L2” heter ”L1”, som är koden för ett annat. Ett löfte redovisas i bladet Uppdrag med sin kod "
            "eller sitt namn. Ge löftet ett annat namn.",
        ),
        (
            "owner: REGION",
            "owner: REGION\nmore_years: [2023]",
            4,
            "Planen för 2024 följs också upp 2023. I more_years står senare år än planens, vart och ett en gång. Rätta "
            "året eller ta bort det.",
        ),
        (
            "owner: REGION",
            "owner: DNKS\nreported_by: [DNKS]",
            4,
            "DNKS äger planen och redovisar den redan. I reported_by står andra än owner. Ta bort koden.",
        ),
    ],
)
def test_what_cannot_be_meant(old, new, line, message, tmp_path):
    assert refused(tmp_path, old, new) == [(f"rad {line}", message)]

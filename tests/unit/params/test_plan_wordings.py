"""What a plan says of its own source: other printed wordings, remarks, and who decided it."""

import pytest
import workbooks

from followup.ground.errors import ReportError
from followup.params.loading import load_params

PLAN = """
year: 2024
owner: DNKS
title: Liten plan
source: Påhittad
decided: {by: nämnden, on: "2023-12", place: Protokollet}
chapters:
  - {title: Vad ett mål är, level: mal, text: Ett mål mäts.}
remarks:
  - {kind: reference, text: Bilaga 1 finns inte i underlaget., place: Avsnitt 2}
levels:
  - {code: omrade, name: Område, plural: Områden}
  - {code: mal, name: Mål, plural: Mål}
followed: mal
scale: assessment
nodes:
  - code: "1"
    name: Miljö
    children:
      - {code: "1.1", name: Nya arbetssätt, printed: Nya arbetsätt, printed_place: Bilagan, synonyms: [Arbetssätt]}
"""


def test_a_plan_tells_its_decider_its_remarks_and_the_prose_of_a_level(tmp_path):
    plan = load_params(workbooks.write_params(tmp_path / "params", plans_2024=PLAN)).plans[2024]
    assert (plan.decided.by, plan.decided.on, plan.decided.place) == ("nämnden", "2023-12", "Protokollet")
    assert [(one.kind, one.text, one.place) for one in plan.remarks] == [
        ("reference", "Bilaga 1 finns inte i underlaget.", "Avsnitt 2")
    ]
    assert [(one.title, one.level) for one in plan.chapters] == [("Vad ett mål är", "mal")]


def test_an_entry_is_found_by_its_other_printed_wording(tmp_path):
    plan = load_params(workbooks.write_params(tmp_path / "params", plans_2024=PLAN)).plans[2024]
    assert plan.find("nya  arbetsätt").code == "1.1"
    assert plan.find("1.1").names == ("Nya arbetssätt", "Nya arbetsätt", "Arbetssätt")
    assert plan.goals[0].synonyms == ("Nya arbetsätt", "Arbetssätt")


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        (
            "level: mal, text",
            "level: mål, text",
            8,
            "Nivån ”mål” finns inte. Planen har omrade och mal. Menades ”mal”?",
        ),
        (
            "printed: Nya arbetsätt",
            "printed: Nya arbetssätt",
            20,
            "”1.1” har ingen annan tryckt form än namnet. I printed står en annan form av namnet än den som visas, och "
            "i printed_place var den är tryckt. Skriv den andra formen i printed, eller ta bort nyckeln.",
        ),
        (
            "printed: Nya arbetsätt, ",
            "",
            20,
            "”1.1” har ingen annan tryckt form än namnet. I printed står en annan form av namnet än den som visas, och "
            "i printed_place var den är tryckt. Skriv den andra formen i printed, eller ta bort nyckeln.",
        ),
        (
            'on: "2023-12"',
            'on: "december"',
            6,
            "Datumet kan inte tolkas. Ett datum skrivs som 2017-12-06; där underlaget bara har månad eller år "
            "räcker 2017-12 eller 2017. Skriv datumet så, inom citattecken.",
        ),
        (
            "kind: reference",
            "kind: other",
            10,
            "Här står ”other” för nyckeln ”kind”. Möjliga värden är left_out, reference, doubled eller misprint. Välj "
            "ett av dem.",
        ),
    ],
)
def test_what_cannot_be_is_told_with_its_line(tmp_path, old, new, line, message):
    assert old in PLAN
    folder = workbooks.write_params(tmp_path / "params", plans_2024=PLAN.replace(old, new))
    with pytest.raises(ReportError) as caught:
        load_params(folder)
    (one,) = caught.value.problems
    assert (one.workbook, one.cell, one.message) == ("params/plans/2024.yml", f"rad {line}", message)

"""Hours of sick leave against the hours that they are part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.checks.rule import Rule
from followup.errors import Problem
from followup.inputs.cell_values import Doubt
from followup.inputs.findings import Finding, problems_of
from followup.inputs.wording import spelled

if TYPE_CHECKING:
    from followup.checks.case import Case


def check(case: Case) -> list[Problem]:
    """An error for each part that is larger than its whole."""
    sickness = case["sickness"]
    findings = []
    rules = (
        ("sick_hours", "scheduled_hours", "Sjukfrånvaron", "den ordinarie arbetstiden"),
        ("long_sick_hours", "sick_hours", "Den långa sjukfrånvaron", "all sjukfrånvaro"),
    )
    for part, whole, part_name, whole_name in rules:
        rows = sickness.frame[sickness.frame[part] > sickness.frame[whole]]
        for row, values in zip(rows.index, zip(rows[part], rows[whole], strict=True), strict=True):
            doubt = Doubt(
                f"{part_name} är {spelled(values[0])} timmar, men {whole_name} är {spelled(values[1])} timmar.",
                f"{part_name} kan inte vara större än {whole_name}.",
                "Kontrollera uttaget ur personalsystemet.",
            )
            findings.append(Finding(int(row), sickness.letters[part], doubt))
    return problems_of(findings, sickness.workbook, sickness.sheet)


RULE = Rule(
    code="sjuktimmar",
    title="Sjukfrånvarons timmar mot arbetstiden",
    catches="Fler timmars sjukfrånvaro än ordinarie arbetstid, och mer lång sjukfrånvaro än sjukfrånvaro.",
    check=check,
    needs=("sickness",),
    example=(
        "Sjukfrånvaron är 9 001 timmar, men den ordinarie arbetstiden är 9 000 timmar. Sjukfrånvaron kan inte vara "
        "större än den ordinarie arbetstiden. Kontrollera uttaget ur personalsystemet."
    ),
)

"""What the published report of the period before was made of, against what lies in the data folder now."""

from __future__ import annotations

from pathlib import Path

from followup.ground.errors import Problem, Severity
from followup.ground.paths import portable
from followup.run.fingerprint import ABSENT, content_hash
from followup.run.manifest import read_manifest


def earlier_notes(data: Path, folder: Path | None) -> list[Problem]:
    """A note for each workbook that has changed since the report in `folder` was made of it; none without a report.

    Frames, targets and what else is decided for the year are among them. A workbook that is no longer there has been
    put away, and one of another data folder is not the same workbook.
    """
    found = read_manifest(folder) if folder is not None else None
    if found is None:
        return []
    parameters, inputs = (found["fingerprint"].get(name, {}) for name in ("parameters", "inputs"))
    if parameters.get("data") != portable(data):
        return []
    period = str(parameters.get("period", ""))
    own = (f"{period[:4]}/{period}/", f"{period[:4]}/")
    notes = []
    for workbook, published in inputs.items():
        is_own = workbook.startswith(own[0]) or (workbook.startswith(own[1]) and workbook.count("/") == 1)
        now = content_hash(data / workbook)
        if is_own and ABSENT not in (published, now) and now != published:
            notes.append(
                Problem(
                    workbook,
                    found=f"Underlaget för {period} har ändrats sedan rapporten publicerades.",
                    expected="Den publicerade rapporten är gjord av en annan version av arbetsboken.",
                    remedy=f"Bygg om {period} om ändringen är en rättelse. Lägg annars tillbaka den arbetsbok som "
                    "rapporten gjordes av.",
                    severity=Severity.NOTE,
                )
            )
    return notes

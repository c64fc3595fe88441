"""What stands in the output folder for a committee: its last good report, and what the latest attempt met."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from followup.build.manifest import read_manifest
from followup.build.publication import FAILED, FAULT_LOG
from followup.errors import Problem, ReportError

if TYPE_CHECKING:
    from followup.inputs.params import Committee

_FAULT = "Ett fel i programmet hindrade rapporten."


@dataclass(frozen=True)
class Published:
    """`manifest` is empty when there is no good report. `problems` are those of a later attempt that failed."""

    manifest: dict[str, Any] = field(default_factory=dict)
    failed: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def has_report(self) -> bool:
        return bool(self.manifest)

    @classmethod
    def read(cls, folder: Path) -> Published:
        """From a committee's folder; nothing in it needs to be there or whole."""
        failed = (folder / FAILED).exists() or (folder / FAULT_LOG).exists()
        problems = _problems(folder) if failed else ()
        return cls(read_manifest(folder) or {}, failed, problems)

    def index_entry(self, committee: Committee) -> dict[str, Any]:
        """The committee's line on the period's page, as `followup.presentation.index_page` wants it."""
        cover = self.manifest.get("cover", {})
        return {
            "code": committee.code,
            "name": committee.name,
            "status": "failed" if self.failed else "built" if self.has_report else "missing",
            "tiles": self.manifest.get("tiles"),
            "report_status": cover.get("status"),
            "warnings": len(self.manifest.get("warnings", [])),
            "problems": [{"place": problem.place, "message": problem.message} for problem in self.problems],
            "has_report": self.has_report,
            "example": cover.get("example", False),
        }


def problems_of(entries: list[str]) -> tuple[Problem, ...]:
    """The problems of a ReportError that a notebook stopped at: one to each entry of its traceback."""
    found = []
    for entry in entries:
        place, separator, message = entry.partition(": ")
        found.append(Problem(workbook=place, found=message) if separator else Problem(workbook="", found=entry))
    return tuple(found)


def _problems(folder: Path) -> tuple[Problem, ...]:
    """From the failed notebook, which shows them in the cell that stopped."""
    try:
        notebook = json.loads((folder / FAILED).read_text(encoding="utf-8"))
        errors = [
            output
            for cell in notebook["cells"]
            for output in cell.get("outputs", [])
            if output["output_type"] == "error" and output["ename"] == ReportError.__name__
        ]
    except (OSError, ValueError, KeyError, TypeError):
        errors = []
    if errors:
        return problems_of(errors[-1]["traceback"])
    return (Problem(workbook=folder.name, found=_FAULT, remedy=f"Se {FAILED} eller {FAULT_LOG} i rapportens mapp."),)

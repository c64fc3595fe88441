"""What stands in the output folder for a committee: its last good report, and what the latest attempt met."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from followup.formats.gathered.entry import Entry
from followup.formats.gathered.told import summary_in
from followup.ground.errors import Problem
from followup.run.failure import read_failure, told
from followup.run.manifest import read_manifest
from followup.run.outcome import Outcome, Status

if TYPE_CHECKING:
    from followup.params.params import Committee


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
        problems = read_failure(folder)
        return cls(read_manifest(folder) or {}, bool(problems), problems)

    def after(self, committee: str, outcome: Outcome | None) -> Published:
        """As this run knows it: a failure counts also where the folder would not take its mark."""
        if outcome is None or outcome.status is not Status.FAILED:
            return self
        return replace(self, failed=True, problems=told(committee, outcome))

    def index_entry(self, committee: Committee) -> Entry:
        """The committee's line on the period's page, so far as its own folder tells it."""
        cover = self.manifest.get("cover", {})
        return Entry(
            committee.code,
            committee.name,
            "failed" if self.failed else "built" if self.has_report else "missing",
            self.has_report,
            self.manifest.get("tiles"),
            cover.get("status"),
            len(self.manifest.get("warnings", [])),
            [{"place": problem.place, "message": problem.published.message} for problem in self.problems],
            cover.get("example", False),
            summary_in(self.manifest),
        )


def problems_of(entries: list[str]) -> tuple[Problem, ...]:
    """The problems of a ReportError that a notebook stopped at: one to each entry of its traceback."""
    found = []
    for entry in entries:
        place, separator, message = entry.partition(": ")
        found.append(Problem(workbook=place, found=message) if separator else Problem(workbook="", found=entry))
    return tuple(found)

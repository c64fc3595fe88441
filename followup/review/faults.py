"""What is wrong once: the same fault of several cells, or of several reports, is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from followup.checks.registry import RULES
from followup.ground.errors import Problem, Severity, in_order
from followup.ground.wording import column_index, listed
from followup.review.remedies import for_sender

# Cells of one fault whose own words are told; the others are counted.
MOST_TOLD = 10

_AREA = re.compile(r"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")
# Where, and how many: what differs between the same fault of all rows and of some.
_COUNTS = re.compile(r"[A-Z]{0,3}[0-9][0-9 \u00a0]*")
_SEVERITIES = list(Severity)
_CAUSES = {rule.code: place for place, rule in enumerate(RULES)}


@dataclass(frozen=True)
class Fault:
    """Problems of one sheet with the same cause and remedy. `reports` are the codes of those that it is told to."""

    problems: tuple[Problem, ...]
    reports: tuple[str, ...]

    @property
    def first(self) -> Problem:
        return self.problems[0]

    @property
    def severity(self) -> Severity:
        return self.first.severity

    @property
    def cells(self) -> str:
        """The cells of all, in the order of the sheet, each once."""
        cells = [*dict.fromkeys(one.cell for one in self.problems if one.cell)]
        # A line of a params file is written out: "rad 12".
        return (", " if any(" " in cell for cell in cells) else ",").join(cells)

    @property
    def found(self) -> str:
        """What stands there: the one sentence, or one for each cell."""
        texts = dict.fromkeys(one.found for one in self.problems if one.found)
        if len(texts) < 2:
            return "".join(texts)
        lines = [*dict.fromkeys(f"{one.cell}: {one.found}" for one in self.problems)]
        more = [f"Samma slags fel finns i {len(lines) - MOST_TOLD} celler till."] if len(lines) > MOST_TOLD else []
        return "\n".join([*lines[:MOST_TOLD], *more])

    @property
    def stops(self) -> str:
        """Which reports an error stops, where they are several."""
        if self.severity is not Severity.ERROR or len(self.reports) < 2:
            return ""
        return f"Stoppar {len(self.reports)} rapporter: {listed(self.reports)}."

    @property
    def as_problem(self) -> Problem:
        """All of it as one problem, for a table of problems."""
        return self._as_problem(self.first.remedy)

    def told_to(self, builds: bool) -> Problem:
        """The same to the analyst, who `builds`; to a sender without what only the analyst can do."""
        return self.as_problem if builds else self._as_problem(for_sender(self.first.remedy))

    def _as_problem(self, remedy: str) -> Problem:
        return replace(self.first, cell=self.cells, found=self.found, remedy=f"{remedy} {self.stops}".strip())


def faults_of(by_report: Mapping[str, Iterable[Problem]]) -> list[Fault]:
    """Each fault once, those first that explain most: errors, of most reports, of the whole workbook, of the cause."""
    reports: dict[Problem, dict[str, Problem]] = {}
    for code, problems in by_report.items():
        for problem in problems:
            reports.setdefault(problem, {})[code] = problem
    alike: dict[tuple[object, ...], list[Problem]] = {}
    for problem in in_order(reports):
        alike.setdefault(_kind(problem), []).append(problem)
    found = [
        Fault(tuple(_widest(same)), tuple(code for code in by_report if any(code in reports[one] for one in same)))
        for same in alike.values()
    ]
    return sorted(found, key=_explains_most)


def _widest(problems: list[Problem]) -> list[Problem]:
    """Without those of an area that lies in another's: the region reads all the rows that committees read a part of."""
    areas = [one for one in problems if ":" in one.cell]
    return [one for one in problems if not any(_covers(area, one) for area in areas)]


def _covers(wide: Problem, narrow: Problem) -> bool:
    areas = [_AREA.fullmatch(one.cell) for one in (wide, narrow)]
    if wide.cell == narrow.cell or None in areas or _COUNTS.sub("", wide.found) != _COUNTS.sub("", narrow.found):
        return False
    (left, top, right, bottom), inner = (
        (column_index(area[1]), int(area[2]), column_index(area[3] or area[1]), int(area[4] or area[2]))
        for area in areas
        if area
    )
    return left <= inner[0] and top <= inner[1] and right >= inner[2] and bottom >= inner[3]


def _kind(problem: Problem) -> tuple[object, ...]:
    """What is the same for what is one fault in several cells. Of whole sheets nothing is joined."""
    same = (problem.workbook, problem.sheet, problem.severity, problem.rule, problem.expected)
    if not problem.cell:
        return (*same, problem.found, problem.remedy)
    # A value to confirm is each cell's own, and so stands in the remedy of each.
    return (*same, problem.remedy or problem.found)


def _explains_most(fault: Fault) -> tuple[object, ...]:
    first = fault.first
    width = 0 if not first.sheet else 1 if not first.cell else 2
    # What reading finds comes before what is found by comparing what was read.
    return _SEVERITIES.index(first.severity), -len(fault.reports), width, _CAUSES.get(first.rule, -1)

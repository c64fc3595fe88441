"""The pages over many reports, written after every build: the year's periods', the comparing one, and the first one."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from followup.formats.gathered.compare_page import NAME, compare_html
from followup.formats.gathered.entry import Entry, Late, Occasion, deviation_of
from followup.formats.gathered.index_page import index_html
from followup.formats.gathered.series import Due
from followup.formats.gathered.start_page import NAME as START
from followup.formats.gathered.start_page import start_html
from followup.formats.gathered.told import Told, summary_in
from followup.ground.paths import notebooks_folder, portable
from followup.ground.period import Period
from followup.ground.swedish import date_long
from followup.params.subject import subjects_of
from followup.run.fingerprint import (
    ABSENT,
    Fingerprint,
    content_hash,
    differences,
    fingerprint,
    lying_inputs,
    shared_parts,
)
from followup.run.outcome import Outcome
from followup.run.publication import INDEX, Workspace
from followup.run.published import Published
from followup.run.review_files import PAGE as REVIEW

if TYPE_CHECKING:
    from followup.params.params import Params
    from followup.params.subject import Subject

Key = tuple[Period, str]


@dataclass(frozen=True)
class Gathered:
    """An output folder with all that is published there, and the data and the day that it is held against."""

    output: Path
    data: Path
    params: Params
    today: date

    @cached_property
    def due(self) -> Due:
        """The reports of the calendar."""
        periods = [Period.parse(entry.period) for entry in self.params.calendar.periods]
        return frozenset((period, one.code) for period in periods for one in self.params.reporting(period))

    @cached_property
    def published(self) -> Mapping[Key, Published]:
        """Each of them as it stands in the output folder, read once."""
        return {(period, code): Published.read(self.output / str(period) / code) for period, code in sorted(self.due)}

    @cached_property
    def _shared(self) -> Fingerprint:
        return shared_parts()

    @cached_property
    def _reports(self) -> list[Told]:
        return [told for key in self.published if (told := self._told(key))]

    def compare_page(self) -> str:
        """The text of `jamfor.html`."""
        names = {code: one.short_name for code, one in self.params.committees.items()}
        return compare_html(self._reports, self.due, names)

    def start_page(self) -> str:
        """The text of the folder's own `index.html`."""
        return start_html(self._reports)

    def _told(self, key: Key) -> Told | None:
        found, (period, code) = self.published[key].manifest, key
        if not found:
            return None
        cover = found.get("cover", {})
        name = self.params.committee(code, period.year).short_name
        title = self.params.kind_of(period).title
        return Told(period, code, name, title, summary_in(found), bool(cover.get("example")))

    def index_page(self, period: Period, outcomes: Mapping[str, Outcome]) -> str:
        """The text of a period's page. `outcomes` are those of this run, which knows best how they went."""
        subjects = subjects_of(self.data, period, self.params)
        entries = [self._entry(subject, outcomes.get(subject.code)) for subject in subjects]
        review = REVIEW if (self.output / str(period) / REVIEW).is_file() else ""
        title = self.params.kind_of(period).title
        example = any(entry.example for entry in entries)
        return index_html(entries, title, example, review, compares=True, periods=self._periods(period))

    def _periods(self, this: Period) -> list[tuple[str, str]]:
        """The year's periods with the addresses of their pages, as `index_html` has them."""
        found = []
        for period in sorted({one for one, _ in self.due if one.year == this.year}):
            built = any(one.has_report for (of, _), one in self.published.items() if of == period)
            address = "#" if period == this else f"../{period}/{INDEX}" if built else ""
            found.append((self.params.kind_of(period).title, address))
        return found

    def _entry(self, subject: Subject, outcome: Outcome | None) -> Entry:
        found = self.published[subject.period, subject.code].after(subject.code, outcome)
        entry = found.index_entry(subject.committee)
        # A committee that reports once a year has no earlier forecasts to miss.
        periods = [one for one in (*subject.earlier_in_year, subject.period) if (one, subject.code) in self.due]
        return replace(
            entry,
            occasions=tuple(self._occasion(period, subject) for period in periods),
            late=None if entry.has_report else self._late(subject),
            changed=self._changed(subject, found),
        )

    def _occasion(self, period: Period, subject: Subject) -> Occasion:
        found = self.published[period, subject.code]
        return Occasion(
            period, deviation_of(summary_in(found.manifest), subject.code, period), is_built=found.has_report
        )

    def _late(self, subject: Subject) -> Late | None:
        """None as long as the report is not yet due. Without a day in the calendar it is when its months are over."""
        day = self.params.calendar.entry_of(subject.period).due
        if self.today <= (day or _last_day(subject.period)):
            return None
        missing = [name for name in _own_workbooks(subject) if content_hash(self.data / name) == ABSENT]
        return Late(f"den {date_long(day)}" if day else "", tuple(missing))

    def _changed(self, subject: Subject, found: Published) -> tuple[str, ...]:
        """What has changed since the report was made, in words. One of other data cannot be held against these."""
        before = found.manifest.get("fingerprint", {})
        if not found.has_report or before.get("parameters", {}).get("data") != portable(self.data):
            return ()
        notebook = notebooks_folder() / subject.kind.notebook
        return tuple(differences(before, fingerprint(subject, notebook, before["parameters"], self._shared)))


def _last_day(period: Period) -> date:
    """The last day of its months; of a plan, the day before its year."""
    if period.is_plan:
        return date(period.year - 1, 12, 31)
    return date(period.year, period.month, monthrange(period.year, period.month)[1])


def _own_workbooks(subject: Subject) -> list[str]:
    """The workbooks of the period that the report rests on: the region's does not wait for one committee's."""
    folder = f"{subject.period.year}/{subject.period}/"
    others = {f"{folder}{code}.xlsx" for code in subject.params.committees if code != subject.code}
    return [name for name in lying_inputs(subject) if name.startswith(folder) and name not in others]


def publish_pages(workspace: Workspace, gathered: Gathered, period: Period, outcomes: Mapping[str, Outcome]) -> Path:
    """Writes the pages; returns the path of the period's own, with these outcomes of the run.

    The pages of the year's other periods are written again where they stand: what they show of this one has changed.
    """
    for other in sorted({one for one, _ in gathered.due if one.year == period.year and one != period}):
        if (gathered.output / str(other) / INDEX).is_file():
            workspace.publish_page(f"{other}/{INDEX}", gathered.index_page(other, {}))
    workspace.publish_page(NAME, gathered.compare_page())
    workspace.publish_page(START, gathered.start_page())
    return workspace.publish_page(f"{period}/{INDEX}", gathered.index_page(period, outcomes))

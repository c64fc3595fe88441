"""What is reported when (params/calendar.yml): the kinds of report, and the kind of each period."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator

from followup.ground.errors import Problem, ReportError
from followup.ground.period import Period
from followup.ground.regions import REGION
from followup.ground.wording import listed
from followup.params.layouts import Reader
from followup.params.params_problems import Entry, day, fault


def _period_text(text: str) -> str:
    try:
        return str(Period.parse(text))
    except ReportError as error:
        problem = error.problems[0]
        raise fault(problem.found, problem.expected, "Skriv perioden så.") from None


def _file_name(text: str) -> str:
    if re.fullmatch(r"[A-Za-z0-9_-]+\.ipynb", text):
        return text
    raise fault("Filnamnet kan inte användas.", "Namnet på en notebook i notebooks/ väntas.", "Ändra filnamnet.")


# What the region reads where a committee reads something else.
_OF_THE_REGION: dict[Reader, Reader] = {"committee": "region", "plan": "region_plan"}

PeriodText = Annotated[str, AfterValidator(_period_text)]


class KindEntry(Entry):
    """A kind of report as it stands in the calendar: who reads what for it, and the notebooks that make it.

    `reads` is "period" for a follow-up of the ledger and the rest, "plan" for the plan itself as a document, and
    "plan_follow_up" for the status of a plan's assignments. `assesses_goals` tells whether a goal without a row
    is worth a warning.
    """

    name: str
    notebook: Annotated[str, AfterValidator(_file_name)]
    scale: str
    region_name: str = ""
    region_notebook: Annotated[str, AfterValidator(_file_name)] | None = None
    reads: Literal["period", "plan", "plan_follow_up"] = "period"
    assesses_goals: bool = True


@dataclass(frozen=True)
class ReportKind:
    """A kind of report for one reader, a committee or the region: its code, name, the notebook that makes it, the scale
    that its goals are graded on, and which layouts it reads (their `readers`).

    `title` is that of one report: `Uppföljningsrapport 1 2024`, `Månadsrapport februari 2024`.
    """

    code: str
    name: str
    notebook: str
    scale: str
    reader: Reader = "committee"
    title: str = ""
    assesses_goals: bool = True


class CalendarPeriod(Entry):
    """A period and the kind of report that is left for it; by all who leave it, or only by `committees`.

    `due` is the day when its reports are to be there: after that the period's page says which are not. Without it they
    are missed when the period's months are over.
    """

    period: PeriodText
    kind: str
    committees: tuple[str, ...] = ()
    due: Annotated[date, BeforeValidator(day)] | None = None


class Calendar(Entry):
    """What is reported when. Periods are texts such as `2024-04`."""

    kinds: dict[str, KindEntry]
    periods: tuple[CalendarPeriod, ...]
    forecast_occasions: tuple[PeriodText, ...]

    def entry_of(self, period: Period) -> CalendarPeriod:
        """The period's line. Raises ReportError for a period that is not in the calendar."""
        for entry in self.periods:
            if entry.period == str(period):
                return entry
        known = [Period.parse(entry.period) for entry in self.periods]
        same_year = [one for one in known if one.year == period.year]
        if same_year:
            expected = f"Kalenderns perioder för {period.year} är {listed(map(str, same_year))}."
            nearest = min(same_year, key=lambda one: abs(period.months_since(one)))
            remedy = f"Menades {nearest}? En ny period läggs till i params/calendar.yml."
        else:
            years = dict.fromkeys(str(one.year) for one in sorted(known))
            expected = f"Kalendern har perioder för {listed(years)}."
            remedy = "Välj en av dem eller lägg till perioden i params/calendar.yml."
        problem = Problem(
            "parametern period",
            found=f"Perioden {period} finns inte i kalendern.",
            expected=expected,
            remedy=remedy,
        )
        raise ReportError([problem])

    def before(self, period: Period) -> Period | None:
        """The period that was reported before this one, of the same sort (a follow-up of the ledger, or of a plan)."""
        reads = self.kinds[self.entry_of(period).kind].reads
        same = (Period.parse(one.period) for one in self.periods if self.kinds[one.kind].reads == reads)
        return max((one for one in same if one < period), default=None)

    def earlier_in_year(self, period: Period) -> tuple[Period, ...]:
        """The periods of the same year that were reported before this one, of the same sort, in order."""
        reads = self.kinds[self.entry_of(period).kind].reads
        same = (Period.parse(one.period) for one in self.periods if self.kinds[one.kind].reads == reads)
        return tuple(sorted(one for one in same if one < period and one.year == period.year))

    def kind_of(self, period: Period, committee: str = "") -> ReportKind:
        """The kind of report of a period, as a committee or the region makes it. Raises ReportError as `entry_of`."""
        entry = self.entry_of(period)
        kind = self.kinds[entry.kind]
        name, notebook = kind.name, kind.notebook
        reader: Reader = "committee" if kind.reads == "period" else kind.reads
        if committee == REGION:
            name, notebook = kind.region_name or name, kind.region_notebook or notebook
            reader = _OF_THE_REGION.get(reader, reader)
        title = self._title(name, entry, period)
        return ReportKind(entry.kind, name, notebook, kind.scale, reader, title, kind.assesses_goals)

    def _title(self, name: str, entry: CalendarPeriod, period: Period) -> str:
        """With the month where the calendar has the kind more than once in a year."""
        same = [one for one in self.periods if one.kind == entry.kind and one.period[:4] == entry.period[:4]]
        return f"{name} {period.month_and_year}" if len(same) > 1 else f"{name} {period.year}"

"""What is wrong with the tables that were read: what reading them found and the rules found, less what is confirmed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from followup.checks import registry
from followup.ground.errors import Problem, Severity, in_order
from followup.ground.wording import listed
from followup.sources.comparison_case import comparison_case
from followup.sources.confirmed_findings import rules_about_people, stamped_reading, what_is_confirmed
from followup.tables.discretion import discreet_problem, is_private
from followup.workbooks.lying_file import as_it_lies

if TYPE_CHECKING:
    from collections.abc import Mapping

    from followup.params.confirmations import AppliedConfirmation
    from followup.params.subject import Subject
    from followup.sources.comparison_case import OfCommittee
    from followup.sources.reader_tables import ReaderTables, Unread
    from followup.workbooks.source_table import SourceTable


@dataclass(frozen=True)
class Judgement:
    """`problems` are all there is to mend or to know, in order, and `confirmations` what was let through.

    `tables` are the reader's own rows as the rules saw them first; `told` gives a problem as a report may say it, which
    tells no numbers of people.
    """

    tables: Mapping[str, SourceTable]
    problems: tuple[Problem, ...]
    confirmations: tuple[AppliedConfirmation, ...]
    told: Callable[[Problem], Problem]

    @property
    def stops(self) -> bool:
        """Whether any of the problems is an error: then there is no report."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def also(self, others: Iterable[Problem]) -> Judgement:
        """The same with what else is to be known, in order."""
        return replace(self, problems=tuple(in_order([*self.problems, *others])))

    @property
    def as_told(self) -> tuple[Problem, ...]:
        """The problems, in the same order, as a file may say them."""
        return tuple(self.told(one).published for one in self.problems)

    def of(self, severity: Severity) -> tuple[Problem, ...]:
        """The problems of one severity as a report may say them."""
        return tuple(self.told(one) for one in self.problems if one.severity is severity)


def judged(subject: Subject, read: ReaderTables, others: Iterable[Problem], of_committee: OfCommittee) -> Judgement:
    """Asks every rule. `others` are problems of what is read beside the workbooks; `of_committee` as in the case."""
    about_people = rules_about_people()

    def told(problem: Problem) -> Problem:
        return discreet_problem(problem, read.whole, read.layouts, about_people)

    unread: set[Unread] = set()
    case = comparison_case(subject, read, unread, of_committee)
    found, confirmations = what_is_confirmed(case, registry.problems_of(case), told)
    # Of a workbook that is another one altogether, nothing that was found while it was read is told beside that.
    wrong = registry.wrong_workbooks(found)
    found_reading = (*_plan_problems(subject), *read.problems_but(registry.explained_cells(case, found)), *others)
    filled = [layout.filled(subject.period, subject.code) for layout in subject.params.layouts.values()]
    layouts = [as_it_lies(subject.data, layout) for layout in filled]
    of_people = {one.workbook for one in layouts if any(table.is_about_people for table in one.tables.values())}
    reading, accepted = what_is_confirmed(
        case,
        [
            one if one.workbook in of_people else stamped_reading(one)
            for one in found_reading
            if one.workbook not in wrong
        ],
        told,
        reading=True,
    )
    problems = in_order([*reading, *_of_read_cells(found, reading), *map(_not_compared, sorted(unread))])
    marked = (replace(one, is_private=is_private(one, layouts, about_people)) for one in problems)
    return Judgement(case.tables, tuple(marked), (*confirmations, *accepted), told)


def _of_read_cells(found: Iterable[Problem], reading: Iterable[Problem]) -> Iterator[Problem]:
    """What the rules found but in cells that could not be read: to a rule such a cell is empty, which it is not."""
    unread = {(one.workbook, one.sheet, one.cell) for one in reading if one.severity is Severity.ERROR and one.cell}
    return (one for one in found if (one.workbook, one.sheet, one.cell) not in unread)


def _plan_problems(subject: Subject) -> Iterator[Problem]:
    if subject.main_plan is None:
        yield _no_plan(subject)
    elif subject.reader in ("plan", "region_plan") and subject.region_plan is None and not subject.plans:
        yield _no_own_plan(subject)


def _not_compared(unread: Unread) -> Problem:
    """Rules that compare with an earlier period are silent where its workbook cannot be opened: that is told.

    Of a single sheet it is told to the analyst alone, and so once for all reports that are built.
    """
    workbook, sheet = unread
    if sheet:
        return Problem(
            workbook,
            sheet,
            found=f"Bladet kan inte läsas, och det som nu står i bladet {sheet} är därför inte jämfört med det som "
            "stod där.",
            expected="En rapport jämförs med tidigare perioders arbetsböcker, så att det som har ändrats märks.",
            remedy="Rätta bladet, eller lägg tillbaka den arbetsbok som den perioden byggdes med.",
            severity=Severity.NOTE,
        )
    return Problem(
        workbook,
        found="Arbetsboken kan inte läsas, och rapporten är därför inte jämförd med det som stod där.",
        expected="En rapport jämförs med tidigare perioders arbetsböcker, så att belopp som har ändrats märks.",
        remedy="Lägg tillbaka den arbetsbok som den perioden byggdes med.",
        severity=Severity.WARNING,
    )


def _no_own_plan(subject: Subject) -> Problem:
    year = subject.period.year
    return Problem(
        f"params/plans/{year}.yml",
        found=f"Planen för år {year} gäller inte {subject.code}, och regionen har ingen plan för året.",
        expected="Ett plandokument bygger på nämndens egen plan eller på regionens Mål och budget.",
        remedy="Lägg till planen, eller skriv vilka som har en på periodens rad i params/calendar.yml: "
        "committees: [RS].",
    )


def _no_plan(subject: Subject) -> Problem:
    year = subject.period.year
    return Problem(
        f"params/plans/{year}.yml",
        found=f"Planen för år {year} saknas.",
        expected=f"Planer finns för {listed(sorted(subject.params.plans)) or 'inget år'}.",
        remedy="Kopiera det senaste årets fil till det nya året och för in årets mål.",
    )

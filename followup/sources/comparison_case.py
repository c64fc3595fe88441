"""What the rules look at, out of the tables that were read: a `Case` that can look into other periods' workbooks."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from followup.checks.common.case import Case
from followup.sources.reader_tables import table_of_period
from followup.tables.comment_items import with_known_items
from followup.tables.spreadsheet_files import spreadsheets
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.ground.period import Period
    from followup.params.subject import Subject
    from followup.sources.reader_tables import ReaderTables, Unread


OfCommittee = Callable[[str, str], SourceTable | None]


def comparison_case(subject: Subject, read: ReaderTables, unread: set[Unread], of_committee: OfCommittee) -> Case:
    """A subject's case. What a rule asks for in vain, since it cannot be read, is added to `unread`.

    `of_committee` gives a table of a committee's own by code and name, and None for one that cannot be rested on.
    """

    # Several rules ask for the same table.
    @cache
    def others(period: Period, name: str) -> SourceTable | None:
        return table_of_period(subject, period, name, unread=unread)

    @cache
    def everybodys(period: Period, name: str) -> SourceTable | None:
        return table_of_period(subject, period, name, everybodys=True, unread=unread)

    return Case(
        subject,
        with_known_items(read.tables, subject.params),
        read.whole,
        read.reads,
        read.layouts,
        others,
        everybodys,
        spreadsheets(subject.data, subject.period),
        of_committee,
    )

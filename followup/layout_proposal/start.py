"""A workbook in, the text of a proposed layout out, and how many questions it leaves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from followup.ground.errors import Problem, ReportError, in_order
from followup.ground.personal_number import masked
from followup.ground.plain_file import UnreadableFile, read_plain_file
from followup.ground.swedish import counted
from followup.ground.wording import NBSP, listed, quoted
from followup.layout_proposal.candidates import Candidate, candidates
from followup.layout_proposal.known_layouts import KnownTable, compared, known_tables
from followup.layout_proposal.layout_order import LayoutOrder
from followup.layout_proposal.new_table import letters_of, new_table
from followup.layout_proposal.proposal_text import has_years, known_lines, table_lines, whole_text
from followup.layout_proposal.proposed import TableProposal
from followup.layout_proposal.trial import Trial, trial_layout, tried
from followup.params.layouts import WorkbookLayout
from followup.params.params import Params
from followup.workbooks.files.archive import LARGEST_FILE
from followup.workbooks.files.workbook import SafeWorkbook, Sheet
from followup.workbooks.forms.any_workbook import open_any
from followup.workbooks.personal_problems import personal_problems

_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_MOST_YEARS = 4


class NoSuchSheet(ReportError):
    """The workbook has no sheet of the name in the command. `str()` is a text to show."""


@dataclass(frozen=True)
class ProposedLayout:
    """`text` is the whole file, `summary` one sentence for each line to show, `questions` how many are left."""

    text: str
    summary: tuple[str, ...]
    questions: int
    tables: tuple[TableProposal, ...] = ()
    known: tuple[KnownTable, ...] = ()
    trials: dict[str, Trial] = field(default_factory=dict)


def proposed_layout(order: LayoutOrder, params: Params) -> ProposedLayout:
    """The proposal for a workbook.

    Raises NoSuchSheet, and ReportError for one that cannot be opened or holds personal identity numbers.
    """
    name = order.workbook.name
    try:
        content = read_plain_file(order.workbook, LARGEST_FILE)
    except UnreadableFile as fault:
        raise ReportError([Problem(name, "", "", fault.found, fault.expected, fault.remedy)]) from fault
    workbook = open_any(content, name)
    sheets, unread = _sheets(workbook, order.sheet)
    return _proposed(workbook, sheets, unread, order, params)


def _sheets(workbook: SafeWorkbook, wanted: str) -> tuple[dict[str, Sheet], list[Problem]]:
    """Every sheet that can be read, and why the others cannot. One that is asked for must be."""
    if wanted:
        if not workbook.may_have(wanted):
            sheets_there = listed(map(quoted, workbook.sheet_paths))
            raise NoSuchSheet(f"Bladet {quoted(wanted)} finns inte. Arbetsboken har bladen {sheets_there}.")
        sheet = workbook.sheet(wanted)
        return {sheet.name: sheet}, []
    sheets: dict[str, Sheet] = {}
    unread: list[Problem] = []
    for name in workbook.sheet_paths:
        try:
            sheets[name] = workbook.sheet(name)
        except ReportError as fault:
            unread += fault.problems
    return sheets, unread


def _proposed(
    workbook: SafeWorkbook, sheets: dict[str, Sheet], unread: list[Problem], order: LayoutOrder, params: Params
) -> ProposedLayout:
    found = {name: candidates(sheet) for name, sheet in sheets.items()}
    years = _years(found.values(), order, params)
    known = known_tables(sheets, found, params, years)
    tables: list[tuple[TableProposal, Trial | None]] = []
    alike: list[tuple[KnownTable, Trial]] = []
    for name, sheet in sheets.items():
        for one in known.get(name, []):
            near = next((table for table in found[name] if table.header == one.row), None)
            compared(one, near, params)
            alike.append(
                (one, tried(one.name, sheet, one.layout(), params, one.filled.year or years[0], workbook.name))
            )
        rows = {one.row for one in known.get(name, [])}
        for table in found[name]:
            # A form is all of its sheet.
            if table.header not in rows and 0 not in rows:
                tables.append(_new(table, sheet, params, years[0], [one.name for one, _ in tables], workbook.name))
    _refuse_personal(workbook, tables, alike)
    trials = {f"{one.sheet}/{one.name}": trial for one, trial in alike}
    trials |= {f"{one.sheet}/{one.name}": trial for one, trial in tables if trial}
    text, summary, questions = _told(tables, alike, unread, sheets, found, order, workbook.name)
    return ProposedLayout(
        text, summary, questions, tuple(one for one, _ in tables), tuple(one for one, _ in alike), trials
    )


def _new(
    one: Candidate, sheet: Sheet, params: Params, year: int, taken: Iterable[str], workbook: str
) -> tuple[TableProposal, Trial | None]:
    table = new_table(one, params, year, taken)
    table.place = f"{letters_of(one)}, {table.place}"
    layout = trial_layout(table, year)
    trial = tried(table.name, sheet, layout, params, year, workbook) if layout else None
    if trial is None and not table.all_questions():
        table.questions.append("Förslaget kan inte provläsas som det är. Hur ska tabellen läsas?")
    if trial and (wrong := len(trial.errors)):
        table.questions.append(
            f"Läst så ger bladet {wrong} fel, som står ovan. Är det layouten eller arbetsboken som ska rättas?"
        )
    return table, trial


def _years(found: Iterable[list[Candidate]], order: LayoutOrder, params: Params) -> list[int]:
    """The years that the report may be of, the likeliest first: of the path, of the titles and headings, of the
    calendar.
    """
    said = Counter(
        int(year)
        for tables in found
        for one in tables
        for text in (one.title, *(heading.text for heading in one.headings))
        for year in dict.fromkeys(_YEAR.findall(text[:200]))
    )
    latest = max(int(entry.period[:4]) for entry in params.calendar.periods)
    likely = [order.year] if order.year else []
    likely += [year for year, _ in said.most_common(_MOST_YEARS)]
    return list(dict.fromkeys([*likely, latest]))[:_MOST_YEARS]


def _refuse_personal(
    workbook: SafeWorkbook,
    tables: list[tuple[TableProposal, Trial | None]],
    alike: list[tuple[KnownTable, Trial]],
) -> None:
    """Raises ReportError for personal identity numbers, as every reading does."""
    trials = [trial for _, trial in [*tables, *alike] if trial]
    layout = WorkbookLayout.model_construct(
        workbook=workbook.name, tables={str(number): trial.layout for number, trial in enumerate(trials)}
    )
    read = {str(number): trial.read for number, trial in enumerate(trials)}
    if problems := personal_problems(workbook.personal_numbers, layout, read):
        raise ReportError(in_order(problems))


def _told(
    tables: list[tuple[TableProposal, Trial | None]],
    alike: list[tuple[KnownTable, Trial]],
    unread: list[Problem],
    sheets: dict[str, Sheet],
    found: dict[str, list[Candidate]],
    order: LayoutOrder,
    name: str,
) -> tuple[str, tuple[str, ...], int]:
    empty = [sheet for sheet in sheets if not found[sheet] and all(one.sheet != sheet for one, _ in alike)]
    head = [
        f"Förslag från followup layout om arbetsboken {quoted(name, 100)}. En människa bekräftar det innan det används."
    ]
    head += [f"Bladet {quoted(one)} har ingen tabell som kan urskiljas." for one in empty]
    head += [f"FRÅGA: Bladet {quoted(one.sheet)} kan inte läsas: {one.found} {one.remedy}" for one in unread]
    head += [f"Bladet {quoted(one)} är dolt." for one, sheet in sheets.items() if sheet.is_hidden]
    questions = sum(len(one.all_questions()) for one, _ in tables) + sum(len(one.questions) for one, _ in alike)
    questions += len(unread) + (1 if not tables and not alike else 0)
    shown = [line for one, trial in alike for line in known_lines(one, trial)]
    lines = {one.name: list(table_lines(one, trial, order.year)) for one, trial in tables}
    end = _next_steps(tables, alike, questions, order)
    text = masked(whole_text(head, shown, _path(order), lines, end))
    summary = [f"{_said(one)} {trial.summary}" for one, trial in alike]
    summary += [f"{_said(one)} {trial.summary if trial else ''}".rstrip() for one, trial in tables]
    summary += end
    return text, tuple(line.replace(NBSP, " ") for line in summary), questions


def _said(one: TableProposal | KnownTable) -> str:
    asked = len(one.questions if isinstance(one, KnownTable) else one.all_questions())
    told = f"{counted(asked, 'fråga', 'frågor')}." if asked else "Inga frågor."
    if isinstance(one, KnownTable):
        return f"{quoted(one.sheet)}: som {one.name} i params/layouts/{one.file}.yml. {told}"
    return f"{quoted(one.sheet)}: ny tabell {one.name} ({one.place}). {told}"


def _next_steps(
    tables: list[tuple[TableProposal, Trial | None]],
    alike: list[tuple[KnownTable, Trial]],
    questions: int,
    order: LayoutOrder,
) -> list[str]:
    steps = []
    if not tables and not alike:
        return ["FRÅGA: Ingen tabell kan urskiljas. En tabell har en rad med rubriker och rader under den."]
    if questions:
        steps.append(
            f"{counted(questions, 'fråga', 'frågor')} är kvar. Svara tillsammans med den som har gjort arbetsboken: "
            "enhet och tecken gissas aldrig."
        )
    if any(one.changed or one.keys for one, _ in alike):
        steps.append("Skriv ändringarna i de layouter som nämns, och kör followup check.")
    if tables:
        steps.append(
            "Kontrollera rubriker, enheter och tecken mot arbetsboken, ändra namn som inte passar och lägg filen i "
            "params/layouts. Sökvägen i workbook är ett förslag."
        )
        names = listed(one.name for one, _ in tables)
        steps.append(
            "Är det en tabell som rapporterna redan läser, i en annan form: sätt den i stället för den gamla, med "
            f"samma namn. Är den ny ({names}): skriv in den i followup/params/report_tables.py, och avsändaren i "
            "params/senders.yml. Hur det görs står i DEVELOPERS.md (An unknown workbook)."
        )
        if not order.year and has_years(one for one, _ in tables):
            steps.append(
                "Rubriker med årtal står som i arbetsboken. Kommer den på nytt varje år: skriv {year} och {year+1}."
            )
    if not steps:
        steps.append("Inget behöver ändras: arbetsboken läses som den är.")
    return steps


def _path(order: LayoutOrder) -> str:
    stem = re.sub(r"[\\:{}]", "_", order.workbook.stem)
    folder = "{year}/{period}" if order.has_period or not order.year else "{year}"
    return f"{folder}/{stem}.xlsx"

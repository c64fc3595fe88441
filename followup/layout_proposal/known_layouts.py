"""Whether a sheet is a table that a layout knows already, by its headings, and what differs from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from followup.ground.period import Period
from followup.ground.wording import listed, normalised, quoted
from followup.layout_proposal.candidates import Candidate
from followup.layout_proposal.proposed import ColumnProposal
from followup.layout_proposal.sheet_cells import is_time
from followup.layout_proposal.signs import is_account, row_kinds, told_sign
from followup.layout_proposal.units import table_units, told_unit
from followup.params.heading_words import misspelt
from followup.params.layouts import TableLayout
from followup.params.params import Params
from followup.workbooks.files.workbook import Sheet
from followup.workbooks.form_reader import read_form
from followup.workbooks.shapes.header_row import Header, find_header
from followup.workbooks.shapes.headings import headings_of
from followup.workbooks.table_reader import readers_of

# So large a share of a table's headings makes it that table; fewer columns than this may be any table's.
_ALIKE, _FEWEST = 0.7, 3


@dataclass(eq=False)
class KnownTable:
    """A table of `file` (its name in params/layouts) that a sheet looks like. `filled` is its layout for the report.

    `changed` are the columns with other keys than they have, `keys` the table's own; `reasons` why, and `questions`
    what only a person can tell.
    """

    file: str
    name: str
    sheet: str
    filled: TableLayout
    positions: Mapping[str, int]
    row: int
    changed: dict[str, dict[str, Any]] = field(default_factory=dict)
    keys: dict[str, Any] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)

    @property
    def missing(self) -> list[str]:
        """The columns that were not found."""
        return [
            name for name, column in self.filled.columns.items() if name not in self.positions and not column.optional
        ]

    @property
    def share(self) -> float:
        return len(self.positions) / len(self.filled.columns)

    @property
    def is_by_name(self) -> bool:
        """Whether the sheet has the name that the layout has."""
        return normalised(self.sheet) == normalised(self.filled.sheet)

    def layout(self) -> TableLayout:
        """The layout with what is proposed."""
        columns = {
            name: column.model_copy(update=self.changed.get(name, {})) for name, column in self.filled.columns.items()
        }
        return self.filled.model_copy(update={**self.keys, "columns": columns})


def known_tables(
    sheets: Mapping[str, Sheet], tables: Mapping[str, Sequence[Candidate]], params: Params, years: Sequence[int]
) -> dict[str, list[KnownTable]]:
    """The known tables of each sheet, of the layouts that most of the workbook's sheets are of."""
    found: dict[str, list[KnownTable]] = {}
    for name, sheet in sheets.items():
        by_year = [list(_alike(sheet, tables[name], params, year)) for year in years]
        if best := max(by_year, key=lambda alike: sum(one.share for one in alike), default=[]):
            found[name] = best
    popular = Counter(file for alike in found.values() for file in {one.file for one in alike})
    chosen: dict[str, list[KnownTable]] = {}
    for name, alike in found.items():
        by_row: dict[int, KnownTable] = {}
        for one in sorted(alike, key=lambda one: (one.is_by_name, one.share, popular[one.file]), reverse=True):
            by_row.setdefault(one.row, one)
        chosen[name] = list(by_row.values())
    return chosen


def _alike(sheet: Sheet, tables: Sequence[Candidate], params: Params, year: int) -> Iterator[KnownTable]:
    for file, layout in params.layouts.items():
        for name, table in layout.filled(Period(year, 12), "").tables.items():
            is_by_name = normalised(table.sheet) == normalised(sheet.name)
            if table.form:
                read = read_form(name, sheet, table, readers_of(table, {}))
                if is_by_name or len(read.form_rows) >= max(_FEWEST, _ALIKE * len(table.columns)):
                    positions = dict.fromkeys(read.form_rows, 0)
                    if len(positions) >= _ALIKE * len(table.columns):
                        yield KnownTable(file, name, sheet.name, table, positions, 0)
                continue
            starts = [0, *(one.first for one in tables)] if is_by_name else [one.first for one in tables]
            for first in dict.fromkeys(starts):
                end = next((one.end for one in tables if one.first == first), None)
                header = find_header(sheet.rows[: end if end else len(sheet.rows)], table, sheet.merged, first)
                found = len(header.positions)
                lacks_key = any(one not in header.positions for one in table.key)
                if lacks_key and not is_by_name and not _may_lack_key(sheet, header):
                    # What says which row it is has no heading: another table with some of the words.
                    continue
                if not is_by_name and all(is_time(table.columns[one].header) for one in header.positions):
                    # Years are headings of any table.
                    continue
                if header.row >= 0 and found >= _ALIKE * len(table.columns) and (is_by_name or found >= _FEWEST):
                    yield KnownTable(file, name, sheet.name, table, header.positions, header.row)


def _may_lack_key(sheet: Sheet, header: Header) -> bool:
    """Whether a row has a heading that is none of the layout's, which may be the key's, and few such headings."""
    headings = headings_of(sheet.rows, header.row, 1, ()) if header.row >= 0 else []
    used = {position for name in header.positions for position in header.all_positions(name)}
    free = [one for one in headings if one.position not in used]
    return bool(free) and len(free) <= (1 - _ALIKE) * len(headings)


def compared(known: KnownTable, one: Candidate | None, params: Params) -> None:
    """Adds what of the sheet differs from the layout: its name, headings, units and signs."""
    if not known.is_by_name:
        known.keys["sheet"] = known.sheet
        known.reasons.append(f"bladet heter {quoted(known.sheet)} och inte {quoted(known.filled.sheet)}")
    if one is None:
        if known.missing:
            known.questions.append(_asked_missing(known, []))
        return
    used = set(known.positions.values())
    free = [heading.text for heading in one.headings if heading.position not in used]
    for name in known.missing:
        column = known.filled.columns[name]
        if near := next(filter(None, (misspelt(header, free) for header in column.headers)), ""):
            known.changed[name] = {"synonyms": (*column.synonyms, near)}
            known.reasons.append(f"rubriken {quoted(near)} är nästan {quoted(column.header)}")
    if lacking := [name for name in known.missing if name not in known.changed]:
        known.questions.append(_asked_missing(known, free, lacking))
    _compare_amounts(known, one)


def _asked_missing(known: KnownTable, free: Sequence[str], lacking: Sequence[str] = ()) -> str:
    headers = listed(quoted(known.filled.columns[name].header) for name in lacking or known.missing)
    others = f"Andra rubriker är {listed(map(quoted, free))}." if free else "Det finns inga andra rubriker."
    return (
        f"Var står {headers}? {others} Betyder en av dem precis detsamma: skriv den under synonyms. Saknas kolumnen "
        "får den inte läsas ur något annat."
    )


def _compare_amounts(known: KnownTable, one: Candidate) -> None:
    said = table_units(one)
    texts = [
        ColumnProposal(name, column.header, (known.positions[name],))
        for name, column in known.filled.columns.items()
        if name in known.positions and column.type in ("text", "choice")
    ]
    accounts = next((column for column in texts if is_account(column.header)), None)
    rows = row_kinds(one, [column for column in texts if column is not accounts], accounts)
    unsure_units, unsure_signs = [], []
    for name, column in known.filled.columns.items():
        if column.type != "amount" or name not in known.positions:
            continue
        position = known.positions[name]
        heading = next((one.text for one in one.headings if one.position == position), "")
        asked = ColumnProposal(name, heading, (position,))
        told_unit(asked, one, said, [heading], one.cells(position))
        told_sign(asked, one, rows)
        unit, sign = asked.keys.get("unit"), asked.keys.get("sign")
        plain = next(iter({stated.unit for stated in said.above}), "") if unit == "stated" else unit
        if plain and not column.is_stated and plain != column.unit:
            known.changed.setdefault(name, {})["unit"] = plain
            known.reasons.append(
                f"{quoted(heading)} är i {plain}: {asked.reasons[0].partition(': ')[2].partition('; ')[0]}"
            )
        elif not plain and not column.is_stated and not known.is_by_name:
            unsure_units.append(f"{heading} ({column.unit})")
        if {sign, column.sign} == {"ledger", "result"}:
            known.questions.append(
                f"{quoted(heading)}: layouten säger sign: {column.sign}, men bladet tyder på {sign}. Vilket gäller?"
            )
        elif sign is None and not known.is_by_name:
            unsure_signs.append(f"{heading} ({column.sign})")
    if unsure_units:
        known.questions.append(f"Bladet säger ingen enhet. Är layoutens rätt här: {listed(unsure_units)}?")
    if unsure_signs:
        known.questions.append(f"Inget i bladet visar tecknet. Är layoutens rätt här: {listed(unsure_signs)}?")

"""What `followup layout` says of the example's own workbooks: which layout knows them, and what it tells without it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.ground.wording import normalised
from followup.layout_proposal.candidates import Candidate, candidates
from followup.layout_proposal.known_layouts import KnownTable, compared, known_tables
from followup.layout_proposal.new_table import new_table
from followup.layout_proposal.proposed import ColumnProposal
from followup.layout_proposal.units import table_units
from followup.params.column_layout import ColumnLayout
from followup.params.layouts import TableLayout
from followup.workbooks.files.workbook import Sheet
from followup.workbooks.forms.any_workbook import open_any
from followup.workbooks.shapes.shape import shape_of
from tests.proposal_cases import PARAMS

EXAMPLE = PROJECT / "data/example"
WITHOUT = PARAMS.model_copy(update={"layouts": {}})
# Types that a column of words, or of numbers, may have.
KINDS = {
    **dict.fromkeys(("text", "choice", "markdown", "committee", "indicator", "goal"), "words"),
    **dict.fromkeys(("number", "integer"), "number"),
}
# Where each cell is a month, the layout takes other words too.
NARROWER = {("Mätt", "period")}


@cache
def workbooks() -> Mapping[Path, tuple[int, tuple[TableLayout, ...]]]:
    """The last workbook of each layout, year and committee: its year, and the tables that layouts have of it."""
    last: dict[tuple[str, int, str], Path] = {}
    tables: dict[Path, list[TableLayout]] = {}
    for path in sorted(EXAMPLE.rglob("*.xlsx")):
        place = path.relative_to(EXAMPLE)
        period = Period(int(place.parts[0]), int(place.parts[1][5:]) if len(place.parts) == 3 else 12)
        for file, layout in PARAMS.layouts.items():
            filled = layout.filled(period, path.stem)
            if layout.workbook.format(year=period.year, period=period, committee=path.stem) == place.as_posix():
                last[file, period.year, path.stem] = path
                tables.setdefault(path, []).extend(filled.tables.values())
    return {path: (int(path.relative_to(EXAMPLE).parts[0]), tuple(tables[path])) for path in last.values()}


@cache
def sheets_of(path: Path) -> dict[str, Sheet]:
    workbook = open_any(path.read_bytes(), path.name)
    return {name: workbook.sheet(name) for name in workbook.sheet_paths}


def known_of(path: Path, year: int) -> Iterator[KnownTable]:
    sheets = sheets_of(path)
    found = {name: candidates(sheet) for name, sheet in sheets.items()}
    for name, tables in known_tables(sheets, found, PARAMS, [year]).items():
        for known in tables:
            compared(known, next((one for one in found[name] if one.header == known.row), None), PARAMS)
            yield known


def truths(sheet: Sheet, table: TableLayout) -> tuple[int, dict[int, ColumnLayout]]:
    """The row of the headings, and each column of the layout by where it stands."""
    shape = shape_of(sheet, table)
    return shape.header.row, {
        block[name]: column for name, column in shape.layout.columns.items() for block in shape.blocks if name in block
    }


def verdicts(one: Candidate, column: ColumnProposal, layout: ColumnLayout) -> Iterator[str]:
    same = KINDS.get(column.type, column.type) == KINDS.get(layout.type, layout.type)
    same = same or (column.header, column.type) in NARROWER
    yield f"type {'asked' if not column.type else 'right' if same else 'wrong'}"
    unit, sign = column.keys.get("unit"), column.keys.get("sign")
    if unit == "stated":
        (unit,) = {stated.unit for stated in table_units(one).seen}
    if layout.type == "amount":
        for what, proposed, truth in (("unit", unit, layout.unit), ("sign", sign, layout.sign)):
            yield f"{what} {'asked' if proposed is None else 'right' if proposed == truth else 'wrong'}"


def test_every_sheet_that_a_layout_knows_is_named_and_nothing_is_to_be_changed() -> None:
    counts: Counter[str] = Counter()
    for path, (year, tables) in workbooks().items():
        known = list(known_of(path, year))
        named = {normalised(one.sheet) for one in known}
        here = {normalised(name) for name in sheets_of(path)} & {normalised(table.sheet) for table in tables}
        counts["named"] += len(here & named)
        counts["lost"] += len(here - named)
        counts["asked or changed"] += sum(bool(one.questions or one.changed or one.keys) for one in known)
    assert counts == Counter({"named": 220, "lost": 0, "asked or changed": 0})


def test_without_its_layouts_no_heading_type_unit_or_sign_of_the_example_is_wrong() -> None:
    counts: Counter[str] = Counter()
    for path, (year, tables) in workbooks().items():
        sheets = {normalised(name): sheet for name, sheet in sheets_of(path).items()}
        for table in tables:
            sheet = sheets.get(normalised(table.sheet))
            if sheet is None or table.form:
                continue
            header, truth = truths(sheet, table)
            one = next((one for one in candidates(sheet) if one.header == header), None)
            is_empty = not any(any(cell != "" for cell in row) for row in sheet.rows[header + 1 :])
            counts["headings " + ("right" if one else "without rows" if is_empty else "wrong")] += 1
            for column in new_table(one, WITHOUT, year, []).read if one else ():
                if layout := truth.get(column.positions[0]):
                    counts.update(verdicts(one, column, layout))
    types = {"headings right": 209, "headings without rows": 22, "type right": 871, "type asked": 114}
    assert counts == types | {"unit right": 174, "unit asked": 8, "sign right": 100, "sign asked": 82}

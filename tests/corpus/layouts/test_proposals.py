"""What `followup layout` says of the corpus' sheets without their layouts: right, asked, and never wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from followup.layout_proposal.candidates import candidates
from followup.layout_proposal.new_table import new_table
from followup.layout_proposal.units import table_units
from followup.params.column_layout import ColumnLayout
from followup.workbooks.files.workbook import Sheet
from followup.workbooks.shapes.shape import shape_of
from tests.corpus.layouts.test_layouts import OFFICES
from tests.office_tables import YEAR, Office, grid_of, layout_of
from tests.proposal_cases import PARAMS

# What contradicts its layout is proposed as the sheet has it: that is what these sheets are for.
CONTRADICTED = ("anger enheten", "anges enheten")
# A unit that is to be read from the sheet, and that the reader asks about, is asked.
ASKED = "kan inte avgöras"
# Two numbers in a row are amounts to whoever does not know that they are months.
NUMBERS_ALONE = ["en trettonde månad"]


def amounts(sheet: Sheet, office: Office) -> tuple[int, Mapping[int, ColumnLayout]]:
    """The row of the headings, and what the layout of the corpus says of each amount by its position."""
    shape = shape_of(sheet, layout_of(office.layout))
    found = {}
    for name, column in shape.layout.columns.items():
        for block in shape.blocks if column.type == "amount" else ():
            if name in block:
                found[block[name]] = column
    return shape.header.row, found


def verdicts(office: Office) -> Counter[str]:
    """How the unit and the sign of each of its amounts was proposed."""
    sheet = Sheet(layout_of(office.layout).sheet, grid_of(office.sheet), office.merged)
    header, known = amounts(sheet, office)
    by_row = layout_of(office.layout).unit_column
    found: Counter[str] = Counter()
    for one in candidates(sheet):
        for column in new_table(one, PARAMS, YEAR, []).read if one.header == header else ():
            layout = known.get(column.positions[0])
            if layout is None or column.type == "period":
                continue
            unit, sign = column.keys.get("unit"), column.keys.get("sign")
            if unit == "stated" and ASKED in office.found:
                unit = None
            elif unit == "stated":
                (unit,) = {stated.unit for stated in table_units(one).seen}
            found[_verdict("unit", unit, "row" if by_row else layout.unit)] += 1
            found[_verdict("sign", sign, layout.sign)] += 1
            # Whoever has neither is asked what the numbers are.
            assert column.keys.get("type", "amount") == "amount"
    return found


def _verdict(what: str, proposed: str | None, truth: str | None) -> str:
    return f"{what} {'asked' if proposed is None else 'right' if proposed == truth else 'wrong'}"


def test_no_unit_and_no_sign_is_wrong() -> None:
    held = [office for office in OFFICES if not any(words in office.found for words in CONTRADICTED)]
    found = {office.name: verdicts(office) for office in held}
    assert [name for name, counts in found.items() if counts["unit wrong"] or counts["sign wrong"]] == []
    whole = sum(found.values(), Counter())
    assert whole == Counter({"unit right": 30, "unit asked": 229, "sign right": 83, "sign asked": 176})


def test_every_sheet_has_its_table_found() -> None:
    lost = []
    for office in OFFICES:
        sheet = Sheet(layout_of(office.layout).sheet, grid_of(office.sheet), office.merged)
        header, _ = amounts(sheet, office)
        if header >= 0 and header not in {one.header for one in candidates(sheet)}:
            lost.append(office.name)
    assert lost == NUMBERS_ALONE

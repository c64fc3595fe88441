"""What only an .xls has: formulas that wait to be computed, and texts beside the cells."""

import struct

from other_forms import _record, xls

from followup.workbooks.files.marked_cells import UncomputedFormula
from followup.workbooks.forms.any_workbook import open_any


def with_records(*records):
    """A workbook of one empty sheet with these records in it."""
    content = xls({"B": []})
    return content[:-4] + b"".join(records) + content[-4:]


def formula(value, flags):
    # =A2, as it is compiled.
    return _record(0x0006, struct.pack("<HHHdHIH", 0, 0, 0, value, flags, 0, 5) + b"\x44\x01\x00\x00\xc0")


def test_a_formula_that_waits_to_be_computed_has_no_value():
    assert open_any(with_records(formula(0.0, 2)), "b.xls").sheet("B").rows == [[UncomputedFormula()]]


def test_a_formula_that_has_been_computed_has_one():
    assert open_any(with_records(formula(0.0, 0)), "b.xls").sheet("B").rows == [[0.0]]
    assert open_any(with_records(formula(7.5, 2)), "b.xls").sheet("B").rows == [[7.5]]


def test_a_personal_number_in_a_header():
    text = "811218-9876"
    header = _record(0x0014, struct.pack("<HB", len(text), 0) + text.encode())
    (found,) = open_any(with_records(header), "b.xls").personal_numbers
    assert found.cell is None

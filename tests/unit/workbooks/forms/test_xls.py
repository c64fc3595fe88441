"""What only an .xls has: formulas that wait to be computed, and texts beside the cells."""

import struct

import pytest
from other_forms import _record, xls

from followup.workbooks.files.marked_cells import UncomputedFormula
from followup.workbooks.forms.any_workbook import open_any


def with_records(*records):
    """A workbook of one empty sheet with these records in it."""
    content = xls({"B": []})
    return content[:-4] + b"".join(records) + content[-4:]


# =A2, ="a"&"b", =LEFT("a",1) and =LOWER("a"), as they are compiled.
REFERENCE = b"\x44\x01\x00\x00\xc0"
TEXTS = (b"\x17\x01\x00a\x17\x01\x00b\x08", b"\x17\x01\x00a\x1e\x01\x00\x42\x02\x73\x00", b"\x17\x01\x00a\x41\x70\x00")


def formula(value, flags, tokens=REFERENCE, row=0):
    return _record(0x0006, struct.pack("<HHHdHIH", row, 0, 0, value, flags, 0, len(tokens)) + tokens)


def test_a_formula_that_waits_to_be_computed_has_no_value():
    assert open_any(with_records(formula(0.0, 2)), "b.xls").sheet("B").rows == [[UncomputedFormula()]]


def test_a_formula_that_has_been_computed_has_one():
    assert open_any(with_records(formula(0.0, 0)), "b.xls").sheet("B").rows == [[0.0]]
    assert open_any(with_records(formula(7.5, 2)), "b.xls").sheet("B").rows == [[7.5]]


@pytest.mark.parametrize("tokens", TEXTS)
def test_a_text_that_is_saved_as_0_has_no_value_nor_any_other_zero(tokens):
    """LibreOffice saves so the texts that it has not computed itself; a formula may be any of them."""
    content = with_records(formula(0.0, 0, tokens), formula(0.0, 0, row=1), formula(7.0, 0, row=2))
    assert open_any(content, "b.xls").sheet("B").rows == [[UncomputedFormula()], [UncomputedFormula()], [7.0]]


def test_a_personal_number_in_a_header():
    text = "811218-9876"
    header = _record(0x0014, struct.pack("<HB", len(text), 0) + text.encode())
    (found,) = open_any(with_records(header), "b.xls").personal_numbers
    assert found.cell is None

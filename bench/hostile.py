"""What workbooks cost that are made to cost much: processor seconds and peak memory, each in a process of its own.

    .venv/bin/python -m bench.hostile                      # all, or those that are named
    .venv/bin/python -m bench.hostile ".csv one line"

Every one is to be read, or refused with a sentence, within ten seconds and a gibibyte.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests import hostile_books as books
from tests import hostile_forms as forms
from tests.other_forms import FORMS

_READ = """
import resource, sys, time
from pathlib import Path
from followup.ground.errors import ReportError
from followup.workbooks.forms.any_workbook import open_any
content = Path(sys.argv[1]).read_bytes()
started = time.process_time()
try:
    workbook = open_any(content, "2024/" + Path(sys.argv[1]).name, ["Blad"])
    sheet, _ = workbook.sheet("Blad"), workbook.personal_numbers
    told = f"read: {len(sheet.rows)} rows"
except ReportError as error:
    told = str(error)
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(f"{time.process_time() - started:5.1f} s {memory:5d} MiB  {told}")
"""

Make = Callable[[], bytes]

# What begins with the ending of another form has that form.
HOSTILE: dict[str, Make] = {
    "styles": lambda: books.styles(1_000_000),
    "percent styles within the limit": lambda: books.styles(60_000),
    "shared strings": lambda: books.shared_strings(125_000, 1300),
    "many shared strings": lambda: books.shared_strings(5_000_000, 4),
    "one text in many cells": lambda: books.repeated_string(30_000, 300_000),
    "merged areas": lambda: books.merged(3_000_000),
    "error cells": lambda: books.grid(188_000, 26, '<c r="{place}" t="e"><v>#N/A</v></c>'),
    "formulas": lambda: books.grid(115_000, 26, '<c r="{place}"><f>1</f><v>1</v></c>'),
    "percentages": lambda: books.grid(115_000, 26, '<c r="{place}" s="1"><v>1</v></c>'),
    "one row without places": lambda: books.one_row("<c><v>1</v></c>", 4_900_000),
    "one cell again and again": lambda: books.one_row('<c r="A1"><v>1</v></c>', 10_000_000),
    "wide": lambda: books.grid(300, 16_384, '<c r="{place}"><v>1</v></c>'),
    "a row far away": lambda: books.far_row(4),
    "a row far away in a wide sheet": lambda: books.far_row(12),
    "sheets": lambda: books.sheets(1_000_000),
    "parts": lambda: books.many_parts(300_000),
    "an attribute": lambda: books.attribute(90 * 2**20),
    "attributes": lambda: books.attributes(2_000_000),
    "an inline text": lambda: books.inline(90 * 2**20),
    "an inline text in pieces": lambda: books.rich_inline(90 * 2**20),
    "empty rows": lambda: books.empty_rows(20_000_000),
    "deep": lambda: books.deep(2_000_000),
    "a list of texts that says too much": lambda: books.stated_strings(4_000_000_000),
    "number formats": lambda: books.number_formats(60_000),
    "number formats within the limit": lambda: books.number_formats(5_000),
    "areas of array formulas": lambda: books.array_areas(300_000),
    "the same comments again and again": lambda: books.comment_relations(25_000),
    "runs in runs": lambda: books.nested_runs(2_000_000),
    "a large theme": lambda: books.unread("xl/theme/theme1.xml", 80),
    "large comments": lambda: books.unread("xl/comments1.xml", 80),
    **{f"{form} a million cells": lambda write=write: forms.million_cells(write) for form, write in FORMS.items()},
    ".csv a million cells": forms.million_cells_csv,
    ".ods a cell again and again": lambda: forms.repeated_cells(1_000_000, 1_000_000),
    ".ods a cell again and again in a column": lambda: forms.repeated_cells(500_000, 2),
    ".ods a text again and again": lambda: forms.repeated_text(30_000, 300_000),
    ".ods hidden rows": lambda: forms.hidden_rows(8_000_000),
    ".ods spaces": lambda: forms.spaces(2_000_000),
    ".ods spans in spans": lambda: forms.spans(500_000),
    ".ods styles of styles": lambda: forms.ods_styles(60_000),
    ".xls records without end": lambda: forms.record_loop(20_000_000),
    ".xls a sheet in itself": forms.sheet_in_itself,
    ".xls a list of texts that says too much": lambda: forms.stated_texts(4_000_000_000),
    ".xls sectors in a ring": forms.sector_loop,
    ".xlsb records of two bytes": lambda: forms.small_records(40_000_000),
    ".xlsb many shared texts": lambda: forms.xlsb_texts(3_000_000),
    ".csv one line": lambda: forms.csv_of("a;", 20),
    ".csv one text": lambda: forms.csv_of("a", 20),
    ".csv an open quotation mark": lambda: forms.csv_of("a;b\r\n", 20, 'a;b\r\n"'),
    ".csv short lines": lambda: forms.csv_of("a;b\n", 29),
    ".csv empty lines": lambda: forms.csv_of("\n", 29),
    ".csv spaces": lambda: forms.csv_of(" " * 30_000 + ";1\n", 29),
    ".csv digits": lambda: forms.csv_of("1 234,5;1.234;1,234\n", 12),
}


def main(names: list[str]) -> None:
    """Prints a line for each workbook."""
    with tempfile.TemporaryDirectory() as folder:
        for name in names or HOSTILE:
            ending = name.split()[0] if name.startswith(".") else ".xlsx"
            path = Path(folder) / f"prov{ending}"
            path.write_bytes(HOSTILE[name]())
            done = subprocess.run([sys.executable, "-c", _READ, str(path)], capture_output=True, text=True, check=False)
            told = done.stdout.strip() or f"ended with {done.returncode}: {done.stderr.strip()[-200:]}"
            print(f"{name:42} {path.stat().st_size / 1e6:6.2f} MB {told}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

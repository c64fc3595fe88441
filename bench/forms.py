"""What each form of a workbook costs to read: the same ledger as xlsx, xls, xlsb, ods and csv, in one process.

    .venv/bin/python -m bench.forms data/example/2024/2024-04/utfall.xlsx

The time is that of opening it, reading its sheet and searching it for personal identity numbers, without the cache.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from followup.workbooks.forms.any_workbook import open_any
from tests.corpus.file_changes import in_form

ROUNDS = 3
# Semicolons, quotation marks where they are needed, UTF-8.
_FILTERS = {".xls": "xls", ".ods": "ods", ".csv": "csv:Text - txt - csv (StarCalc):59,34,76,1"}


def main(path: Path) -> None:
    """Prints a line for each form: the least of so many turns, since the machine's noise only adds."""
    xlsx = path.read_bytes()
    (sheet,) = open_any(xlsx, path.name).sheet_paths
    # LibreOffice writes no .xlsb.
    forms = {".xlsx": xlsx} | _converted(path) | {".xlsb": in_form(".xlsb")(xlsx)}
    rows = open_any(xlsx, path.name).sheet(sheet).rows
    cells = sum(cell not in (None, "") for row in rows for cell in row)
    print(f"\nThe forms of {path.name}, {len(rows)} rows and {cells} cells, processor seconds, least of {ROUNDS}:")
    found = {form: min(_seconds(content, form, sheet) for _ in range(ROUNDS)) for form, content in forms.items()}
    for form, seconds in sorted(found.items(), key=lambda one: one[1]):
        times, size = seconds / found[".xlsx"], len(forms[form]) / 1e6
        print(f"  {form:<8}{1000 * seconds:>8.0f} ms{times:>7.1f} times .xlsx{size:>8.1f} MB")


def _converted(path: Path) -> dict[str, bytes]:
    """By LibreOffice; none where it is not."""
    if not shutil.which("soffice"):
        print("The other forms are written by LibreOffice (soffice), which is not here.")
        return {}
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless"]
        for how in _FILTERS.values():
            words = ["--convert-to", how, "--outdir", folder, str(path)]
            subprocess.run([*command, *words], check=True, capture_output=True)
        return {form: Path(folder, path.stem + form).read_bytes() for form in _FILTERS}


def _seconds(content: bytes, form: str, sheet: str) -> float:
    started = time.process_time()
    workbook = open_any(content, f"bok{form}", [sheet])
    assert workbook.sheet(sheet).rows
    assert not workbook.personal_numbers
    return time.process_time() - started


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""The spreadsheets that lie in the folders where a period's workbooks are looked for, whoever reads them."""

from __future__ import annotations

import contextlib
from pathlib import Path

from followup.ground.period import Period
from followup.workbooks.forms.form import ENDINGS


def spreadsheets(data: Path, period: Period) -> tuple[str, ...]:
    """Those of a year's folder and of its period's, by their path below the data folder.

    What Excel leaves beside an open workbook (`~$utfall.xlsx`) and hidden files are none.
    """
    found: list[Path] = []
    for folder in dict.fromkeys((data / str(period.year), data / str(period.year) / str(period))):
        with contextlib.suppress(OSError):
            found += [path for path in folder.iterdir() if path.suffix.lower() in ENDINGS and path.is_file()]
    names = [path.relative_to(data).as_posix() for path in found if not path.name.startswith(("~$", "."))]
    return tuple(sorted(names))

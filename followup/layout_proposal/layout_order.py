"""What the command asks for, found possible before anything is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from followup.ground.errors import ReportError
from followup.ground.new_file import exists
from followup.ground.paths import is_folder
from followup.ground.plain_file import is_anything_at
from followup.ground.wording import listed, quoted, suggestion
from followup.workbooks.forms.form import ENDINGS


@dataclass(frozen=True)
class LayoutOrder:
    """`sheet` and `output` may be left out; `year` is what the file's path says, or 0."""

    workbook: Path
    output: Path | None
    sheet: str = ""

    @property
    def year(self) -> int:
        found = re.findall(r"(?<![0-9])(20[0-9]{2})(?![0-9])", "/".join(self.workbook.parts[-3:]))
        return int(found[-1]) if found else 0

    @property
    def has_period(self) -> bool:
        """Whether the workbook lies in a folder of a period."""
        return bool(re.fullmatch(r"20[0-9]{2}-(?:0[1-9]|1[0-2])", self.workbook.parent.name))


def layout_order(workbook: str, sheet: str, output: str | None) -> LayoutOrder:
    """The words of a command as an order. Raises ReportError with a text about the word that cannot be meant."""
    path = Path(workbook)
    if not is_anything_at(path):
        raise ReportError(f"Arbetsboken {quoted(workbook, 200)} finns inte. {_beside(path)}")
    target = Path(output) if output else None
    if target is not None:
        if target.suffix != ".yml":
            raise ReportError(f"Filen {quoted(target.name)} kan inte vara en layout: en layouts fil slutar på .yml.")
        if is_anything_at(target):
            raise ReportError(exists(target))
        if not is_folder(target.parent):
            raise ReportError(f"Mappen {target.parent} finns inte. Skapa den, eller ange en annan fil med --output.")
    return LayoutOrder(path, target, sheet)


def _beside(path: Path) -> str:
    try:
        lying = sorted(one.name for one in path.parent.iterdir() if one.suffix.lower() in ENDINGS)
    except OSError:
        return "Kontrollera sökvägen."
    shown = f"I mappen ligger {listed(map(quoted, lying), most=10)}." if lying else "I mappen ligger ingen arbetsbok."
    return f"{shown} {suggestion(path.name, lying, 'Rätta sökvägen.')}"

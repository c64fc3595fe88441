"""What the command asks for, found possible before anything is read, and the new file that it asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from followup.ground.errors import ReportError
from followup.ground.new_file import exists
from followup.ground.paths import is_folder, params_folder
from followup.ground.plain_file import is_anything_at
from followup.ground.regions import REGION
from followup.ground.wording import listed, quoted, suggestion
from followup.params.params import Params
from followup.params.plan.parts import FOLDER
from followup.plan_import.table_file import no_table


@dataclass(frozen=True)
class PlanOrder:
    """What the analyst asks for. `sheet` may be empty; `title` is the plan's name, `output` its file to be."""

    table: Path
    output: Path
    year: int
    owner: str
    title: str
    sheet: str = ""


def plan_order(
    table: str, year: str, owner: str, output: str | None, sheet: str, title: str, params: Params
) -> PlanOrder:
    """The words of a command as an order. Raises ReportError with a text about the word that cannot be meant."""
    if not re.fullmatch("20[0-9]{2}", year):
        raise ReportError(
            f"Året {quoted(year)} går inte att använda. Ett år skrivs med fyra siffror, till exempel 2025."
        )
    if owner not in params.committees:
        near = suggestion(owner, params.committees, f"Koderna är {listed(params.committees)}.")
        raise ReportError(f"Nämnden {quoted(owner)} finns inte. {near}")
    if not is_anything_at(Path(table)):
        problem = no_table(Path(table))
        raise ReportError(f"Tabellen {quoted(table, 200)} finns inte. {problem.expected} {problem.remedy}")
    path = Path(output) if output else params_folder() / FOLDER / f"{year}.yml"
    _check_output(path, year)
    name = params.committees[owner].name
    proposed = f"Mål och budget {year}" if owner == REGION else f"Verksamhetsplan {year} för {name}"
    return PlanOrder(Path(table), path, int(year), owner, title.strip() or proposed, sheet)


def _check_output(path: Path, year: str) -> None:
    if not re.fullmatch(rf"{year}(-[a-z0-9-]+)?\.yml", path.name):
        raise ReportError(
            f"Filen {quoted(path.name)} kan inte vara en plan för {year}. En plans fil heter som året, eller som året "
            f"och ett tillägg med små bokstäver, siffror och bindestreck: {year}.yml eller {year}-rs.yml."
        )
    if is_anything_at(path):
        raise ReportError(exists(path))
    if not is_folder(path.parent):
        raise ReportError(f"Mappen {path.parent} finns inte. Skapa den, eller ange en annan fil med --output.")

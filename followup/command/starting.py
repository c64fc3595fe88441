"""The commands that write a file to go on from: example, plan, layout."""

from __future__ import annotations

import filecmp
import shutil
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from followup.command.app import CODES, EXAMPLE, Exit, app
from followup.command.language import Command, WrongUse


@app.command(cls=Command, epilog=CODES)
def example(
    data: Annotated[str, typer.Option(help="Mappen som exempeldata skrivs i.", metavar="MAPP")] = EXAMPLE,
    force: Annotated[bool, typer.Option("--force", help="Skriv över arbetsböcker som har ändrats.")] = False,
) -> None:
    """Skriv exempeldata på nytt. Resultatet är alltid detsamma."""
    from followup.example.generator import write_example
    from followup.ground.paths import project_path
    from followup.run.progress import console
    from followup.run.publication import writing

    folder = project_path(data)
    with tempfile.TemporaryDirectory(prefix="followup-example-") as made:
        written = [path.relative_to(made) for path in write_example(Path(made))]
        # The project's own example data are in git; in any other folder a workbook may be somebody's work.
        changed = [
            name
            for name in written
            if (folder / name).exists() and not filecmp.cmp(Path(made) / name, folder / name, shallow=False)
        ]
        if changed and data != EXAMPLE and not force:
            raise WrongUse(
                f"Mappen {folder} har arbetsböcker som inte är exempeldata, bland annat {changed[0].as_posix()}. Ange "
                "en annan mapp med --data, eller --force för att skriva över dem."
            )
        with writing(folder):
            shutil.copytree(made, folder, dirs_exist_ok=True)
    console().print(f"Exempeldata är skrivna i {folder}", markup=False, soft_wrap=True)


@app.command(cls=Command, epilog=CODES)
def plan(
    table: Annotated[
        str,
        typer.Argument(
            help="Tabellen som planen görs av: en arbetsbok (.xlsx, .xlsb, .xls, .ods) eller en .csv.", metavar="TABELL"
        ),
    ],
    year: Annotated[str, typer.Option(help="Planens år, till exempel 2025.", metavar="ÅÅÅÅ")],
    owner: Annotated[str, typer.Option(help="Koden för den nämnd vars plan det är, eller REGION.", metavar="KOD")],
    target: Annotated[
        str | None,
        typer.Option("--output", help="Filen som planen skrivs i. Utelämnad: params/plans/ÅÅÅÅ.yml.", metavar="FIL"),
    ] = None,
    sheet: Annotated[
        str, typer.Option(help="Bladet med planen, om arbetsboken har flera som kan vara det.", metavar="BLAD")
    ] = "",
    title: Annotated[str, typer.Option(help="Planens titel. Utelämnad: ett förslag.", metavar="TITEL")] = "",
) -> None:
    """Börja en plan ur en tabell. En fil som finns skrivs aldrig över.

    Visar allt i tabellen som inte passade, med cell, vad som har gjorts och vad som ska bestämmas.
    """
    from followup.command.proposals import start_plan

    is_whole = start_plan(table, year, owner, target, sheet, title)
    raise typer.Exit(Exit.OK if is_whole else Exit.NOT_MADE)


@app.command(cls=Command, epilog=CODES)
def layout(
    workbook: Annotated[
        str,
        typer.Argument(
            help="Arbetsboken, i vilken form som helst (.xlsx, .xlsb, .xls, .ods, .csv).", metavar="ARBETSBOK"
        ),
    ],
    target: Annotated[
        str | None, typer.Option("--output", help="Filen som förslaget skrivs i. Utelämnad: visa bara.", metavar="FIL")
    ] = None,
    sheet: Annotated[str, typer.Option(help="Bladet som förslaget gäller. Utelämnad: alla.", metavar="BLAD")] = "",
) -> None:
    """Föreslå en layout för en okänd arbetsbok. En fil som finns skrivs aldrig över.

    Vad som inte går att avgöra blir en fråga: en enhet eller ett tecken gissas aldrig. Med frågor kvar är slutkoden 1.
    """
    from followup.command.proposals import propose_layout

    is_whole = propose_layout(workbook, target, sheet)
    raise typer.Exit(Exit.OK if is_whole else Exit.NOT_MADE)

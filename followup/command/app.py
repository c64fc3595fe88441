"""What every command is made with: the application, its exit codes and the options that several commands have.

Only typer is imported here and in the modules of commands: everything heavy waits until it is needed.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Annotated

import typer

from followup.command.language import Group

EXAMPLE = "data/example"


class Exit(IntEnum):
    """Exit codes, also told in the help text."""

    OK = 0
    NOT_MADE = 1
    WRONG_USE = 2
    INTERRUPTED = 130


CODES = (
    "Slutkoder: 0 allt gick bra, 1 minst en rapport blev inte byggd eller underlaget har fel, "
    "2 kommandot skrevs fel (okänd nämnd, period, mapp eller flagga)."
)

app = typer.Typer(
    cls=Group,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    # Plain help: typer's rich help costs 0.3 seconds of imports, and plain text reads better aloud and in a log.
    rich_markup_mode=None,
    help="Bygger uppföljningsrapporter för regionens nämnder: från arbetsböcker till HTML, PDF och Excel.",
    epilog=CODES,
    context_settings={"help_option_names": ["--help", "-h"]},
)

Period = Annotated[
    str | None,
    typer.Option(
        help="Perioden, till exempel 2024-04, eller 2024 för planen. Utelämnad: den nyaste som har underlag.",
        metavar="ÅÅÅÅ-MM",
    ),
]
Committees = Annotated[
    list[str] | None,
    typer.Option(
        "--committee", help="En nämnds kod, till exempel DNHS. Kan anges flera gånger. Utelämnad: alla.", metavar="KOD"
    ),
]
Data = Annotated[str, typer.Option(help="Mappen med arbetsböcker.", metavar="MAPP")]
Output = Annotated[str, typer.Option(help="Mappen som rapporterna läggs i.", metavar="MAPP")]

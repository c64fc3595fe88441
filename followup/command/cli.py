"""The command `followup`. Only typer and rich are imported here: everything heavy waits until it is needed."""

from __future__ import annotations

import filecmp
import shutil
import signal
import sys
import tempfile
from dataclasses import replace
from enum import IntEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from followup.command.language import Command, Group, WrongUse, right_use, usage_text
from followup.ground.errors import ReportError
from followup.ground.fault_log import saved_fault

EXAMPLE = "data/example"


class Exit(IntEnum):
    """Exit codes, also told in the help text."""

    OK = 0
    NOT_MADE = 1
    WRONG_USE = 2
    INTERRUPTED = 130


_CODES = (
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
    epilog=_CODES,
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


@app.command(cls=Command, epilog=_CODES)
def build(
    period: Period = None,
    committee: Committees = None,
    data: Data = "data/example",
    output: Output = "output",
    every: Annotated[bool, typer.Option("--all", help="Bygg alla perioder som har underlag, också planerna.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Bygg även det som är oförändrat.")] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            min=1, help="Så många rapporter samtidigt. Utelämnad: en per kärna. Inte med --scheduler.", metavar="ANTAL"
        ),
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(min=1, help="Så många sekunder får en rapport ta. Inte med --scheduler.", metavar="SEKUNDER"),
    ] = None,
    kernel: Annotated[
        bool, typer.Option("--kernel", help="Kör varje rapport i en egen vanlig Jupyter-kärna (långsammare).")
    ] = False,
    scheduler: Annotated[
        str | None, typer.Option(help="Bygg på ett Dask-kluster, till exempel tcp://127.0.0.1:8786.", metavar="ADRESS")
    ] = None,
) -> None:
    """Bygg periodens rapporter. Det som inte har ändrats byggs inte om."""
    from followup.command.shown import show_build
    from followup.run.request import Request, data_folder, periods_with_data, work_list
    from followup.run.warm import quick_imports

    quick_imports()
    # Asked to end, as by a build server: the same orderly end as Ctrl-C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    request = Request(period, tuple(committee or ()), data, output, force, jobs, kernel, scheduler, timeout)
    if every and (period or committee):
        raise WrongUse(
            "Flaggan --all bygger alla perioder och alla nämnder. Ta bort den, eller --period och --committee."
        )
    requests = [request]
    if every:
        from followup.params.loading import load_params

        found = right_use(lambda: periods_with_data(load_params(), data_folder(data)))
        requests = [replace(request, period=str(one)) for one in found]
    # All are found possible before any is built.
    lists = [right_use(lambda one=one: work_list(one)) for one in requests]
    complete = [show_build(work, one) for work, one in zip(lists, requests, strict=True)]
    raise typer.Exit(Exit.OK if all(complete) else Exit.NOT_MADE)


@app.command(cls=Command, epilog=_CODES)
def check(
    period: Period = None,
    committee: Committees = None,
    data: Data = "data/example",
    output: Annotated[
        str | None,
        typer.Option(
            help="Skriv granskning.html och en text per avsändare i MAPP/<period>. Utelämnad: visa bara.",
            metavar="MAPP",
        ),
    ] = None,
    marked: Annotated[
        bool, typer.Option("--marked", help="Skriv också en kopia av varje felaktig arbetsbok med cellerna märkta.")
    ] = False,
) -> None:
    """Kontrollera underlaget utan att bygga något.

    Visar alla fel och varningar med arbetsbok, blad och cell, efter vem som kan rätta dem.
    """
    from followup.command.shown import show_check
    from followup.run.request import Request, work_list

    if marked and not output:
        raise WrongUse("Flaggan --marked skriver filer. Ange mappen med --output.")
    work = right_use(lambda: work_list(Request(period, tuple(committee or ()), data)))
    raise typer.Exit(Exit.OK if show_check(work, data, output, marked) else Exit.NOT_MADE)


@app.command("list", cls=Command, epilog=_CODES)
def list_(
    period: Annotated[
        str | None, typer.Option(help="Visa en periods rapporter var för sig.", metavar="ÅÅÅÅ-MM")
    ] = None,
    data: Data = "data/example",
    output: Output = "output",
) -> None:
    """Visa perioderna, vilka som rapporterar och vad som är byggt."""
    from followup.ground.period import Period as ReportPeriod
    from followup.run.overview import overview_table, period_table
    from followup.run.progress import console
    from followup.run.request import data_folder

    folder = right_use(lambda: data_folder(data))
    if period:
        table = right_use(lambda: period_table(folder, Path(output), ReportPeriod.parse(period)))
    else:
        table = overview_table(folder, Path(output))
    console().print(table)


@app.command(cls=Command, epilog=_CODES)
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


@app.command(cls=Command, epilog=_CODES)
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


@app.command(cls=Command, epilog=_CODES)
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


def main() -> None:
    """The entry point. Turns every failure into Swedish sentences and an exit code; no traceback is ever shown."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or a bare C locale may lack å, ä and ö.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(_run())


def _run() -> int:
    usage_error: Any = typer.BadParameter.__base__
    try:
        code = app(standalone_mode=False, prog_name="followup")
    except WrongUse as error:
        return _told(str(error), Exit.WRONG_USE)
    except ReportError as error:
        return _told(str(error), Exit.NOT_MADE)
    except usage_error as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            print(error.message)
            return Exit.WRONG_USE
        return _told(usage_text(error), Exit.WRONG_USE)
    except Exception as error:
        return _told(f"Ett fel i programmet: {type(error).__name__}: {error}\n{saved_fault(error)}", Exit.NOT_MADE)
    if code == Exit.INTERRUPTED:
        return _told("Avbrutet. Det som redan var byggt är kvar.", Exit.INTERRUPTED)
    return int(code or 0)


def _told(text: str, code: Exit) -> int:
    print(text, file=sys.stderr)
    return code

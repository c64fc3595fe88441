"""The commands that make reports, or say what they are made of: build, check, list."""

from __future__ import annotations

import signal
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from followup.command.app import CODES, EXAMPLE, Committees, Data, Exit, Output, Period, app
from followup.command.language import Command, WrongUse, right_use


@app.command(cls=Command, epilog=CODES)
def build(
    period: Period = None,
    committee: Committees = None,
    data: Data = EXAMPLE,
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


@app.command(cls=Command, epilog=CODES)
def check(
    period: Period = None,
    committee: Committees = None,
    data: Data = EXAMPLE,
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


@app.command("list", cls=Command, epilog=CODES)
def list_(
    period: Annotated[
        str | None, typer.Option(help="Visa en periods rapporter var för sig.", metavar="ÅÅÅÅ-MM")
    ] = None,
    data: Data = EXAMPLE,
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

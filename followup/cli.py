"""The command `followup`. Only typer and rich are imported here: everything heavy waits until it is needed."""

from __future__ import annotations

import filecmp
import re
import shutil
import signal
import sys
import tempfile
import traceback
from datetime import datetime
from enum import IntEnum
from pathlib import Path
from typing import Annotated, Any

import typer
import typer.core

from followup.errors import ReportError

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

# typer's own words, which it has in English only.
_SWEDISH = {
    "Usage:": "Användning:",
    "Options:": "Flaggor:",
    "Commands:": "Kommandon:",
    "[OPTIONS]": "[FLAGGOR]",
    "COMMAND [ARGS]...": "KOMMANDO [FLAGGOR]",
    "Show this message and exit.": "Visa den här hjälpen.",
    "[default: ": "[förval: ",
}


class WrongUse(Exception):
    """The command was worded wrongly: it names something that does not exist. `str()` is a text to show."""


class _SwedishHelp:
    """Mixed into typer's commands: the same help in Swedish."""

    def get_help(self, ctx: Any) -> str:
        text = super().get_help(ctx)  # type: ignore[misc]
        for english, swedish in _SWEDISH.items():
            text = text.replace(english, swedish)
        return text


class _Group(_SwedishHelp, typer.core.TyperGroup):
    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)
        if option is not None:
            # Without a value of its own it is given one by pydantic, whose import takes longer than all the rest.
            option.default = False
        return option

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in self.commands:
            from followup.inputs.wording import listed, quoted, suggestion

            near = suggestion(args[0], self.commands, f"Kommandona är {listed(self.commands)}.")
            raise WrongUse(f"Kommandot {quoted(args[0])} finns inte. {near}\nSe followup --help.")
        return super().resolve_command(ctx, args)


class _Command(_SwedishHelp, typer.core.TyperCommand):
    pass


app = typer.Typer(
    cls=_Group,
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
    typer.Option(help="Perioden, till exempel 2024-04. Utelämnad: den nyaste som har underlag.", metavar="ÅÅÅÅ-MM"),
]
Committees = Annotated[
    list[str] | None,
    typer.Option(
        "--committee", help="En nämnds kod, till exempel DNHS. Kan anges flera gånger. Utelämnad: alla.", metavar="KOD"
    ),
]
Data = Annotated[str, typer.Option(help="Mappen med arbetsböcker.", metavar="MAPP")]
Output = Annotated[str, typer.Option(help="Mappen som rapporterna läggs i.", metavar="MAPP")]


@app.command(cls=_Command, epilog=_CODES)
def build(
    period: Period = None,
    committee: Committees = None,
    data: Data = "data/example",
    output: Output = "output",
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
    from followup.build.progress import BuildProgress, console, outcome_table, problem_table
    from followup.build.request import Request, plan_of
    from followup.build.warm import quick_imports

    quick_imports()
    # Asked to end, as by a build server: the same orderly end as Ctrl-C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    request = Request(period, tuple(committee or ()), data, output, force, jobs, kernel, scheduler, timeout)
    screen = console()
    plan = _right_use(lambda: plan_of(request))
    from followup.build.period_build import build as build_period

    with BuildProgress(screen) as progress:
        number = "1 nämnd" if len(plan.committees) == 1 else f"{len(plan.committees)} nämnder"
        progress.say(f"{plan.kind.name} {plan.period}: {number}, underlag i {data}")
        result = build_period(plan, request, progress)
    screen.print(outcome_table(result.outcomes, plan.names))
    for outcome in result.outcomes:
        folder = plan.output / str(plan.period) / outcome.committee
        if outcome.fault:
            screen.print(f"\n{outcome.committee}: {outcome.fault} ({folder})", markup=False, soft_wrap=True)
        if outcome.problems:
            screen.print(f"\n{outcome.committee}: rapporten kan inte byggas.", markup=False)
            screen.print(problem_table(outcome.problems))
    screen.print(f"\nÖppna {result.index}", markup=False, soft_wrap=True)
    raise typer.Exit(Exit.OK if result.is_complete else Exit.NOT_MADE)


@app.command(cls=_Command, epilog=_CODES)
def check(period: Period = None, committee: Committees = None, data: Data = "data/example") -> None:
    """Kontrollera underlaget utan att bygga något.

    Visar alla fel och varningar med arbetsbok, blad och cell.
    """
    from followup.build.check import checked
    from followup.build.progress import console, problem_table
    from followup.build.request import Request, plan_of

    plan = _right_use(lambda: plan_of(Request(period, tuple(committee or ()), data)))
    found = checked(plan)
    screen = console()
    if found.problems:
        screen.print(problem_table(found.problems))
    screen.print(found.summary, markup=False, soft_wrap=True)
    raise typer.Exit(Exit.NOT_MADE if found.errors else Exit.OK)


@app.command("list", cls=_Command, epilog=_CODES)
def list_(data: Data = "data/example", output: Output = "output") -> None:
    """Visa periodernas rapporter och vad som är byggt."""
    from followup.build.overview import overview_table
    from followup.build.progress import console
    from followup.build.request import data_folder

    folder = _right_use(lambda: data_folder(data))
    console().print(overview_table(folder, Path(output)))


@app.command(cls=_Command, epilog=_CODES)
def example(
    data: Annotated[str, typer.Option(help="Mappen som exempeldata skrivs i.", metavar="MAPP")] = EXAMPLE,
    force: Annotated[bool, typer.Option("--force", help="Skriv över arbetsböcker som har ändrats.")] = False,
) -> None:
    """Skriv exempeldata på nytt. Resultatet är alltid detsamma."""
    from followup.build.progress import console
    from followup.build.publication import writing
    from followup.example.generator import write_example
    from followup.paths import project_path

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


def _right_use(action: Any) -> Any:
    """What the action gives; a ReportError from it is the user's wording of the command, not the data."""
    try:
        return action()
    except ReportError as error:
        raise WrongUse(str(error)) from error


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
        return _told(_usage_text(error), Exit.WRONG_USE)
    except Exception as error:
        return _told(f"Ett fel i programmet: {type(error).__name__}: {error}\n{_saved(error)}", Exit.NOT_MADE)
    if code == Exit.INTERRUPTED:
        return _told("Avbrutet. Det som redan var byggt är kvar.", Exit.INTERRUPTED)
    return int(code or 0)


def _told(text: str, code: Exit) -> int:
    print(text, file=sys.stderr)
    return code


def _saved(error: Exception) -> str:
    """Puts the call stack in a file, for whoever mends the program, and says where."""
    name = f"followup-fel-{datetime.now():%Y%m%d-%H%M%S}.log"
    path = Path(tempfile.gettempdir()) / name
    try:
        path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        return "Hela felet kunde inte sparas."
    return f"Hela felet står i {path}"


def _usage_text(error: Any) -> str:
    """What typer objects to, in Swedish."""
    kind = type(error).__name__
    if kind == "NoSuchOption":
        near = f" Menades {error.possibilities[0]}?" if error.possibilities else ""
        text = f"Flaggan {error.option_name} finns inte.{near}"
    elif kind == "BadOptionUsage":
        text = f"Flaggan {error.option_name} behöver ett värde."
    elif kind == "BadParameter":
        text = f"Värdet för {error.param.opts[0]} går inte att använda. Där väntas {error.param.metavar}."
    elif extra := re.search(r"unexpected extra argument\S* \((.*)\)", str(error)):
        text = f"Kommandot går inte att tolka: {extra[1]}. En flagga skrivs med två streck: --committee DNHS."
    else:
        text = f"Kommandot går inte att tolka: {error.format_message()}"
    return f"{text}\nSe followup --help."

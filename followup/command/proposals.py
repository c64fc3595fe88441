"""What the commands that propose a file do: read, write it once, and show what a person has to decide."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from followup.command.language import WrongUse, right_use
from followup.ground.new_file import write_new
from followup.ground.paths import params_folder
from followup.layout_proposal.layout_order import layout_order
from followup.layout_proposal.start import NoSuchSheet, proposed_layout
from followup.params.loading import load_params
from followup.plan_import.plan_order import plan_order
from followup.plan_import.start import started_plan
from followup.run.progress import console, problem_table
from followup.run.publication import writing


def start_plan(table: str, year: str, owner: str, output: str | None, sheet: str, title: str) -> bool:
    """Starts a plan's file; whether nothing is left to decide. Raises WrongUse, and ReportError for the table."""
    params, folder = load_params(), params_folder()
    order = right_use(lambda: plan_order(table, year, owner, output, sheet, title, params))
    started = started_plan(order, params, folder)
    _write(order.output, started.text)
    if started.problems:
        console().print(problem_table(started.problems))
    _show([f"Planen är skriven i {order.output}", *started.summary])
    return started.fits


def propose_layout(workbook: str, output: str | None, sheet: str) -> bool:
    """Proposes a layout; whether no question is left. Raises WrongUse, and ReportError for the workbook."""
    order = right_use(lambda: layout_order(workbook, sheet, output))
    try:
        proposed = proposed_layout(order, load_params())
    except NoSuchSheet as error:
        raise WrongUse(str(error)) from error
    if order.output is None:
        _show(proposed.text.splitlines())
    else:
        _write(order.output, proposed.text)
        _show([f"Förslaget är skrivet i {order.output}", *proposed.summary])
    return not proposed.questions


def _write(path: Path, text: str) -> None:
    with writing(path.parent):
        write_new(path, text)


def _show(lines: Iterable[str]) -> None:
    screen = console()
    for line in lines:
        screen.print(line, markup=False, soft_wrap=True)

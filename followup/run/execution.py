"""papermill runs the notebook of one report, with our engine or with a kernel of its own."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import papermill
from papermill.exceptions import PapermillExecutionError
from traitlets.config import Config

from followup.ground.errors import Problem, ReportError
from followup.ground.paths import PROJECT
from followup.ground.wording import listed, suggestion
from followup.run.published import problems_of


class NotebookFault(Exception):
    """A cell failed for a reason that is not in the source data: a fault in the program. `str()` is Swedish."""


def execute(notebook: Path, target: Path, parameters: Mapping[str, str], plain_kernel: bool = False) -> Any:
    """The executed notebook, which papermill also leaves in `target`, with its error banner if a cell failed.

    Raises ReportError with what the notebook could not accept in its sources or parameters, and NotebookFault for any
    other exception in a cell.
    """
    refuse_unknown_parameters(notebook, parameters)
    with _kernel_settings() if plain_kernel else _no_settings() as settings:
        try:
            return papermill.execute_notebook(
                _literal(notebook),
                _literal(target),
                parameters=dict(parameters),
                engine_name=None if plain_kernel else "followup",
                kernel_name="python3",
                progress_bar=False,
                log_output=False,
                request_save_on_cell_execute=False,
                autosave_cell_every=0,
                cwd=str(PROJECT),
                **settings,
            )
        except PapermillExecutionError as error:
            if error.ename == ReportError.__name__:
                raise ReportError(problems_of(error.traceback)) from None
            raise NotebookFault(
                f"Cell [{error.exec_count}] i {notebook.name} stannade: {error.ename}: {error.evalue}"
            ) from None


def declared_parameters(notebook: Path) -> list[str]:
    """The names in the notebook's parameters cell, in order."""
    return list(papermill.inspect_notebook(_literal(notebook)))


def refuse_unknown_parameters(notebook: Path, parameters: Mapping[str, str]) -> None:
    """papermill only warns about an unknown parameter, and the report is then made on the notebook's defaults."""
    declared = declared_parameters(notebook)
    problems = []
    for name in parameters:
        if name in declared:
            continue
        problems.append(
            Problem(
                workbook=f"notebooks/{notebook.name}",
                found=f"Parametern {name} finns inte i rapportens notebook.",
                expected=f"Notebooken tar emot {listed(declared) or 'inga parametrar'}.",
                remedy=suggestion(name, declared, "Lägg till den i cellen som är märkt parameters."),
            )
        )
    if problems:
        raise ReportError(problems)


def _literal(path: Path) -> str:
    """papermill fills in `{name}` in paths; a folder may be called so."""
    return str(path).replace("{", "{{").replace("}", "}}")


@contextmanager
def _no_settings() -> Iterator[dict[str, Any]]:
    yield {}


@contextmanager
def _kernel_settings() -> Iterator[dict[str, Any]]:
    """A kernel without the user's startup files, on a socket file where the system has them.

    Kernels that start at the same time can be given the same TCP port, and socket files of the same name unless they
    stand in a folder of their own.
    """
    with tempfile.TemporaryDirectory(prefix="followup-kernel-") as folder:
        ours = {"IPYTHONDIR": folder, "JUPYTER_RUNTIME_DIR": folder}
        before = {name: os.environ.get(name) for name in ours}
        os.environ.update(ours)
        try:
            sockets = {"transport": "ipc", "ip": str(Path(folder) / "socket")}
            yield {"config": Config({"KernelManager": sockets})} if os.name == "posix" else {}
        finally:
            for name, value in before.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value

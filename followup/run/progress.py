"""What a run says while it works: a bar in a terminal, plain lines in a log, and a table at the end.

No thread of its own: the bar moves when something happens and at every tick of the pool.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from followup.ground.errors import Problem, Severity
from followup.run.outcome import Outcome, Status

_LOG_WIDTH = 120
_PROBLEM_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_STYLES = {Status.BUILT: "green", Status.UNCHANGED: "dim", Status.FAILED: "bold red"}


def is_plain(stream: TextIO) -> bool:
    """Whether the stream wants text without escape codes: a file, a pipe, a simple terminal, or NO_COLOR."""
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb" or not stream.isatty()


def console(stream: TextIO | None = None) -> Console:
    """A console that writes escape codes only where they are wanted, whatever the environment claims."""
    target = stream or sys.stdout
    if is_plain(target):
        width = None if target.isatty() else _LOG_WIDTH
        return Console(
            file=target, force_terminal=False, no_color=True, width=width, highlight=False, legacy_windows=False
        )
    return Console(file=target, highlight=False)


class BuildProgress:
    """Shows a run's reports as they start and finish. Use it in a `with` statement."""

    def __init__(self, target: Console) -> None:
        self.console = target
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._total = 0
        self._done = 0
        self._running: list[str] = []

    def say(self, text: str) -> None:
        """A line of its own, above the bar if there is one."""
        self.console.print(escape(text), soft_wrap=True)

    def expect(self, total: int) -> None:
        """From here on `total` reports will be started."""
        self._total = total
        if self.console.is_terminal and total:
            self._bar = Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
                console=self.console,
                auto_refresh=False,
                transient=True,
            )
            self._task = self._bar.add_task("Bygger", total=total)
            self._bar.start()

    def started(self, name: str) -> None:
        self._running.append(name)
        self.tick()

    def finished(self, name: str, outcome: Outcome) -> None:
        """Moves the bar; in a log, and for a failure, writes a line."""
        self._done += 1
        if name in self._running:
            self._running.remove(name)
        if not self.console.is_terminal or outcome.status is Status.FAILED:
            self.say(f"[{self._done}/{self._total}] {outcome.committee}: {outcome.status}, {_seconds(outcome)} s")
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=self._done)
        self.tick()

    def tick(self) -> None:
        """Redraws the bar, so that the clock moves."""
        if self._bar is not None and self._task is not None:
            names = ", ".join(self._running) or "Bygger"
            self._bar.update(self._task, description=escape(names))
            self._bar.refresh()

    def __enter__(self) -> BuildProgress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()


def outcome_table(outcomes: Iterable[Outcome], names: dict[str, str]) -> Table:
    """The last thing that a run shows. `names` are the committees' names by code."""
    table = Table("Nämnd", "Namn", "Status", "Varningar", "Sekunder", box=None, pad_edge=False, header_style="bold")
    table.columns[3].justify = table.columns[4].justify = "right"
    for outcome in outcomes:
        unchanged = outcome.status is Status.UNCHANGED
        table.add_row(
            outcome.committee,
            escape(names.get(outcome.committee, "")),
            f"[{_STYLES[outcome.status]}]{outcome.status}[/]",
            str(outcome.warnings) if outcome.status is not Status.FAILED else "–",
            "–" if unchanged else _seconds(outcome),
        )
    return table


def problem_table(problems: Iterable[Problem]) -> Table:
    """Every problem with where it is, what stands there and how to mend it; errors, then warnings, then notes."""
    from followup.ground.errors import in_order

    return ordered_table(sorted(in_order(problems), key=lambda one: list(Severity).index(one.severity)))


def ordered_table(problems: Iterable[Problem]) -> Table:
    """As `problem_table`, in the order that they have."""
    table = Table("Vad", "Var", "Varför och vad som kan göras", box=None, pad_edge=False, header_style="bold")
    table.columns[0].no_wrap = True
    for problem in problems:
        style = _PROBLEM_STYLES[problem.severity]
        table.add_row(f"[{style}]{problem.severity}[/]", escape(problem.place), escape(problem.message))
    return table


def _seconds(outcome: Outcome) -> str:
    return f"{outcome.seconds:.1f}".replace(".", ",")

"""Wall time and peak memory of commands with all their child processes."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

try:
    import resource
except ImportError:
    resource = None

_SAMPLE_SECONDS = 0.1


@dataclass(frozen=True)
class Measured:
    """`seconds` of several commands after one another; `peak_megabytes` is the highest moment of any of them.

    `work` is the processor's seconds, of all processes together: what else the machine does hardly moves it. It is 0
    where the system does not tell.

    Memory is counted so that a page shared by forked processes counts once (PSS). It is 0 where the system has no
    /proc to ask.
    """

    seconds: float = 0.0
    peak_megabytes: float = 0.0
    work: float = 0.0

    def __add__(self, later: Measured) -> Measured:
        peak = max(self.peak_megabytes, later.peak_megabytes)
        return Measured(self.seconds + later.seconds, peak, self.work + later.work)


def measured(command: list[str], environment: dict[str, str]) -> Measured:
    """Runs the command. Ends the program with what it said if it fails."""
    start, worked = time.perf_counter(), _work_of_children()
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    watch = _Watch(process.pid)
    said, _ = process.communicate()
    found = Measured(time.perf_counter() - start, watch.stop(), _work_of_children() - worked)
    if process.returncode:
        sys.exit(f"{' '.join(command)}\nended with code {process.returncode}:\n{said}")
    return found


def _work_of_children() -> float:
    if resource is None:
        return 0.0
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Watch:
    """Samples the memory of a process and its descendants until it is stopped."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0.0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        self._ended.set()
        self._thread.join()
        return self._peak

    def _sample(self) -> None:
        while not self._ended.wait(_SAMPLE_SECONDS):
            self._peak = max(self._peak, sum(_megabytes(pid) for pid in _family(self._pid)))


def _family(root: int) -> list[int]:
    """The process and all its descendants that are alive now."""
    children: dict[int, list[int]] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            # The command's name, in parentheses, may hold anything.
            parent = int(status.read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            continue
        children.setdefault(parent, []).append(int(status.parent.name))
    found = [root]
    for pid in found:
        found.extend(children.get(pid, []))
    return found


def _megabytes(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024

"""Wall time and peak memory of commands with all their child processes."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

_SAMPLE_SECONDS = 0.1


@dataclass(frozen=True)
class Measured:
    """`seconds` of several commands after one another; `peak_megabytes` is the highest moment of any of them.

    Memory is counted so that a page shared by forked processes counts once (PSS). It is 0 where the system has no
    /proc to ask.
    """

    seconds: float = 0.0
    peak_megabytes: float = 0.0

    def __add__(self, later: Measured) -> Measured:
        return Measured(self.seconds + later.seconds, max(self.peak_megabytes, later.peak_megabytes))


def measured(command: list[str], environment: dict[str, str]) -> Measured:
    """Runs the command. Ends the program with what it said if it fails."""
    start = time.perf_counter()
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
    found = Measured(time.perf_counter() - start, watch.stop())
    if process.returncode:
        sys.exit(f"{' '.join(command)}\nended with code {process.returncode}:\n{said}")
    return found


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

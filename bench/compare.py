"""The period built both ways in one run: ours, and the plain way with the usual commands. Run by `make bench`.

The plain way, for each committee: the `papermill` command with its default kernel, `jupyter nbconvert --to html`, and
headless Chromium's print to PDF. Same notebook, same data, no cache of ours. Ours is `followup build --force`, with an
empty cache as well; it makes more files (tagged PDF, Excel, figures.csv, the period's page). Last, ours with and
without the rules that stand between the workbooks and a report: what checking costs; and the ledger read in each form
of a workbook.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from measure import Measured, measured

from followup.ground.paths import PROJECT, notebooks_folder
from followup.run.request import Request, WorkList, work_list

BIN = Path(sys.executable).parent
ROUNDS = 3


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--period", help="such as 2024-04; the newest with data if left out")
    parser.add_argument("--committee", action="append", default=[], help="only this one; can be given several times")
    parser.add_argument("--data", default="data/example")
    parser.add_argument("--only", choices=("ours", "plain", "checks", "forms"), help="measure one of them only")
    given = parser.parse_args()
    work = work_list(Request(given.period, tuple(given.committee), given.data))
    codes = [committee.code for committee in work.committees]
    print(f"{work.period}: {len(codes)} reports ({', '.join(codes)})", flush=True)
    with tempfile.TemporaryDirectory(prefix="followup-bench-") as folder:
        ours = _ours(work, codes, Path(folder)) if given.only in (None, "ours") else None
        plain = _plain(work, codes, Path(folder)) if given.only in (None, "plain") else None
        if ours or plain:
            _print_table(ours, plain)
        if ours:
            _print_stages(Path(folder) / "output" / str(work.period))
        if given.only in (None, "checks"):
            _print_cost_of_checks(work, codes, Path(folder))
        if given.only in (None, "forms"):
            _print_cost_of_forms(work)
    return 0


def _ours(
    work: WorkList, codes: list[str], folder: Path, command: Sequence[str] = (str(BIN / "followup"),)
) -> Measured:
    """A cold period: no workbook has been parsed before."""
    shutil.rmtree(folder / "cache", ignore_errors=True)
    which = [word for code in codes for word in ("--committee", code)]
    words = ["build", "--force", "--period", str(work.period), "--data", str(work.data)]
    return measured([*command, *words, "--output", str(folder / "output"), *which], _environment(folder / "cache"))


def _print_cost_of_checks(work: WorkList, codes: list[str], folder: Path) -> None:
    """The period with and without its rules, in turns; of each the least work, since the machine's noise only adds."""
    without = (sys.executable, str(PROJECT / "bench" / "without_checks.py"))
    seconds: dict[str, list[float]] = {"with rules": [], "without": []}
    for _ in range(ROUNDS):
        seconds["with rules"].append(_ours(work, codes, folder).work)
        seconds["without"].append(_ours(work, codes, folder, without).work)
    best = {name: min(found) for name, found in seconds.items()}
    print(f"\nProcessor seconds of a cold period, the least of {ROUNDS} turns:")
    for name, found in seconds.items():
        print(f"  {name:<12}{best[name]:>8.1f} s   ({', '.join(f'{one:.1f}' for one in found)})")
    print(f"The rules cost {100 * (best['with rules'] / best['without'] - 1):.0f} per cent.")


def _print_cost_of_forms(work: WorkList) -> None:
    """A process of its own: nothing that it imports or reads is there before."""
    ledger = work.data / str(work.period.year) / str(work.period) / "utfall.xlsx"
    if ledger.is_file():
        subprocess.run([sys.executable, "-m", "bench.forms", str(ledger)], cwd=PROJECT, check=True)


def _plain(work: WorkList, codes: list[str], folder: Path) -> Measured:
    """Each committee after the other, with a cache that is empty every time: the plain way has none."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("The plain way needs Chromium for its PDF: install chromium, or run with --only ours.")
    total = Measured()
    steps: dict[str, float] = {}
    subjects = {one.code: one for one in work.subjects}
    for code in codes:
        target = folder / "plain" / code
        target.mkdir(parents=True)
        notebook, page, pdf = target / "rapport.ipynb", target / "rapport.html", target / "rapport.pdf"
        parameters = {"committee": code, "period": str(work.period), "data": str(work.data)}
        words = [word for name, value in parameters.items() for word in ("-p", name, value)]
        made_by = notebooks_folder() / subjects[code].kind.notebook
        papermill = [str(BIN / "papermill"), str(made_by), str(notebook), *words, "--no-progress-bar"]
        nbconvert = [str(BIN / "jupyter"), "nbconvert", "--to", "html", str(notebook)]
        sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        profile = f"--user-data-dir={target / 'profile'}"
        browser = [chromium, "--headless", "--disable-gpu", profile, *sandbox, f"--print-to-pdf={pdf}", page.as_uri()]
        for name, command in (("papermill", papermill), ("nbconvert", nbconvert), ("chromium", browser)):
            found = measured(command, _environment(folder / f"cache-{code}"))
            steps[name] = steps.get(name, 0.0) + found.seconds
            total += found
        print(f"  plain way {code}: {total.seconds:.1f} s so far", flush=True)
    print("  of which " + ", ".join(f"{name} {seconds:.1f} s" for name, seconds in steps.items()))
    return total


def _environment(cache: Path) -> dict[str, str]:
    # PATH as in an activated environment: the kernel must be this Python's.
    return os.environ | {"FOLLOWUP_CACHE": str(cache), "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}


def _print_table(ours: Measured | None, plain: Measured | None) -> None:
    print(f"\n{'way':<12}{'seconds':>10}{'peak memory, MB':>18}")
    for name, found in (("followup", ours), ("plain", plain)):
        if found:
            print(f"{name:<12}{found.seconds:>10.1f}{found.peak_megabytes:>18.0f}")
    if ours and plain:
        print(f"\n{plain.seconds / ours.seconds:.1f} times faster")


def _print_stages(period: Path) -> None:
    """Where the time went, summed over the reports: from the manifests."""
    stages: dict[str, float] = {}
    cells: dict[str, float] = {}
    for path in sorted(period.glob("*/manifest.json")):
        timings = json.loads(path.read_text(encoding="utf-8"))["timings"]
        for into, part in ((stages, "stages"), (cells, "cells")):
            for name, seconds in timings[part].items():
                into[name] = into.get(name, 0.0) + (seconds or 0.0)
    print("\nSeconds of work per stage, all reports together (they run side by side):")
    for name, seconds in stages.items():
        print(f"  {name:<20}{seconds:>8.2f}")
    print("The slowest cells of the notebook:")
    for name, seconds in sorted(cells.items(), key=lambda item: -item[1])[:8]:
        print(f"  {name:<20}{seconds:>8.2f}")


if __name__ == "__main__":
    os.chdir(PROJECT)
    sys.exit(main())

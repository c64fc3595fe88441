"""`python -m followup.example [--to data/example] [--period 2024-04]`: write the example data."""

from __future__ import annotations

import argparse
from pathlib import Path

from followup.example.generator import write_example, write_period
from followup.example.story import PERIODS
from followup.ground.paths import PROJECT


def main() -> None:
    """Write all workbooks, or those of one period, and say where."""
    parser = argparse.ArgumentParser(prog="python -m followup.example", description="Skriv exempeldata.")
    parser.add_argument("--to", type=Path, default=PROJECT / "data" / "example", help="mapp (data/example)")
    parser.add_argument("--period", choices=PERIODS, help="bara denna period (annars allt)")
    options = parser.parse_args()
    written = write_period(options.to, options.period) if options.period else write_example(options.to)
    for path in written:
        print(f"{path} ({path.stat().st_size / 1024:.0f} kB)")


if __name__ == "__main__":
    main()

"""`python -m followup.example [--to data/example]`: write the example data."""

from __future__ import annotations

import argparse
from pathlib import Path

from followup.example.generator import write_example
from followup.paths import PROJECT


def main() -> None:
    """Write all workbooks and say where."""
    parser = argparse.ArgumentParser(prog="python -m followup.example", description="Skriv exempeldata.")
    parser.add_argument("--to", type=Path, default=PROJECT / "data" / "example", help="mapp (data/example)")
    folder = parser.parse_args().to
    for path in write_example(folder):
        print(f"{path} ({path.stat().st_size / 1024:.0f} kB)")


if __name__ == "__main__":
    main()

"""Whether two output folders hold the same reports, byte for byte; what varies stands in manifest.json alone.

    followup build --all --output output/before      # on one version
    followup build --all --output output/after       # on another
    .venv/bin/python -m bench.same_bytes output/before output/after [--except rapport.ipynb]

Ends with 1 if a file differs or is missing on either side.
"""

from __future__ import annotations

import sys
from pathlib import Path

VARIES = {"manifest.json", ".lock", "README.md"}


def contents(folder: Path, left_out: set[str]) -> dict[str, bytes]:
    """Every file below an output folder by its path there, but for those that vary."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in VARIES | left_out
    }


def differences(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """A line for each file that is not the same."""
    names = sorted({*before, *after})
    return [f"{name}: {_told(name, before, after)}" for name in names if before.get(name) != after.get(name)]


def _told(name: str, before: dict[str, bytes], after: dict[str, bytes]) -> str:
    if name not in before or name not in after:
        return "only after" if name in after else "only before"
    one, other = before[name], after[name]
    first = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return f"{len(one)} and {len(other)} bytes, from byte {first}"


def main(words: list[str]) -> int:
    """Prints what differs, and how many files are the same."""
    folders, left_out = words[:2], set(words[3:])
    before, after = (contents(Path(folder), left_out) for folder in folders)
    found = differences(before, after)
    print("\n".join([*found, f"{len({*before, *after}) - len(found)} files are the same, {len(found)} are not."]))
    return 1 if found or not before else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

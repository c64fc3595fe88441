"""Workbooks that have been damaged by chance, read as a period's are. Run by `make fuzz`, for some minutes.

Each round takes one workbook of the example, changes a few bytes inside one of its XML parts, or a few of its cells,
and reads it. Two things must never happen:

- a crash: anything but problems that are told. A workbook that takes longer than `SLOWEST` seconds counts as one.
- a value that has changed without a word: a cell that is read otherwise than before, while nothing is told about the
  workbook. Texts and plain numbers are excepted, where the change is the damage itself: nobody could see it.

Each round has a seed of its own, which is printed where something is found: `--seed N --rounds 1` does it again.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import sys
import time
import traceback
import zipfile
from collections import Counter
from pathlib import Path

from followup.ground.errors import ReportError
from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.workbooks.read_workbook import ReadingOrder, ReadWorkbook, read_workbook

SLOWEST = 10.0
EXAMPLE = PROJECT / "data" / "example"
PERIOD = Period(2024, 4)
# Small ones: a ledger takes a second and has nothing that the others lack.
LAYOUTS = ("namnd", "region", "investeringar", "malvarden", "budget", "finansiella_mal", "indikatorer")
# What means something in the markup.
_TOKENS = """
1E999 NaN - % < > &#0; &lt; " 0 99999999999999999999 t="s" t="e" t="b" t="str" hidden="1" s="999" A1048576 XFD1 A0
<f>1+1</f> <f/> <v/> <v></v> <mergeCell/> <!-- <![CDATA[
"""
TOKENS = (*_TOKENS.encode().split(), b"\xff", b"\x00")
NUMBERS = (0, -1, 1e30, 1e-30, 123456789012345678, True)
_WORDS = """
- – saknas 1.234 1,234.5 945' −7 (12) 12- =1+1 #REF! 2024-04 202404 2024 Summa DNKS DNXX <b> 19811218-9876 💥
"""
TEXTS = (*_WORDS.split(), "", " ", "1 234,5", "12 mnkr", "minus 7", "5 %", "april 2024", "Region Halland", "\u202e")
CELLS = (*NUMBERS, *TEXTS, "a" * 30_000)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=180)
    parser.add_argument("--rounds", type=int, default=0, help="stop after so many, whatever the time")
    parser.add_argument("--seed", type=int, default=random.randrange(2**31))
    given = parser.parse_args()
    params = load_params()
    targets = []
    for name in LAYOUTS:
        filled = params.layouts[name].filled(PERIOD, "REGION" if name == "region" else "DNHS")
        content = (EXAMPLE / filled.workbook).read_bytes()
        order = ReadingOrder.of(filled, params, PERIOD.year)
        targets.append((content, order, read_workbook(content, order)))
    count: Counter[str] = Counter()
    end = time.monotonic() + given.seconds
    seed = given.seed
    while time.monotonic() < end and not (given.rounds and count.total() >= given.rounds):
        count[one_round(seed, targets)] += 1
        seed += 1
    told = ", ".join(f"{number} {what}" for what, number in sorted(count.items()))
    print(f"{count.total()} rounds from seed {given.seed}: {told}")
    return 1 if count["crashed"] or count["changed in silence"] else 0


def one_round(seed: int, targets: list[tuple[bytes, ReadingOrder, ReadWorkbook]]) -> str:
    """What became of one damaged workbook."""
    chance = random.Random(seed)
    content, order, before = chance.choice(targets)
    by_bytes = chance.random() < 0.6
    damaged, where = (bytes_changed if by_bytes else cells_changed)(content, chance)
    start = time.monotonic()
    try:
        after = read_workbook(damaged, order)
    except ReportError:
        return "refused"
    except Exception:
        print(f"seed {seed}: {order.layout.workbook}, {where}\n{traceback.format_exc()}")
        return "crashed"
    if time.monotonic() - start > SLOWEST:
        print(f"seed {seed}: {order.layout.workbook}, {where}: {time.monotonic() - start:.0f} s")
        return "crashed"
    if said(after) != said(before):
        return "told"
    changed = differences(before, after)
    if not changed:
        return "read the same"
    if not by_bytes or where.startswith("inside"):
        return "read as it was written"
    print(f"seed {seed}: {order.layout.workbook}, {where}: {changed[0]}")
    return "changed in silence"


def bytes_changed(content: bytes, chance: random.Random) -> tuple[bytes, str]:
    """The workbook with a few bytes of one part changed, and where: `inside` a value's own text, or in the markup."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    name = chance.choice([name for name in parts if name.startswith("xl/") and name.endswith((".xml", ".rels"))])
    part = parts[name]
    place = chance.randrange(len(part))
    token = chance.choice(TOKENS)
    kind = chance.choice(("flip", "insert", "delete", "repeat"))
    length = chance.choice((1, 1, 2, 8, 40))
    before, cut, after = part[:place], part[place : place + length], part[place + length :]
    middle = {
        "flip": bytes(byte ^ (1 << chance.randrange(8)) for byte in cut),
        "insert": token + cut,
        "delete": b"",
        "repeat": cut * 2,
    }[kind]
    parts[name] = before + middle + after
    # Between two tags stands what a person wrote, or a number: whoever changes that alone has changed the value itself.
    # The same is true of where a cell stands, and in which format: Excel shows it there, too, as a person may have
    # moved or formatted it. Only `<` and the quotes around an attribute are markup.
    changed = {"insert": token, "repeat": cut}.get(kind, cut + middle)
    before_tag = part.rfind(b"<", 0, place)
    in_text = part.rfind(b">", 0, place) > before_tag and b"<" not in changed
    in_place = re.search(rb'\s[rs]="[^"]*$', part[max(before_tag, 0) : place]) and not set(b'<"') & set(changed)
    inside = in_text or bool(in_place)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in parts.items():
            archive.writestr(path, data)
    return target.getvalue(), f"{'inside' if inside else 'in'} {name} at {place}: {kind} {cut!r} -> {middle[:60]!r}"


def cells_changed(content: bytes, chance: random.Random) -> tuple[bytes, str]:
    """The workbook with a few cells changed."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content))
    told = []
    for _ in range(chance.choice((1, 1, 3))):
        sheet = chance.choice(book.worksheets)
        cell = sheet.cell(chance.randint(1, sheet.max_row + 2), chance.randint(1, sheet.max_column + 1))
        value = chance.choice(CELLS)
        try:
            cell.value = value
        except (ValueError, AttributeError, openpyxl.utils.exceptions.IllegalCharacterError):
            continue
        told.append(f"{sheet.title}!{cell.coordinate} = {str(value)[:40]!r}")
    target = io.BytesIO()
    book.save(target)
    return target.getvalue(), "; ".join(told)


def said(workbook: ReadWorkbook) -> tuple[object, ...]:
    """All that is told about a workbook."""
    return (workbook.problems, *((name, table.findings) for name, table in workbook.tables.items()))


def differences(before: ReadWorkbook, after: ReadWorkbook) -> list[str]:
    """Where two readings differ in a value."""
    found = []
    for name, table in before.tables.items():
        other = after.tables.get(name)
        if other is None or list(table.frame.index) != list(other.frame.index):
            found.append(f"the rows of {name}")
            continue
        for column in table.frame.columns:
            first, second = table.frame[column].tolist(), other.frame[column].tolist()
            for row, one, two in zip(table.frame.index, first, second, strict=True):
                # A text that has become another text, as when it stands there twice, is read by whoever reads it.
                if isinstance(one, str) and isinstance(two, str):
                    continue
                if one != two and not (one != one and two != two):
                    found.append(f"{name} row {row} {column}: {one!r} -> {two!r}")
    return found


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    sys.exit(main())

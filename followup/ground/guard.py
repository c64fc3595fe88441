"""One workbook's reading, kept apart from all others: what goes wrong in it is a problem of that workbook.

Whatever the reason: a workbook may make a library fail in a way that nobody has foreseen, or fill the memory. The call
stack is saved, and the others are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from followup.ground.errors import Problem, ReportError
from followup.ground.fault_log import saved_fault

_EXPECTED = "Rapporter som inte bygger på den påverkas inte."


@contextmanager
def guarded(name: str, what: str = "Arbetsboken") -> Iterator[None]:
    """Every exception but ReportError becomes one: a problem of `name`, with the place of the saved call stack."""
    try:
        yield
    except ReportError:
        raise
    except MemoryError as fault:
        remedy = "Ta bort blad och formaterade celler som rapporten inte läser, eller kör på en dator med mer minne."
        raise ReportError(
            [Problem(name, found=f"{what} kan inte läsas: minnet räcker inte.", expected=_EXPECTED, remedy=remedy)]
        ) from fault
    except Exception as fault:
        found = f"{what} kan inte läsas på grund av ett fel i programmet ({type(fault).__name__})."
        remedy = f"Skicka filen till den som sköter programmet. {saved_fault(fault)}."
        raise ReportError([Problem(name, found=found, expected=_EXPECTED, remedy=remedy)]) from fault

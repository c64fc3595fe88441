"""The command `followup`: its commands in the order of the help, and what becomes of whatever goes wrong."""

from __future__ import annotations

import sys
from typing import Any

import typer

# Each of these modules adds its commands to the application.
from followup.command import building, starting  # noqa: F401
from followup.command.app import Exit, app
from followup.command.language import WrongUse, usage_text
from followup.ground.errors import ReportError
from followup.ground.fault_log import saved_fault


def main() -> None:
    """The entry point. Turns every failure into Swedish sentences and an exit code; no traceback is ever shown."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or a bare C locale may lack å, ä and ö.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(_run())


def _run() -> int:
    usage_error: Any = typer.BadParameter.__base__
    try:
        code = app(standalone_mode=False, prog_name="followup")
    except WrongUse as error:
        return _told(str(error), Exit.WRONG_USE)
    except ReportError as error:
        return _told(str(error), Exit.NOT_MADE)
    except usage_error as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            print(error.message)
            return Exit.WRONG_USE
        return _told(usage_text(error), Exit.WRONG_USE)
    except Exception as error:
        return _told(f"Ett fel i programmet: {type(error).__name__}: {error}\n{saved_fault(error)}", Exit.NOT_MADE)
    if code == Exit.INTERRUPTED:
        return _told("Avbrutet. Det som redan var byggt är kvar.", Exit.INTERRUPTED)
    return int(code or 0)


def _told(text: str, code: Exit) -> int:
    print(text, file=sys.stderr)
    return code

"""typer in Swedish: its help, and what it says of a command that cannot be understood."""

from __future__ import annotations

import re
from typing import Any

import typer.core

# typer's own words, which it has in English only.
_SWEDISH = {
    "Usage:": "Användning:",
    "Options:": "Flaggor:",
    "Commands:": "Kommandon:",
    "[OPTIONS]": "[FLAGGOR]",
    "COMMAND [ARGS]...": "KOMMANDO [FLAGGOR]",
    "Show this message and exit.": "Visa den här hjälpen.",
    "[default: ": "[förval: ",
}


class WrongUse(Exception):
    """The command was worded wrongly: it names something that does not exist. `str()` is a text to show."""


class _SwedishHelp:
    """Mixed into typer's commands: the same help in Swedish."""

    def get_help(self, ctx: Any) -> str:
        text = super().get_help(ctx)  # type: ignore[misc]
        for english, swedish in _SWEDISH.items():
            text = text.replace(english, swedish)
        return text


class Group(_SwedishHelp, typer.core.TyperGroup):
    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)
        if option is not None:
            # Without a value of its own it is given one by pydantic, whose import takes longer than all the rest.
            option.default = False
        return option

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in self.commands:
            from followup.ground.wording import listed, quoted, suggestion

            near = suggestion(args[0], self.commands, f"Kommandona är {listed(self.commands)}.")
            raise WrongUse(f"Kommandot {quoted(args[0])} finns inte. {near}\nSe followup --help.")
        return super().resolve_command(ctx, args)


class Command(_SwedishHelp, typer.core.TyperCommand):
    pass


def usage_text(error: Any) -> str:
    """What typer objects to, in Swedish."""
    kind = type(error).__name__
    if kind == "NoSuchOption":
        near = f" Menades {error.possibilities[0]}?" if error.possibilities else ""
        text = f"Flaggan {error.option_name} finns inte.{near}"
    elif kind == "BadOptionUsage":
        text = f"Flaggan {error.option_name} behöver ett värde."
    elif kind == "BadParameter":
        text = f"Värdet för {error.param.opts[0]} går inte att använda. Där väntas {error.param.metavar}."
    elif extra := re.search(r"unexpected extra argument\S* \((.*)\)", str(error)):
        text = f"Kommandot går inte att tolka: {extra[1]}. En flagga skrivs med två streck: --committee DNHS."
    else:
        text = f"Kommandot går inte att tolka: {error.format_message()}"
    return f"{text}\nSe followup --help."

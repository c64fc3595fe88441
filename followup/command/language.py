"""typer in Swedish: its help, and what it says of a command that cannot be understood.

Both are made of what a command *is* (its options, their defaults, what was given) and not of typer's English.
"""

from __future__ import annotations

from typing import Any

import typer.core

from followup.ground.errors import ReportError


class WrongUse(Exception):
    """The command was worded wrongly: it names something that does not exist. `str()` is a text to show."""


def right_use(action: Any) -> Any:
    """What the action gives; a ReportError from it is the user's wording of the command, not the data."""
    try:
        return action()
    except ReportError as error:
        raise WrongUse(str(error)) from error


class _SwedishHelp:
    """Mixed into typer's commands: help with Swedish headings, and no words of typer's own."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = ["KOMMANDO [FLAGGOR]"] if hasattr(self, "commands") else [one.metavar for one in self._arguments(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(["[FLAGGOR]", *pieces]), prefix="Användning: ")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        arguments = self._arguments(ctx)
        if arguments:
            with formatter.section("Argument"):
                formatter.write_dl([(one.metavar, one.help) for one in arguments])
        options = [one for one in self.get_params(ctx) if one not in arguments]  # type: ignore[attr-defined]
        with formatter.section("Flaggor"):
            formatter.write_dl([_option(option) for option in options])
        if commands := getattr(self, "commands", None):
            with formatter.section("Kommandon"):
                formatter.write_dl([(name, one.get_short_help_str(limit=60)) for name, one in commands.items()])

    def _arguments(self, ctx: Any) -> list[Any]:
        return [one for one in self.get_params(ctx) if one.param_type_name == "argument"]  # type: ignore[attr-defined]

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "Visa den här hjälpen."
            # Without a value of its own it is given one by pydantic, whose import takes longer than all the rest.
            option.default = False
        return option

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        is_command = not hasattr(self, "commands")
        ctx.allow_extra_args = ctx.allow_extra_args or is_command
        rest: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]
        if is_command and ctx.args:
            raise WrongUse(
                f"Kommandot går inte att tolka: {' '.join(ctx.args)}. En flagga skrivs med två streck: "
                "--committee DNHS.\nSe followup --help."
            )
        if is_command:
            self._refuse_empty(ctx)
        return rest

    def _refuse_empty(self, ctx: Any) -> None:
        """An empty value is most often a shell's variable that is not set: what it was meant to be is not known."""
        for one in self.get_params(ctx):  # type: ignore[attr-defined]
            source = ctx.get_parameter_source(one.name)
            value = ctx.params.get(one.name)
            values = value if isinstance(value, list | tuple) else [value]
            if source and source.name == "COMMANDLINE" and any(isinstance(v, str) and not v.strip() for v in values):
                name = one.metavar if one.param_type_name == "argument" else f"Flaggan {one.opts[0]}"
                raise WrongUse(f"{name} är tom. Ge ett värde, eller ta bort den.\nSe followup --help.")


def _option(option: Any) -> tuple[str, str]:
    """An option's names and its help, with what it is when it is left out."""
    names = ", ".join(sorted(option.opts, key=len, reverse=not option.is_flag))
    if not option.is_flag:
        names = f"{names} {option.metavar}"
    default = f"  [förval: {option.default}]" if option.default and isinstance(option.default, str) else ""
    return names, f"{option.help}{default}"


class Group(_SwedishHelp, typer.core.TyperGroup):
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
    elif kind == "MissingParameter":
        name = error.param.metavar if error.param.param_type_name == "argument" else error.param.opts[0]
        text = f"{name} saknas. {error.param.help}"
    elif kind == "BadParameter":
        text = f"Värdet för {error.param.opts[0]} går inte att använda. Där väntas {error.param.metavar}."
    else:
        text = f"Kommandot går inte att tolka: {error.format_message()}"
    return f"{text}\nSe followup --help."

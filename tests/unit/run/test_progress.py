"""What a run says: escape codes only where somebody can see them."""

from __future__ import annotations

import io

import pytest

from followup.ground.errors import Problem, Severity
from followup.run.outcome import Outcome, Status
from followup.run.progress import BuildProgress, console, outcome_table, problem_table

OUTCOMES = [
    Outcome("RS", Status.BUILT, 2.34, warnings=3),
    Outcome("DNKS", Status.UNCHANGED, warnings=1),
    Outcome("DNHS", Status.FAILED, 0.51),
]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO) -> str:
    """A run of one report on this stream, with the table at the end."""
    screen = console(stream)
    with BuildProgress(screen) as progress:
        progress.say("Kulturår [2024]")
        progress.expect(1)
        progress.started("Regionstyrelsen")
        progress.finished("Regionstyrelsen", OUTCOMES[0])
    screen.print(outcome_table(OUTCOMES, {"RS": "Regionstyrelsen", "DNKS": "Kultur [och] skola"}))
    return stream.getvalue()


def test_a_log_gets_plain_lines() -> None:
    assert [line.rstrip() for line in shown(io.StringIO()).splitlines()] == [
        "Kulturår [2024]",
        "[1/1] RS: byggd, 2,3 s",
        "Nämnd  Namn                Status      Varningar  Sekunder",
        "RS     Regionstyrelsen     byggd               3       2,3",
        "DNKS   Kultur [och] skola  oförändrad          1         –",
        "DNHS                       inte byggd          –       0,5",
    ]


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    text = shown(Terminal())
    assert "\x1b[" in text
    assert "Regionstyrelsen \x1b[90m━" in text
    # The table says how it went; a line for each report would only push the bar away.
    assert "[1/1]" not in text


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_a_terminal_that_wants_none_gets_no_codes(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    assert "\x1b" not in shown(Terminal())


def test_a_log_stays_plain_when_the_environment_asks_for_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    assert "\x1b" not in shown(io.StringIO())


def test_problems_stand_with_place_and_remedy_errors_first() -> None:
    log = io.StringIO()
    problems = [
        Problem("a.xlsx", "Blad", "C7", "Här står [x].", "Ett tal väntas.", "Rätta.", Severity.WARNING),
        Problem("b.xlsx", found="Arbetsboken saknas."),
    ]
    console(log).print(problem_table(problems))
    assert [line.rstrip() for line in log.getvalue().splitlines()] == [
        "Vad      Var                         Varför och vad som kan göras",
        "fel      b.xlsx                      Arbetsboken saknas.",
        "varning  a.xlsx, blad Blad, cell C7  Här står [x]. Ett tal väntas. Rätta.",
    ]

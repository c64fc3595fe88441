"""A decision that is asked for as a clause after `beslutar att`, as a committee's minutes have it.

The sheet Beslut is written by people: most begin with an infinitive, which makes the clause. What does not, or begins
with a word that is no known verb, becomes `ta ställning till: …`, which is a clause whatever follows.
"""

from __future__ import annotations

import re

from followup.document.markdown import plain_of
from followup.document.prose import Prose
from followup.ground.swedish import lowered

OPEN = "ta ställning till"
# The infinitives that decisions begin with. A noun may end as they do, so that others are not guessed.
_BEGINNINGS = """
acceptera anpassa anslå ansöka anta anteckna anvisa arrangera avbryta avge avropa avskriva avslå avsluta avstå
avsätta avtala avvakta begränsa begära behålla bemyndiga besluta bevilja bibehålla bifalla bilda bygga delegera
entlediga erbjuda ersätta finansiera flytta fortsätta fastställa följa fördela förelägga förklara förlänga föreslå
förstärka förvärva ge genomföra godkänna granska göra halvera hemställa hyra häva höja informera ingå inleda inrätta
inställa införa investera justera kräva köpa lägga lämna medge meddela minska notera omfördela omförhandla
omprioritera ompröva ordna pausa planera prioritera pröva redovisa rekommendera remittera reservera revidera samla
samlokalisera samordna se senarelägga skapa skicka skjuta slå sluta spara stoppa starta ställa stänga stödja sänka
säga säkerställa sälja söka ta teckna tilldela tillfråga tillföra tillskjuta tillstyrka tillsätta tillåta uppdatera
uppdra upphandla upphäva uppmana uppvakta utforma utföra utlysa utreda utse uttala utvidga utvärdera utöka
verkställa vidta välja ändra äska återbesätta återkalla återkomma återlämna återrapportera återremittera återta åta
överföra överklaga överlämna översända öka öppna
"""
_VERBS = frozenset(_BEGINNINGS.split())
_QUESTIONS = "vilka|vilken|vilket|vad|var|vem|hur|huruvida|när"
_WHO = r"(?:den\s+)?(?:nämnden|regionstyrelsen|regionfullmäktige)"
_SAID_BEFORE = re.compile(rf"^{_WHO}\s+(?:behöver|ska|bör|beslutar|föreslås)\s+(?:att\s+)?(?=\w)", re.IGNORECASE)
_THAT = re.compile(r"^(?:besluta\s+)?att\s+(?=\w)", re.IGNORECASE)
_ASK = re.compile(rf"^besluta\s+(?=(?:{_QUESTIONS})\b)", re.IGNORECASE)
_ASK_IF = re.compile(r"^besluta\s+(?=om\b)", re.IGNORECASE)
_ABBREVIATION = re.compile(r"\.\w+\.$")


def clause_of(decision: Prose, decider: str) -> Prose:
    """The decision after `beslutar att`, one sentence without its full stop. `decider`, such as `nämnden`, decides."""
    first = decision[0] if decision else None
    if first is not None and "p" in first and first["p"]:
        words, *rest = first["p"]
        if isinstance(words, str):
            return _unended([{"p": [_begun(words, decider), *rest]}, *decision[1:]])
    return [{"p": [f"{OPEN}:"]}, *decision]


def _begun(words: str, decider: str) -> str:
    said = _SAID_BEFORE.match(words)
    # What another body is to do is not what this one does: `att regionstyrelsen ska …` is a clause as it stands.
    if said and decider not in words[: said.end()].casefold():
        return lowered(words)
    left = words[said.end() :] if said else words
    if (that := _THAT.match(left)) is not None:
        return left[that.end() :]
    if ask := _ASK_IF.match(left):
        # `om` before a noun and `om` before a clause: both may follow `frågan`.
        return f"{OPEN} frågan {left[ask.end() :]}"
    if ask := _ASK.match(left):
        return f"{OPEN} {left[ask.end() :]}"
    first, _, following = left.partition(" ")
    verb = following.partition(" ")[0] if first.casefold() == "inte" else first
    return lowered(left) if verb.casefold() in _VERBS else f"{OPEN}: {words}"


def _unended(clause: Prose) -> Prose:
    """The clause without the full stop of its only sentence."""
    (first, *others) = clause
    plain = plain_of(clause)
    if others or "p" not in first or ". " in plain or "\n" in plain or _ABBREVIATION.search(plain):
        return clause
    last = first["p"][-1]
    if not isinstance(last, str):
        return clause
    return [{"p": [*first["p"][:-1], last.removesuffix(".")]}]


def is_open(clause: Prose) -> bool:
    """Whether the clause says what is asked, and not what is proposed."""
    return plain_of(clause).startswith(OPEN)

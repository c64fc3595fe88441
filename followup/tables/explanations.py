"""Whether a comment explains a deviation, or only says again how large it is.

"Avvikelsen till och med april är minus 3,9 mnkr, 4,0 mnkr sämre än föregående prognos" stands in the tables. A comment
of nothing but such words is no explanation, whatever its length. All other words may be one: nobody is told that a
cause is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup.workbooks.source_table import SourceTable

_WORD = re.compile(r"[^\W\d_]+")
# What a deviation is called, what it is compared with, and when.
_AMOUNTS = """
    avvikelse avvikelsen avvikelsens avvikelser avviker budgetavvikelse budgetavvikelsen underskott underskottet
    överskott överskottet resultat resultatet utfall utfallet nettokostnad nettokostnaden budget budgeten budgeterat
    årsbudget årsbudgeten prognos prognosen prognosens helårsprognos helårsprognosen prognostiseras balans
    minus plus mnkr mkr tkr kr kronor miljon miljoner procent cirka ca drygt knappt totalt summa
    januari februari mars april maj juni juli augusti september oktober november december
    period perioden periodens månad månaden månaderna år året årets helår helåret helårets hittills
    nämnd nämnden nämndens driftnämnd driftnämnden driftnämndens verksamhet verksamheten verksamhetens
"""
# What joins them.
_JOINTS = """
    är var blir blev bli blivit beräknas bedöms väntas har hade finns visar visade redovisar redovisade uppgår uppgick
    ligger låg landar slutar slutade räknar lämnar lämnade ger gav motsvarar avser
    sämre bättre högre lägre större mindre stor stort stora liten litet oförändrad oförändrat positiv positivt negativ
    negativt försämring försämringen förbättring förbättringen försämrats förbättrats ökat minskat skillnad skillnaden
    föregående förra senaste samma tidigare jämfört jämförelse enligt
    och men medan samt till med för på mot av i om än som vilket vilka det den de detta denna dess en ett att över under
    sedan från alltså också nu t o m
"""
_SAYING_NO_CAUSE = frozenset(f"{_AMOUNTS} {_JOINTS}".split())


def explains(written: str, name: str = "") -> bool:
    """Whether the text (Markdown) has any word that is not of an amount; `name` is whose deviation it is."""
    own = frozenset(_WORD.findall(name.lower()))
    return any(word not in _SAYING_NO_CAUSE and word not in own for word in _WORD.findall(written.lower()))


def general_comments(comments: SourceTable) -> SourceTable:
    """A committee's comments on its economy as a whole."""
    return comments.where(section="economy", item=None)

"""Words of Swedish tables that tell what a column holds or which way its amounts count. Each list is explained."""

from __future__ import annotations

import re

from followup.ground.wording import normalised

# No heading or name is longer: a cell may hold 32 767 characters of anything.
_LONGEST = 200


def plain(text: object) -> str:
    """A text as the lists below have it."""
    return normalised(str(text)[:_LONGEST].replace("_", " "))


# A column of running texts; it may be empty.
RUNNING = re.compile(r"\b(?:kommentar|motivering|analys|beskrivning|förklaring|skäl|orsak|anmärkning|sammanfattning)")
# Numbers that are names: nobody adds them.
CODES = re.compile(
    r"(?:^not(?:er)?|kod|konto|kontonr|kontonummer|nummer|nr|id|ansvar|ansvarsnr|objekt|projektnr|motpart|"
    r"verksamhetskod|löpnr|org ?nr)$"
)
# What is money whatever the sheet says.
MONEY = re.compile(
    r"\b(?:\w*budget\w*|\w*utfall\w*|\w*prognos\w*|\w*bokslut\w*|\w*belopp\w*|\w*kostnad\w*|\w*intäkt\w*|netto\w*|"
    r"(?:budget|netto)?ram(?:ar)?|\w*anslag\w*|\w*bidrag\w*|redovisat|bokfört|\w*investering\w*|\w*balans|\w*skuld\w*|\w*resultat|"
    r"\w*avgift\w*|\w*utgift\w*|\w*avvikelse\w*|\w*effekt\w*|ib|ub|kr|tkr|mnkr|mkr|kronor)\b"
)
# Of them, what measures other than money have too.
NOT_ONLY_MONEY = re.compile(
    r"(?:20[0-9]{2} )?(?:utfall|resultat|prognos|effekt|budget|bokslut|avvikelse|redovisat)\w*(?: .*)?"
)
# The columns of a table of measures.
MEASURES = re.compile(r"\b(?:indikator\w*|mått|nyckeltal|målvärde\w*|statistik)\b")
# A difference between other columns; which way it counts cannot be seen in it.
DIFFERENCE = re.compile(r"\b(?:\w*avvikelse|avv|diff|differens|förändring|förbrukat|kvar|återstår|återstående)\w*\b")
# What a measure brings: whichever way it counts, less cost and more cost have the same words beside them.
EFFECT = re.compile(r"\b\w*(?:effekt|besparing|effektivisering)\w*\b")
# A share or a measure, which is no amount.
RATIO = re.compile(
    r"%|\b(?:procent|andel|index|grad|kvot|poäng|snitt|medel\w*|genomsnitt\w*|ålder)\b|(?:andel|frekvens|grad)$"
)
PERCENT = re.compile(r"%|\b(?:procent|andel|pct)\w*")
# What is counted.
COUNT = re.compile(
    r"\bantal|\b(?:personer|anställda|tillsvidareanställda|årsarbetare|årsarbeten|vårdplatser|besök|elever|resor|timmar|"
    r"dagar|svarande|avgångar|platser|invånare)\b|\((?:timmar|antal|st|dagar)\)"
)
# What tells of people: it may never be shown as it is.
PEOPLE = re.compile(
    r"\b(?:personer|anställda|\w*anställda|årsarbetare|årsarbeten|medarbetare|svarande|avgångar|\w*sjukfrånvaro|sjuk\w*|"
    r"ordinarie arbetstid|arbetstid|slutat|frånvaro)\b"
)
# Rows and columns of revenue and of cost.
REVENUE = re.compile(r"\b\w*intäkt(?:er|en|erna)?\b|\bskatt(?:er|erna)?\b|\b\w*statsbidrag\b|\butjämning\b")
COST = re.compile(
    r"\b\w*kostnad(?:er|en|erna)?\b|\bavskrivning(?:ar|arna)?\b|\blön(?:er)?\b|\bhyror\b|"
    r"\bköpt? (?:av )?(?:vård|verksamhet)\b"
)
NET_COST = re.compile(r"\bnettokostnad(?:er|en|erna|sram\w*)?\b|\bnettobudget\w*\b")
FRAME = re.compile(r"\bbudgetram(?:ar|arna)?\b|\bnettoram(?:ar)?\b|\bnettobudgetram(?:ar)?\b")
INVESTMENT = re.compile(r"\b\w*investering(?:ar|en|arna|s\w*)?\b")
# What a title of more than investments says.
OPERATIONS = re.compile(r"\bdrift|resultat|avskrivning")
BALANCE = re.compile(
    r"\b(?:anläggningstillgångar|omsättningstillgångar|eget kapital|kortfristiga skulder|balansräkning)\b"
)
# Rows that are not of the same kind as the others: another number, or another time or difference of theirs.
NOT_AMOUNT = re.compile(
    r"^budget$|avvikelse|^antal\b|%|\bprocent\b|^andel\b|\bindex\b|\bkvot\b|\bårsarbetare\b|soliditet|självfinansieringsgrad"
)
# "Intäkter anges med minustecken", "kostnader står med minus".
REVENUE_IS_MINUS = re.compile(r"\bintäkt\w*(?:(?!kostnad)[^.;,]){0,40}\b(?:minus|negativ)")
COST_IS_MINUS = re.compile(r"\bkostnad\w*(?:(?!intäkt)[^.;,]){0,40}\b(?:minus|negativ)")

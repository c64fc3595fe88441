"""The lines of the region's own accounts by code: their names, and which lines make up each side or sum."""

from __future__ import annotations

LINES = {
    "fixed_assets": "Anläggningstillgångar",
    "current_assets": "Omsättningstillgångar",
    "liquid_funds": "varav likvida medel",
    "equity": "Eget kapital",
    "provisions": "Avsättningar",
    "long_liabilities": "Långfristiga skulder",
    "short_liabilities": "Kortfristiga skulder",
    "contingent_pensions": "Ansvarsförbindelse för pensioner",
}
ASSETS = ("fixed_assets", "current_assets")
FUNDING = ("equity", "provisions", "long_liabilities", "short_liabilities")

# The lines of the income statement that stand outside the ledger.
STATEMENT = {
    "taxes": "Skatteintäkter",
    "grants": "Generella statsbidrag och utjämning",
    "financial_income": "Finansiella intäkter",
    "financial_costs": "Finansiella kostnader",
}

# The lines of the balance requirement that the region hands in: the adjustments of the result, then the rest.
ADJUSTMENTS = {
    "capital_gains": "Samtliga realisationsvinster",
    "capital_gains_exempt": "Realisationsvinster enligt undantagsmöjlighet",
    "capital_losses_exempt": "Realisationsförluster enligt undantagsmöjlighet",
    "unrealised": "Orealiserade vinster och förluster i värdepapper",
    "unrealised_reversed": "Återföring av orealiserade vinster och förluster i värdepapper",
}
REQUIREMENT = {
    **ADJUSTMENTS,
    "reserve": "Reservering till eller användning av resultatreserv",
    "exceptional": "Synnerliga skäl att inte återställa",
    "earlier_deficits": "Underskott från tidigare år att återställa",
}

"""docs/kontroller.md: every rule with what it catches, its thresholds and an example of its message, in Swedish.

python -m followup.checks.catalogue > docs/kontroller.md        # make docs
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.registry import RULES
from followup.ground.errors import Severity
from followup.ground.wording import listed, spelled
from followup.params.loading import load_params

if TYPE_CHECKING:
    from followup.checks.common.rule import Rule
    from followup.params.params import Params

READERS = {
    "committee": "nämndernas rapporter",
    "region": "regionens rapport",
    "plan": "nämndernas plandokument",
    "region_plan": "regionens plandokument",
    "plan_follow_up": "uppföljningen av en plan",
}

_HEAD = """\
# Kontroller av underlaget

Den här sidan är gjord av programmet (`make docs`). Den beskriver reglerna som står mellan arbetsböckerna och en
rapport. Läsningen har egna kontroller av varje cell; de beskrivs i [användarguiden](anvandarguide.md).

- Ett **fel** stoppar den rapport som det gäller. De andra rapporterna byggs.
- Ett **fel som kan bekräftas** är osannolikt men inte omöjligt. Felet säger vilken regel och vilket värde det gäller.
  En rad i `params/confirmations.yml` med plats, regel, värde, skäl och funktion släpper igenom just det. Den visas i
  rapporten under Om underlaget, och slutar gälla när värdet ändras.
- En **varning** stoppar inget. Den visas i rapporten under Om underlaget.
- Ett **påpekande** är till för den som bygger rapporten. Det visas av `followup check` och `followup build`, men står
  inte i rapporten.
- Också en varning och ett påpekande kan bekräftas, om det inte gäller anställda: värdet är då hela meningen om vad som
  står där, och läsningens egna har regeln `lasning`. Bekräftade sägs de inte igen. Raderna att klistra in står i
  granskning.html.

Gränserna står i `params/rules.yml` under `checks`, och kan ändras där.
"""


def catalogue(params: Params) -> str:
    """The whole page, with the thresholds that params have now."""
    return "\n".join([_HEAD, *(line for rule in RULES for line in _entry(rule, params))])


def _entry(rule: Rule, params: Params) -> Iterator[str]:
    yield f"## {rule.title} (`{rule.code}`)\n"
    yield f"{rule.catches}\n"
    yield f"- Ger {listed(_kinds(rule), 'eller')}. Gäller {listed(READERS[reader] for reader in rule.readers)}."
    if rule.limits:
        limits = params.rules.checks[rule.code]
        shown = listed(f"`{name}` {spelled(limits.limits[name])}" for name in rule.limits)
        yield f"- Gränser: {shown}. {limits.why}"
    yield f"\nExempel: *{rule.example}*\n"


def _kinds(rule: Rule) -> Iterator[str]:
    for severity in rule.severities:
        yield "fel som kan bekräftas" if severity is Severity.ERROR and rule.may_be_confirmed else str(severity)


if __name__ == "__main__":
    print(catalogue(load_params()), end="")

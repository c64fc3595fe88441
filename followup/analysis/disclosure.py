"""Which groups of employees may be shown. Source of the rule: LKBR 11 kap. on sick leave in the annual report.

A group of `smallest_hidden` employees or fewer is not shown. Since the total is shown, what is hidden could be worked
out as the total less the groups that are shown. So further groups, the smallest first, are hidden until that remainder
is at least two groups and more than `smallest_hidden` employees.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping


def hidden_groups(employees: Mapping[str, float], smallest_hidden: int, staffed: Collection[str]) -> frozenset[str]:
    """The groups of one partition of the staff (sex, or age) that may not be shown.

    `employees`: the lowest number of employees in each group in any month of the period. `staffed`: the groups that had
    anyone at all in any of the months; a group that never had is hidden, as it has no rate, but gives nobody else away.
    Ties for the smallest go to the group named first.
    """
    hidden = {name for name, count in employees.items() if count <= smallest_hidden}
    rest = sorted((name for name in employees if name not in hidden), key=lambda name: employees[name])
    while rest and _gives_away([employees[name] for name in hidden if name in staffed], smallest_hidden):
        hidden.add(rest.pop(0))
    return frozenset(hidden)


def _gives_away(hidden: list[float], smallest_hidden: int) -> bool:
    return bool(hidden) and (len(hidden) == 1 or sum(hidden) <= smallest_hidden)

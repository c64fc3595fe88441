"""What is hidden of people, with a limit that fits a test's small numbers."""

from followup.params.people_rules import PeopleRules


def hiding(smallest_group: int, **changes: float) -> PeopleRules:
    """Rules that need not be as strict as those of params must."""
    rules = {"beside_percent": 25.0, "room_times": 1.0, "rounding_times": 2.0, "rounding_percent": 20.0}
    return PeopleRules.model_construct(smallest_group_hidden=smallest_group, **(rules | changes))

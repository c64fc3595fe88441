"""The command `followup` with no rule in its registry: what `make bench` compares with, to say what checking costs."""

from __future__ import annotations

from followup.run.warm import quick_imports

if __name__ == "__main__":
    quick_imports()
    from followup.checks import registry
    from followup.command.cli import main

    registry.RULES = ()
    registry.refuse_unknown_limits = lambda params: None
    main()

"""What must agree or be plausible before a report is made: one module per rule, and `registry` with them all.

A rule is a function from a `Case` (all that is known when one report's sources are read) to problems.
docs/kontroller.md is generated from the registry. `params/rules.yml` has the thresholds under `checks`,
`params/confirmations.yml` what somebody has confirmed.
"""

"""From a report to blocks, its sentences beside it. `shared` serves the other rooms."""

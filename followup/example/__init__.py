"""The generator of data/example: public figures where there are any, fictional ones for the rest.

Start in `generator.write_example`. The story of the years stands in `story` (deviations and forecasts), `activities`
(what there is and on which accounts deviations fall) and in committees/*/*.yml (what is said about them).
"""

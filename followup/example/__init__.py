"""The generator of data/example: public figures where there are any, fictional ones for the rest.

Start in `generator.write_example`. The story of the year stands in `activities` and in committees/*.yml.
"""

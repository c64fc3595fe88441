"""a"""

OFFICES: list = []

"""Beside this file stand modules that several folders of tests share: pytest makes them importable from here."""

"""Pure functions from source tables to tables of figures: nothing here reads a file or knows how a number is shown."""

"""When: the moments of a text made absolute, and whether one licenses another."""

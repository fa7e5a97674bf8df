"""Measurements: each sub-package has a command that prints its table."""

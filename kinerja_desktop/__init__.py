"""Kinerja Desktop: a kecamatan's year of performance reporting, from the first disposisi to the annual report.

This module holds the version and nothing else; hatchling reads it when the wheel is built.
"""

__version__ = "1.1.0"

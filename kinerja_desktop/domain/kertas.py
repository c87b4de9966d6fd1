"""Sizes of paper. To add one: a member here, and its measures in ``documents.style``."""

from enum import Enum


class Kertas(Enum):
    """Paper that a report is laid out for."""

    F4 = "F4 (215 × 330 mm)"
    F4_210 = "F4 (210 × 330 mm)"
    A4 = "A4 (210 × 297 mm)"

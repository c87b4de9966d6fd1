"""Pemeriksaan: the Kabid decides with the figures before him, one report at a time."""

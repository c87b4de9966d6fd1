"""Penugasan: the Kabid orders the data of a quarter from all seksi in one act."""

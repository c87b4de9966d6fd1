"""Disposisi: the Kasubag passes the order on to the analysts of his seksi."""

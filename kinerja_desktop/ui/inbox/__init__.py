"""Kotak Tugas: who wants what by when, and what to press."""

"""Faults that are provoked in numbers: damaged files by the thousand. Each is a command, and a short part a test."""

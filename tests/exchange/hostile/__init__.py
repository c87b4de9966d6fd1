"""Hostile workbooks made by code, each with what is expected of it."""

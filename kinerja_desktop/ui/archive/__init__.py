"""Tab Arsip."""

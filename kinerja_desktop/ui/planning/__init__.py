"""Tab Rencana Kinerja."""

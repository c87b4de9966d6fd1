"""Tab Pemantauan."""

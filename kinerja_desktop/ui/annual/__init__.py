"""Tab Laporan Tahunan."""

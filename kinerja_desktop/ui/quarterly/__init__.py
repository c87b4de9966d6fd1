"""Tab Laporan Triwulan."""

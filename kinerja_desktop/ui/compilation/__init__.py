"""Laporan Seksi: the Kasubag turns bahan into the section's report and hands it in."""

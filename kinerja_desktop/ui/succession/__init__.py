"""Serah Terima Petugas: a guided path over the screens of Pengguna and Cadangan, so it is no tab of its own."""

"""Tab Pengaturan: what the office chose, drawn from the declared list."""

"""Tab Pengguna: people, their roles and accounts, the seksi."""

"""Tab Periksa Keutuhan: the check of all records, and of one paper."""

"""Tab Cadangan: copies to a flashdisk, trying one, restoring one."""

"""The ten-minute guide through the practice office: a bar below the work says what to look at, what to press."""

"""Tab Kalender: days off of a year, Ramadan, and what they make of a limit."""

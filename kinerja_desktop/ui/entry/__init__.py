"""Lembar Kerja: the analyst fills his figures as in Excel and knows that they are right."""

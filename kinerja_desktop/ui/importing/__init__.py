"""Workbooks coming in: choosing columns where the layout is another one, the trial, «Terapkan». A page inside a tab."""

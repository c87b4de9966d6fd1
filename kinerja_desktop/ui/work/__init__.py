"""What the tabs of the SOP share: words and looks of states and limits, the sheet being filled, notes, history.

Unlike `ui.widgets`, these parts know the office. A part that only one tab needs stays in that tab's folder; tab
folders never import one another. One more shared part: a module here, with a test of its own.
"""

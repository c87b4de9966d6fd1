"""Penyiapan Awal in the window: the pages that make a new office ready, each of parts that its tabs have too."""

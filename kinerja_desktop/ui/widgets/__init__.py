"""The parts that every screen is made of.

Import the module of the part you need; this file stays empty of imports, so that the log-in window loads four
modules and not thirty.

What belongs here: widgets that know tokens, text and keys, and nothing of the office. What does not: services,
sentences about work, anything that a single tab needs. One more part: a module here, its look as a rule in
`theme.stylesheet`, a test of its keys and of its text at 150 per cent.
"""

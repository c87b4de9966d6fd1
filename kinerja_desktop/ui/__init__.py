"""The window: the only room, with bootstrap, that knows Qt. It asks services and never the rooms below them."""

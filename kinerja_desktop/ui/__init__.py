"""The window: the only room, with bootstrap, that knows Qt. It asks services and never the rooms below them."""

from kinerja_desktop.ui.none_guard import keep_none_alive

keep_none_alive()

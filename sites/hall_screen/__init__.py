"""The screen in the village hall, at /layar/: a page for a television that turns through its parts by itself.

Apps add parts with `register_screen_part()`, in the `ready()` of their configuration.
"""

from .parts import ScreenPart, register_screen_part

__all__ = ["ScreenPart", "register_screen_part"]

"""The colours of the six accents, as in the style sheet, and what a picture makes of them."""

from dataclasses import dataclass

from .canvas import mix

GOLD = "#ffd23e"
WAX = "#ffffff"
INK = "#0e1a2b"
INK_SOFT = "#3f4e62"
ALARM = "#8f1020"

# accent, cloth, thread, tint
PRESETS = {
    "ijen": ("#0a44b2", "#0a1f4f", "#6fb0ff", "#e6efff"),
    "gandrung": ("#9d172a", "#56091a", "#ff9a94", "#fdecea"),
    "kopi": ("#115839", "#0a3326", "#74d3a1", "#e3f4ea"),
    "pesisir": ("#06555f", "#04353e", "#63d0d6", "#dff3f4"),
    "soga": ("#7d3f0b", "#40200a", "#f0b072", "#fbeedf"),
    "naga": ("#93115f", "#4b0835", "#ff96cf", "#fde7f4"),
}


@dataclass(frozen=True)
class Palette:
    """Colours by their part in a picture, so that a scene looks right by day and by night."""

    ground: str  # the dyed cloth or the sky
    deep: str  # what stands before the ground
    middle: str
    soft: str  # just off the ground, for what lies far away
    line: str  # drawn lines and leaves
    wax: str
    gold: str = GOLD
    fire: bool = False
    night: bool = True

    @property
    def bloom(self) -> str:
        """Colour of large flowers and outlines."""
        return self.wax if self.night else self.middle


def palette_for(accent: str, night: bool) -> Palette:
    colour, cloth, thread, tint = PRESETS[accent]
    if night:
        return Palette(
            ground=cloth,
            deep=mix(cloth, "#000000", 0.35),
            middle=mix(cloth, colour, 0.75),
            soft=mix(cloth, colour, 0.4),
            line=thread,
            wax=WAX,
            fire=accent == "ijen",
        )
    return Palette(
        ground=mix(tint, thread, 0.16),
        deep=cloth,
        middle=colour,
        soft=mix(tint, thread, 0.55),
        line=mix(colour, thread, 0.25),
        wax=WAX,
        night=False,
    )

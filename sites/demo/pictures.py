"""Sample pictures for the demo, drawn by the project itself from the motif."""

from random import Random

from sites.drawing.canvas import Canvas
from sites.drawing.palette import PRESETS, palette_for

from .drawing import SCENES

THEMES = tuple(SCENES)


def draw_sample(
    seed: int,
    accent: str,
    label: str,
    size: tuple[int, int] = (1600, 1067),
    *,
    theme: str | None = None,
    night: bool | None = None,
) -> bytes:
    """Return a JPEG in an accent's colours; the same arguments always give the same picture.

    Without `theme` or `night` the seed chooses. The label is written into the
    picture, so that nobody takes it for a photo of the place.
    """
    rng = Random(seed)
    chosen_theme, chosen_night = rng.choice(THEMES), rng.random() < 0.6
    palette = palette_for(accent, chosen_night if night is None else night)
    canvas = Canvas(size, palette.ground)
    SCENES[theme or chosen_theme](canvas, palette, rng)
    canvas.label(label, PRESETS[accent][1], palette.wax)
    return canvas.jpeg()

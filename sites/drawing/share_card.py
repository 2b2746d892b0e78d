"""The picture that messengers and social networks show beside a link: 1200 by 630 pixels."""

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import lru_cache

from PIL import Image, ImageDraw, ImageOps

from . import lettering, vector
from .canvas import Canvas
from .encoding import jpeg_within
from .icons import plate
from .palette import ALARM, GOLD, INK, INK_SOFT, PRESETS, WAX

# To be raised with every change of the drawing: addresses hold a digest of it.
VERSION = 2
SIZE = (1200, 630)
MOST_BYTES = 100_000

MARGIN = 72
TITLE_ROOM = 622  # wide; right of it is the motif
TITLE_BAND = (48, 468)  # between these heights
TITLE_SIZES = range(104, 43, -4)
MOST_LINES = 3
LABEL_SIZE, LABEL_HEIGHT, LABEL_GAP = 34, 60, 26
# Where a title stands beside a picture: how wide its cloth is, and the sizes that fit there.
CLOTH_WIDTH = 620
SIZES_BESIDE = range(72, 35, -4)
PRICE_SIZES = range(68, 27, -4)
BAR_TOP, BAR_MIDDLE = 514, 573
TOOTH_WIDTH, TOOTH_HEIGHT = 60, 30
SIGN_SIZE = 84  # the mark or the logo


@dataclass(frozen=True)
class Label:
    """A few words in a tag: the level of an announcement, a price. Tones: plain, important, emergency."""

    text: str
    tone: str = "plain"


@dataclass(frozen=True)
class ShareCard:
    """Everything that is drawn; equal cards look alike."""

    title: str
    site_name: str
    subtitle: str
    accent: str
    label: Label | None = None
    picture: str = ""  # name in the storage
    focus: tuple[float, float] = (0.5, 0.5)  # what the crop keeps, in shares of the picture's sides
    is_beside: bool = False  # title and label stand beside the picture: a product with its price
    logo: str = ""  # name in the storage

    @property
    def digest(self) -> str:
        content = json.dumps([VERSION, asdict(self)], sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()[:16]


def draw_card(card: ShareCard, picture: Image.Image | None = None, logo: Image.Image | None = None) -> bytes:
    """Return the JPEG. A picture (RGB or RGBA) speaks for itself, or has the title beside it.

    Without one the title stands on cloth.
    """
    image = Image.new("RGB", SIZE, WAX)
    if picture and card.is_beside:
        _paste_picture(image, picture, card, left=CLOTH_WIDTH)
        _write_beside(image, card)
    elif picture:
        _paste_picture(image, picture, card)
        _draw_label(image, card, TITLE_BAND[0])
    else:
        image.paste(_cloth(card.accent))
        _write_title(image, card)
    _draw_bar(image, card, logo)
    return jpeg_within(image, MOST_BYTES)


def _paste_picture(image: Image.Image, picture: Image.Image, card: ShareCard, left: int = 0) -> None:
    room = (SIZE[0] - left, BAR_TOP)
    shown = ImageOps.fit(picture, room, Image.Resampling.LANCZOS, centering=card.focus)
    image.paste(shown, (left, 0), shown.getchannel("A") if shown.mode == "RGBA" else None)


def _write_beside(image: Image.Image, card: ShareCard) -> None:
    """Title and, in gold below it, the label: on plain cloth at the left of the picture."""
    _colour, cloth, _thread, _tint = PRESETS[card.accent]
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, CLOTH_WIDTH, BAR_TOP), fill=cloth)
    room = CLOTH_WIDTH - MARGIN - 40
    blocks = [(lettering.writable(card.title), SIZES_BESIDE, MOST_LINES, WAX)]
    if card.label:
        blocks.append((lettering.writable(card.label.text), PRICE_SIZES, 1, GOLD))
    settings = [(lettering.fitted(text, room, 800, sizes, most), ink) for text, sizes, most, ink in blocks]
    heights = [round(setting.size * 1.12) * len(setting.lines) for setting, _ink in settings]
    top = (sum(TITLE_BAND) - sum(heights) - LABEL_GAP * (len(blocks) - 1)) // 2
    for (setting, ink), height in zip(settings, heights, strict=True):
        for number, line in enumerate(setting.lines):
            baseline = top + round(setting.size * (0.86 + 1.12 * number))
            lettering.write(draw, (MARGIN, baseline), line, setting.size, 800, ink)
        top += height + LABEL_GAP


@lru_cache(maxsize=2)
def _cloth(accent: str) -> Image.Image:
    """The dyed ground with the motif; kept, because drawing it takes longer than all the rest."""
    _colour, cloth, thread, _tint = PRESETS[accent]
    canvas = Canvas(SIZE, cloth)
    colours = {"currentColor": thread, "wax": WAX, "gold": GOLD, "ground": cloth}
    vector.draw(canvas, "motif/gajah-oling.svg", (156, 42, 0.5), colours)
    return canvas.picture()


def _write_title(image: Image.Image, card: ShareCard) -> None:
    """Write label and title as one block in the middle of the band."""
    title = lettering.writable(card.title) or lettering.writable(card.site_name)
    setting = lettering.fitted(title, TITLE_ROOM, 800, TITLE_SIZES, MOST_LINES)
    leading = round(setting.size * 1.08)
    above = LABEL_HEIGHT + LABEL_GAP if card.label else 0
    top = (sum(TITLE_BAND) - above - leading * len(setting.lines)) // 2
    _draw_label(image, card, top)
    draw = ImageDraw.Draw(image)
    baseline = top + above + round(setting.size * 0.86)
    for number, line in enumerate(setting.lines):
        lettering.write(draw, (MARGIN, baseline + leading * number), line, setting.size, 800, WAX)


def _draw_label(image: Image.Image, card: ShareCard, top: int) -> None:
    if card.label is None:
        return
    _colour, cloth, thread, _tint = PRESETS[card.accent]
    tones = {"important": (GOLD, INK, GOLD), "emergency": (ALARM, WAX, WAX)}
    ground, ink, edge = tones.get(card.label.tone, (thread, cloth, thread))
    text = lettering.shortened(lettering.writable(card.label.text), TITLE_ROOM - 60, LABEL_SIZE, 800)
    right = MARGIN + lettering.width(text, LABEL_SIZE, 800) + 56
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((MARGIN, top, right, top + LABEL_HEIGHT), 30, fill=ground, outline=edge, width=3)
    lettering.write(draw, (MARGIN + 28, top + 42), text, LABEL_SIZE, 800, ink)


def _draw_bar(image: Image.Image, card: ShareCard, logo: Image.Image | None) -> None:
    """Whose page it is, below a row of tumpal teeth, as in the header of the site."""
    draw = ImageDraw.Draw(image)
    image.paste(WAX, (0, BAR_TOP - TOOTH_HEIGHT), _teeth())
    draw.rectangle((0, BAR_TOP, *SIZE), fill=WAX)
    sign = logo_plate(logo) if logo else plate(card.accent, SIGN_SIZE)
    image.paste(sign, (MARGIN, BAR_MIDDLE - SIGN_SIZE // 2), sign)
    left = MARGIN + SIGN_SIZE + 24
    lines = [(card.site_name, 40, 800, INK, -8), (card.subtitle, 29, 500, INK_SOFT, 31)]
    if card.title == card.site_name and card.picture == "":  # it stands above already
        lines = [(card.subtitle, 36, 700, INK, 13)]
    for text, size, weight, ink, below in lines:
        fitting = lettering.shortened(lettering.writable(text), SIZE[0] - MARGIN - left, size, weight)
        lettering.write(draw, (left, BAR_MIDDLE + below), fitting, size, weight, ink)


def logo_plate(logo: Image.Image) -> Image.Image:
    """The logo on white, whole, in the place of the mark."""
    sign = Image.new("RGBA", (SIGN_SIZE, SIGN_SIZE), WAX)
    fitting = ImageOps.contain(logo.convert("RGBA"), sign.size, Image.Resampling.LANCZOS)
    place = ((SIGN_SIZE - fitting.width) // 2, (SIGN_SIZE - fitting.height) // 2)
    sign.alpha_composite(fitting, place)
    return sign


@lru_cache(maxsize=1)
def _teeth() -> Image.Image:
    """Where the row of triangles covers the picture, with a dot in each gap."""
    canvas = Canvas((SIZE[0], TOOTH_HEIGHT), "#000000")
    tooth = TOOTH_WIDTH * canvas.height / TOOTH_HEIGHT
    for index in range(SIZE[0] // TOOTH_WIDTH + 1):
        left = index * tooth
        canvas.polygon([(left, 100), (left + tooth / 2, 0), (left + tooth, 100)], "#ffffff")
        canvas.dot(left, 34, 14, "#ffffff")
    return canvas.picture().convert("L")

"""Cut the two weights of the font of printed pages out of the pages' variable one: fpdf2 reads no WOFF2.

Run it after a change of static/fonts: `python -m scripts.cut_certificate_fonts`.
"""

from pathlib import Path
from shutil import copy

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "static" / "fonts"
TARGET = ROOT / "sites" / "printing" / "fonts"
FONT = "plus-jakarta-sans-id-en-400-800.woff2"
WEIGHTS = {"regular": 400, "heavy": 800}
# What a PDF does not use.
LEFT_OUT = ("GDEF", "GPOS", "GSUB", "STAT", "gasp", "prep")


def cut(weight: int) -> TTFont:
    # The time when it was made stays that of the source, so that the same file comes out each time.
    font = instantiateVariableFont(TTFont(SOURCE / FONT, recalcTimestamp=False), {"wght": weight})
    for table in LEFT_OUT:
        if table in font:
            del font[table]
    font.flavor = None
    return font


def main() -> None:
    for name, weight in WEIGHTS.items():
        cut(weight).save(TARGET / f"{name}.ttf")
    copy(SOURCE / "OFL.txt", TARGET)


if __name__ == "__main__":
    main()

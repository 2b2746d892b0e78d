"""Draw the icons of the six accents into static/img/icons: python -m scripts.draw_icons."""

import os

import django
from django.conf import settings


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    django.setup()
    from sites.drawing.icons import icon_files
    from sites.drawing.palette import PRESETS

    for accent in PRESETS:
        folder = settings.BASE_DIR / "static" / "img" / "icons" / accent
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in icon_files(accent).items():
            (folder / name).write_bytes(content)


if __name__ == "__main__":
    main()

"""Make the plain project in a folder."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copy, copytree

HERE = Path(__file__).parent
SETTINGS = "plain.settings.measured"
HOST = "plain.localhost"
# Pages to compare ours with, by kind; and the list of all (benchmarks/walk.lua), which fill.py writes.
KINDS = {
    "home": "/",
    "list": "/pengumuman/",
    "article": "/pengumuman/pengumuman-2/",
    "standard": "/kontak-dan-jam-layanan/",
}
PAGES = "pages.txt"
# As in production: no debugging, templates kept, any host; the secret is no secret.
MEASURED = """
from .base import *

DEBUG = False
SECRET_KEY = "measured"
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS += [
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.table_block",
    "wagtail.locales",
]
MIDDLEWARE.insert(
    MIDDLEWARE.index("django.middleware.common.CommonMiddleware"), "django.middleware.locale.LocaleMiddleware"
)
TEMPLATES[0]["OPTIONS"]["context_processors"].append("wagtail.contrib.settings.context_processors.settings")
LANGUAGE_CODE = "id"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("id", "Indonesia"), ("en", "English")]
WAGTAIL_I18N_ENABLED = True
TIME_ZONE = "Asia/Jakarta"
USE_THOUSAND_SEPARATOR = True
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
"""


def make(folder: Path) -> None:
    """`wagtail start`, our models and templates over its home, and pages in two languages."""
    folder.mkdir()
    wagtail = [sys.executable, "-c", "from wagtail.bin.wagtail import main; main()"]
    subprocess.run([*wagtail, "start", "plain", str(folder)], check=True, stdout=subprocess.DEVNULL)
    (folder / "plain" / "settings" / "measured.py").write_text(MEASURED)
    copy(HERE / "urls.py", folder / "plain" / "urls.py")
    for name in ("base.html", "404.html"):
        copy(HERE / "templates" / name, folder / "plain" / "templates" / name)
    for name in ("models.py", "blocks.py"):
        copy(HERE / name, folder / "home" / name)
    copytree(HERE / "templates" / "home", folder / "home" / "templates" / "home", dirs_exist_ok=True)
    (folder / "home" / "templatetags").mkdir()
    copy(HERE / "json_ld.py", folder / "home" / "templatetags" / "json_ld.py")
    for command in (["makemigrations", "home"], ["migrate"], ["shell", "-c", (HERE / "fill.py").read_text()]):
        manage(folder, *command)


def environment(folder: Path) -> dict[str, str]:
    ours = str(HERE.parents[1])
    return os.environ | {"DJANGO_SETTINGS_MODULE": SETTINGS, "PYTHONPATH": f"{folder}{os.pathsep}{ours}"}


def manage(folder: Path, *arguments: str) -> None:
    command = [sys.executable, "manage.py", *arguments]
    subprocess.run(command, check=True, cwd=folder, env=environment(folder), stdout=subprocess.DEVNULL)

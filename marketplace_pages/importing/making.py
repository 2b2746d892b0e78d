"""A file that somebody sent, kept with its report until it is confirmed."""

from django.core.files.uploadedfile import UploadedFile

from marketplace_pages.models import ProductImport, ShowcasePage
from sites.models import User, Village

from .places import Places
from .planning import plans_for
from .reading import read_table
from .rows import MOST_BYTES


def look_at(file: UploadedFile, showcase: ShowcasePage, user: User) -> ProductImport:
    """Report what would become of a file. Writes no product. Raises `Unreadable`."""
    # One byte more tells that it is too large, and no more of it is read.
    table = read_table(file.name, file.read(MOST_BYTES + 1))
    plans = plans_for(table.rows, Places(showcase, user))
    return ProductImport.objects.create(
        village=Village.objects.owning(showcase).get(),
        made_by=user,
        file_name=file.name[-120:],
        unknown_columns=[name[:60] for name in table.unknown[:20]],
        rows=[row.as_json() for row in table.rows],
        report=[plan.line.as_json() for plan in plans],
    )

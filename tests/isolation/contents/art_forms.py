"""An art form of the village, with a gallery, recordings and pages beside it."""

from culture.models import ArtFormPicture, Recording
from sites.models import RelatedPage
from tests.factories import culture
from tests.factories import sites as factories


def add_art_form(part) -> None:
    title = f"{part.mark}-kesenian"
    page = culture.make_art_form(
        part.village,
        f"{title} zamrud",
        slug=title.lower(),
        custodians=f"{title}-penjaga",
        etiquette=f"{title}-tata-krama",
    )
    page.owner, page.villages = part.has.admin, [part.village]
    page.gallery = factories.in_order([ArtFormPicture(image=part.has.image, caption=f"{title}-keterangan")])
    page.recordings = factories.in_order(
        [
            Recording(
                medium="video", title=f"{title}-rekaman", link="https://contoh.example/", transcript=title
            )
        ]
    )
    page.related_pages = factories.in_order([RelatedPage(target=part.pages["live"])])
    page.save_revision(user=part.has.admin).publish(user=part.has.admin)
    part.pages["art_form"] = page

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from sites.blocks import BodyBlock
from sites.frame import frame_for
from sites.media.renditions import pictures_in, prefetch_renditions
from sites.org_chart import ChartPlace, chart
from sites.panels import TypedOnceInlinePanel
from sites.querysets import OfficialQuerySet

from .people import RoleHolder
from .typed_once import TypedOncePage


class GovernmentPage(TypedOncePage):
    """Who governs a village: its officials in an organisation chart."""

    body = StreamField(
        BodyBlock(),
        verbose_name=_("content"),
        blank=True,
        help_text=_("Stands below the chart. For example: how residents bring in their wishes."),
    )

    parent_page_types = ["sites.VillageHomePage"]
    subpage_types = []
    max_count_per_parent = 1
    menu_icon = "landmark"
    schema_type = "AboutPage"
    typed_once = ("officials",)

    created_with_village = True
    waits_for_content = True
    village_order = 30
    village_titles = {
        "id": {"desa": "Pemerintah desa", "kelurahan": "Pemerintah kelurahan"},
        "en": "Village government",
    }
    village_slugs = {
        "id": {"desa": "pemerintah-desa", "kelurahan": "pemerintah-kelurahan"},
        "en": "government",
    }

    content_panels = [
        *TypedOncePage.content_panels,
        TypedOnceInlinePanel("officials", heading=_("Officials"), label=_("official")),
        FieldPanel("body"),
    ]
    search_fields = [
        *TypedOncePage.search_fields,
        index.SearchField("body"),
        index.SearchField("names_and_positions"),
    ]

    class Meta:
        verbose_name = _("village government")
        verbose_name_plural = _("village governments")

    @cached_property
    def people(self) -> list["Official"]:
        """Everybody who is typed, former ones, too."""
        return self.rows("officials", picture="photo")

    def names_and_positions(self) -> str:
        """What the search finds this page by, in each language of it."""
        shown = [person for person in self.people if not person.is_former]
        return "\n".join(f"{person.name} {person.position} {person.position_en}" for person in shown)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        in_office = [person for person in self.people if person.is_in_office]
        prefetch_renditions([*(person.photo for person in in_office), *pictures_in(self.body)])
        village = frame_for(request).village
        return context | {
            "chart": chart(in_office, is_desa=village is None or village.is_desa),
            "former_heads": self.former_heads(),
        }

    def former_heads(self) -> list["Official"]:
        """Heads whose term is over, the last one first; others leave no trace when they leave."""
        found = [person for person in self.people if person.place == ChartPlace.HEAD and person.is_former]
        return sorted(found, key=lambda person: person.term_until, reverse=True)

    def structured_data(self, request: HttpRequest) -> dict:
        """Name those who hold an office, not the staff."""
        people = [p for p in self.people if p.is_in_office and p.place != ChartPlace.STAFF]
        owner = {"@type": "GovernmentOrganization", "@id": request.build_absolute_uri("/") + "#owner"}
        if people:
            owner["employee"] = [
                {"@type": "Person", "name": person.name, "jobTitle": person.display_position}
                for person in people
            ]
        return {"about": owner}


class Official(RoleHolder):
    """Somebody who works for the government of a village."""

    page = ParentalKey("sites.GovernmentPage", on_delete=models.CASCADE, related_name="officials")
    place = models.PositiveSmallIntegerField(
        _("place in the chart"), choices=ChartPlace, default=ChartPlace.SECTION
    )

    objects = OfficialQuerySet.as_manager()

    panels = [RoleHolder.panels[0], FieldPanel("place"), *RoleHolder.panels[1:]]

    class Meta(RoleHolder.Meta):
        verbose_name = _("official")
        verbose_name_plural = _("officials")

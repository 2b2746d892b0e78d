from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.search import index

from services import choices
from services.blocks import PaperBlock, QuestionBlock, StepBlock, stream_of
from services.editing.forms import ServicePageForm
from services.querysets import ServiceManager
from sites.blocks import OpeningWeekBlock
from sites.drawing.share_card import Label
from sites.models import BasePage, FollowingPage, SharedPageMixin, related_pages_panel
from sites.panels import TypedOnceMultiFieldPanel

DEFAULT_KEPT_DAYS, LONGEST_KEPT_DAYS = 90, 730
DEFAULT_WORKING_DAYS, MOST_WORKING_DAYS = 3, 90


class ServicePage(SharedPageMixin, RoutablePageMixin, FollowingPage):
    """One service: what it is, what to bring, what it costs, and whether one may ask for it from afar.

    Below the page of an office it is the regency's template, which villages show as it is. A village that
    takes it over has a page of its own; `template_key` is then the translation key of the template, and
    `template_values` what stood there when the village last looked, by field.
    """

    Category, LifeEvent, Asking = choices.Category, choices.LifeEvent, choices.Asking

    category = models.CharField(_("category"), max_length=11, choices=Category, default=Category.LETTERS)
    life_events = models.JSONField(_("events in life"), default=list, blank=True)
    who = models.TextField(_("who may ask for it"), max_length=600, blank=True)
    papers = StreamField(stream_of("paper", PaperBlock), verbose_name=_("what to bring"), blank=True)
    steps = StreamField(stream_of("step", StepBlock), verbose_name=_("how it goes"), blank=True)
    duration = models.CharField(
        _("how long it takes"), max_length=120, blank=True, help_text=_("For example: the same day.")
    )
    fee_rupiah = models.PositiveIntegerField(
        _("fee in rupiah"), null=True, blank=True, help_text=_("0: free of charge. Empty: not known.")
    )
    fee_note = models.CharField(
        _("more about the fee"), max_length=200, blank=True, help_text=_("Fees of others, for example.")
    )
    counter = models.CharField(
        _("counter"),
        max_length=120,
        blank=True,
        help_text=_("For example: counter 2, ask for Kasi Pelayanan."),
    )
    opening_hours = StreamField(
        OpeningWeekBlock(),
        verbose_name=_("hours of this service"),
        blank=True,
        help_text=_("Only if they are not those of the office."),
    )
    issuer = models.CharField(_("who issues it"), max_length=200, blank=True)
    legal_basis = models.CharField(_("legal basis"), max_length=400, blank=True)
    form = models.ForeignKey(
        "sites.VillageDocument",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("form to download"),
    )
    continued_at = models.CharField(
        _("where it is continued"),
        max_length=200,
        blank=True,
        help_text=_("For example: Dukcapil, the kecamatan."),
    )
    continued_with = models.TextField(_("what to take along there"), max_length=600, blank=True)
    note = models.TextField(_("good to know"), max_length=600, blank=True)
    questions = StreamField(
        stream_of("question", QuestionBlock), verbose_name=_("frequently asked"), blank=True
    )
    checked_on = models.DateField(
        _("last checked on"), null=True, blank=True, help_text=_("You are reminded after a year.")
    )

    asking = models.CharField(_("from afar, people may"), max_length=8, choices=Asking, default=Asking.NONE)
    takes_attachments = models.BooleanField(
        _("they may attach files"),
        default=False,
        help_text=_("Photos and PDF, three at most. Never ask for copies of KTP or KK: people show them."),
    )
    working_days = models.PositiveSmallIntegerField(
        _("answered within (working days)"),
        default=DEFAULT_WORKING_DAYS,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_WORKING_DAYS)],
    )
    kept_days = models.PositiveSmallIntegerField(
        _("requests are erased after (days)"),
        default=DEFAULT_KEPT_DAYS,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_KEPT_DAYS)],
        help_text=_("Counted from the day on which they are done."),
    )

    template_key = models.UUIDField(null=True, blank=True, editable=False, db_index=True)
    template_values = models.JSONField(default=dict, blank=True, editable=False)

    # What holds today (services/reading/state.py), where somebody has asked.
    state_here = None

    objects = ServiceManager()
    base_form_class = ServicePageForm
    # A copy is a service of its own: two of one template would stand in each other's way.
    exclude_fields_in_copy = ["template_key", "template_values"]

    parent_page_types = ["services.ServiceIndexPage"]
    subpage_types = []
    listed_by = "services.ServiceIndexPage"
    card_template = "components/cards/service.html"
    menu_icon = "file-text"
    schema_type = "GovernmentService"
    typed_once = (
        "category",
        "life_events",
        "fee_rupiah",
        "opening_hours",
        "checked_on",
        "asking",
        "takes_attachments",
        "working_days",
        "kept_days",
    )

    content_panels = [
        *BasePage.content_panels,
        *SharedPageMixin.sharing_panels,
        TypedOnceMultiFieldPanel(["category", "life_events"], heading=_("Where people find it")),
        FieldPanel("who"),
        FieldPanel("papers"),
        FieldPanel("steps"),
        FieldRowPanel(["duration", "issuer"]),
        TypedOnceMultiFieldPanel([FieldPanel("fee_rupiah")], heading=_("Fee")),
        FieldPanel("fee_note"),
        FieldPanel("counter"),
        TypedOnceMultiFieldPanel([FieldPanel("opening_hours")], heading=_("Hours")),
        FieldPanel("form"),
        FieldRowPanel(["continued_at", "continued_with"]),
        FieldPanel("legal_basis"),
        FieldPanel("note"),
        FieldPanel("questions"),
        TypedOnceMultiFieldPanel(
            [
                FieldPanel("asking"),
                FieldPanel("takes_attachments"),
                FieldRowPanel(["working_days", "kept_days"]),
            ],
            heading=_("Asking from afar"),
        ),
        TypedOnceMultiFieldPanel([FieldPanel("checked_on")], heading=_("Last checked")),
        related_pages_panel(),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("get_category_display"),
        index.SearchField("who"),
        index.SearchField("papers"),
        index.SearchField("steps"),
        index.SearchField("questions"),
        index.SearchField("note"),
        index.SearchField("issuer"),
    ]

    class Meta:
        verbose_name = pgettext_lazy("page type", "service")
        verbose_name_plural = pgettext_lazy("page type", "services")

    @property
    def is_free(self) -> bool:
        return self.fee_rupiah == 0

    @property
    def category_icon(self) -> str:
        return choices.CATEGORY_ICONS.get(self.category, self.menu_icon)

    @property
    def service_key(self):
        """The same for one service in all villages that took it over, and in all languages."""
        return self.template_key or self.translation_key

    def share_label(self) -> Label | None:
        return Label(pgettext("fee", "Free of charge")) if self.is_free else None

    def structured_data(self, request: HttpRequest) -> dict:
        # What is read of a service knows its model.
        from services.reading.data import government_service

        return government_service(self, request)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        from services.reading.sights import sights_of

        return super().get_context(request, *args, **kwargs) | sights_of(self, request)

    # A slash ends it within Wagtail; readers write none, see config/urls.py.
    @path("syarat.pdf/", name="checklist")
    def checklist(self, request: HttpRequest) -> HttpResponse:
        """The papers to bring on a sheet of A5."""
        from services.reading.checklist import checklist_response

        return checklist_response(self, request)

    def copy(self, *args, update_attrs=None, **kwargs):
        if "locale" in (update_attrs or {}):
            # A translation is the same service, and has not looked at the template yet.
            update_attrs = {**update_attrs, "template_key": self.template_key}
        return super().copy(*args, update_attrs=update_attrs, **kwargs)

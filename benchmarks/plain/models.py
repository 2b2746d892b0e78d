"""A village's site as a Wagtail developer writes it: a home, lists of articles, and standard pages."""

from django.core.paginator import Paginator
from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import TruncMonth
from django.utils.timezone import now
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import InlinePanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Orderable, Page

from .blocks import BodyBlock, HoursBlock

ON_HOME, IN_LIST, RELATED, NEWS = 3, 12, 3, 4


def picture() -> models.ForeignKey:
    return models.ForeignKey(
        get_image_model_string(), models.SET_NULL, null=True, blank=True, related_name="+"
    )


@register_setting
class Office(BaseSiteSetting):
    district = models.CharField(max_length=100)
    address = models.CharField(max_length=200)
    directions = models.CharField(max_length=200, blank=True)
    hours = StreamField([("line", HoursBlock())], blank=True)
    phone = models.CharField(max_length=30, blank=True)
    whatsapp = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    portal = models.URLField(blank=True)


class SitePage(Page):
    """What each page has: a summary, its trail, the menu, its translations, the notice, and JSON-LD."""

    summary = models.CharField(max_length=250, blank=True)
    schema = "WebPage"

    content_panels = [*Page.content_panels, "summary"]

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        trail = list(self.get_ancestors(inclusive=True).live().filter(depth__gt=1))
        context["trail"] = trail
        context["sections"] = list(trail[0].get_children().live())
        context["alternates"] = list(self.get_translations(inclusive=True).live().select_related("locale"))
        important = current(ArticlePage.objects.live().descendant_of(trail[0]).filter(is_important=True))
        context["notice"] = important.order_by("-date").first()
        context["data"] = self.structured_data(request, trail)
        return context

    def structured_data(self, request, trail) -> dict:
        office, home = Office.for_request(request), trail[0]
        home_url = home.get_full_url(request)
        owner = {
            "@type": "GovernmentOrganization",
            "@id": f"{home_url}#owner",
            "name": home.title,
            "url": home_url,
            "address": {"@type": "PostalAddress", "streetAddress": office.address, "addressCountry": "ID"},
            "telephone": office.phone,
            "email": office.email,
            "geo": {"@type": "GeoCoordinates", "latitude": office.latitude, "longitude": office.longitude},
            "openingHours": [f"{line.value['days']} {line.value['hours']}" for line in office.hours],
        }
        page = {
            "@type": self.schema,
            "name": self.title,
            "url": self.get_full_url(request),
            "description": self.search_description or self.summary,
        }
        above = {"@type": "BreadcrumbList", "itemListElement": items(trail, request)}
        site = {"@type": "WebSite", "name": home.title, "url": home_url, "publisher": owner}
        return page | {"isPartOf": site, "breadcrumb": above}


def items(pages, request) -> list[dict]:
    return [
        {"@type": "ListItem", "position": place, "name": page.title, "item": page.get_full_url(request)}
        for place, page in enumerate(pages, start=1)
    ]


def current(articles):
    return articles.filter(Q(expires=None) | Q(expires__gt=now()))


class HomePage(SitePage):
    picture = picture()
    body = StreamField(BodyBlock(), blank=True)

    content_panels = [
        *SitePage.content_panels,
        "picture",
        "body",
        InlinePanel("shortcuts"),
        InlinePanel("figures"),
        InlinePanel("officials"),
    ]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        # The first list has the news.
        news, *others = ListPage.objects.live().child_of(self).order_by("path")
        context["news_page"], context["news"] = news, news.articles()[:NEWS]
        context["teasers"] = [(page, page.articles()[:ON_HOME]) for page in others]
        context["shortcuts"] = self.shortcuts.select_related("page")
        return context


class Shortcut(Orderable):
    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="shortcuts")
    page = models.ForeignKey(Page, models.CASCADE, related_name="+")
    note = models.CharField(max_length=100, blank=True)


class Figure(Orderable):
    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="figures")
    name = models.CharField(max_length=100)
    number = models.IntegerField()
    unit = models.CharField(max_length=50, blank=True)
    source = models.CharField(max_length=100, blank=True)


class Official(Orderable):
    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="officials")
    name = models.CharField(max_length=100)
    post = models.CharField(max_length=100)
    since = models.CharField(max_length=50, blank=True)
    picture = picture()


class ListPage(SitePage):
    schema = "CollectionPage"
    subpage_types = ["home.ArticlePage"]

    def articles(self):
        articles = current(ArticlePage.objects.live().child_of(self))
        return articles.select_related("picture").order_by("-is_pinned", "-date")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        chosen = articles = self.articles()
        if category := request.GET.get("category"):
            chosen = chosen.filter(category=category)
        if month := request.GET.get("month", "").split("-"):
            chosen = chosen.filter(date__year=month[0], date__month=month[1]) if len(month) == 2 else chosen
        context["category"] = category
        context["articles"] = Paginator(chosen, IN_LIST).get_page(request.GET.get("page"))
        numbers = dict(articles.order_by().values_list("category").annotate(Count("pk")))
        context["categories"] = [(*one, numbers[one[0]]) for one in Category.choices if one[0] in numbers]
        by_month = ArticlePage.objects.live().child_of(self).annotate(month=TruncMonth("date"))
        context["months"] = by_month.values("month").annotate(number=Count("pk")).order_by("-month")
        found = items(context["articles"], request)
        context["data"]["mainEntity"] = {"@type": "ItemList", "itemListElement": found}
        return context


class Category(models.TextChoices):
    GENERAL = "general", "Umum"
    SERVICE = "service", "Layanan"
    EVENT = "event", "Acara"
    HEALTH = "health", "Kesehatan"
    DEVELOPMENT = "development", "Pembangunan"
    SAFETY = "safety", "Keamanan"


class ArticleTag(TaggedItemBase):
    content_object = ParentalKey("home.ArticlePage", on_delete=models.CASCADE, related_name="tagged_items")


class ArticlePage(SitePage):
    """An announcement, a service, a course, an event: what differs are the notes on its card."""

    date = models.DateTimeField()
    expires = models.DateTimeField(null=True, blank=True)
    category = models.CharField(max_length=20, choices=Category, blank=True)
    source = models.CharField(max_length=50, blank=True)
    is_pinned = models.BooleanField(default=False)
    is_important = models.BooleanField(default=False)
    takes = models.CharField(max_length=100, blank=True)
    place = models.CharField(max_length=100, blank=True)
    price = models.CharField(max_length=100, blank=True)
    picture = picture()
    body = StreamField(BodyBlock(), blank=True)
    tags = ClusterTaggableManager(through=ArticleTag, blank=True)

    schema = "NewsArticle"
    parent_page_types = ["home.ListPage"]
    content_panels = [
        *SitePage.content_panels,
        *("date", "expires", "category", "source", "is_pinned", "is_important"),
        *("takes", "place", "price", "picture", "body", "tags"),
    ]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        others = current(ArticlePage.objects.live().sibling_of(self, inclusive=False))
        context["tags"] = tags = list(self.tags.all())
        context["related"] = others.filter(tags__in=tags).distinct().order_by("-date")[:RELATED]
        context["earlier"] = others.filter(date__lt=self.date).order_by("-date").first()
        context["later"] = others.filter(date__gt=self.date).order_by("date").first()
        data = {"headline": self.title, "datePublished": self.date.isoformat()}
        context["data"] |= data | {"dateModified": self.last_published_at.isoformat()}
        return context


class StandardPage(SitePage):
    body = StreamField(BodyBlock(), blank=True)

    content_panels = [*SitePage.content_panels, "body"]

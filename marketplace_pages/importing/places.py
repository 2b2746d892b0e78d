"""What one person may write into in one village: its businesses, their products, and the categories."""

from collections import defaultdict

from django.utils.functional import cached_property
from wagtail.models import Page

from marketplace_pages.models import BusinessPage, ProductCategory, ProductPage, ShowcasePage
from marketplace_pages.staff.access import businesses_of, products_of
from sites.models import User

from .columns import plain

ENGLISH = "en"


class Places:
    """Asked of the database once; whoever writes keeps it true.

    Nothing outside of `showcase` and of the person's own reach is ever found here, whatever a file names.
    """

    def __init__(self, showcase: ShowcasePage, user: User):
        self.showcase, self.user = showcase, user

    @cached_property
    def every_business(self) -> list[BusinessPage]:
        return list(businesses_of(self.user).child_of(self.showcase).select_related("locale"))

    @cached_property
    def businesses(self) -> dict[str, list[BusinessPage]]:
        """By their name and by the last part of their address; several may share a name."""
        found = defaultdict(list)
        for business in self.every_business:
            for name in {plain(business.title), plain(business.slug)}:
                found[name].append(business)
        return found

    @property
    def business_names(self) -> list[str]:
        return [business.title for business in self.every_business]

    @cached_property
    def english_businesses(self) -> dict:
        """English versions of the businesses by the key of their translations."""
        keys = [business.translation_key for business in self.every_business]
        found = BusinessPage.objects.in_language(ENGLISH).filter(translation_key__in=keys)
        return {business.translation_key: business for business in found.select_related("locale")}

    @cached_property
    def categories(self) -> dict[str, int]:
        """Keys of categories by all that they are called; what stands above one may be named before it."""
        found = {}
        for category in ProductCategory.objects.select_related("parent"):
            names = [category.slug, category.name, category.name_en]
            if above := category.parent:
                names += [f"{above.name} {sign} {category.name}" for sign in "/>"]
            found |= {plain(name): category.pk for name in names if name}
        return found

    @cached_property
    def category_names(self) -> dict[int, str]:
        return dict(ProductCategory.objects.values_list("pk", "name"))

    @cached_property
    def products(self) -> dict[str, list[ProductPage]]:
        """Products by the tree path of their business."""
        found = defaultdict(list)
        for product in self._products():
            found[product.path[: -Page.steplen]].append(product)
        return found

    def _products(self):
        products = products_of(self.user).descendant_of(self.showcase)
        return products.select_related("locale").prefetch_related("variants", "tagged_items__tag")

    @cached_property
    def english_products(self) -> dict:
        """English versions of the products by the key of their translations."""
        versions = ProductPage.objects.in_language(ENGLISH)
        below = self.showcase.get_translations().filter(locale__language_code=ENGLISH)
        found = versions.filter(path__startswith=path) if (path := self._path_of(below)) else versions.none()
        return {product.translation_key: product for product in found.select_related("locale")}

    @staticmethod
    def _path_of(pages) -> str:
        return pages.values_list("path", flat=True).first() or ""

    @cached_property
    def may_publish(self) -> dict[int, bool]:
        """By the key of each business."""
        return {
            business.pk: business.permissions_for_user(self.user).can_publish_subpage()
            for business in self.every_business
        }

"""The regency's tree of categories: portal staff keep it, everybody else only chooses from it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies.base import BasePermissionPolicy

from marketplace_pages.models import ProductCategory
from sites.models import User
from sites.tenancy import is_portal_staff
from sites.tenancy.access import looks_after_every_site
from sites.tenancy.rules import regency


class RegencyPolicy(BasePermissionPolicy):
    """Portal staff do everything with it, and nobody else anything."""

    def user_has_permission(self, user, action):
        return user.is_authenticated and user.is_active and is_portal_staff(user)

    def user_has_any_permission(self, user, actions):
        return self.user_has_permission(user, "change")

    def users_with_any_permission(self, actions):
        return User.objects.filter(looks_after_every_site(), is_active=True).distinct()


class FirstLevelAbove:
    """Offers as the level above what stands on the first one."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        above = ProductCategory.objects.first_level().exclude(pk=self.instance.pk)
        self.fields["parent"].queryset = above


class CategoryViewSet(ModelViewSet):
    model = ProductCategory
    url_namespace = "product_categories"
    url_prefix = "pasar-kategori"
    menu_label = _("Product categories")
    menu_icon = "tag"
    menu_order = 158
    add_to_admin_menu = True
    inspect_view_enabled = False
    copy_view_enabled = False
    list_display = ["display_name", "parent", "slug", "position"]
    list_filter = ["parent"]
    search_fields = ["name", "name_en"]
    search_backend_name = None
    form_fields = ["parent", "name", "name_en", "slug", "icon", "position"]

    def get_form_class(self, for_update=False):
        form_class = super().get_form_class(for_update)
        return type(form_class.__name__, (FirstLevelAbove, form_class), {})

    def construct_view(self, view_class, **kwargs):
        view = super().construct_view(view_class, **kwargs)
        view.tenancy_rule = regency
        return view

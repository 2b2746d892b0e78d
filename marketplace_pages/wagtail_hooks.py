from wagtail import hooks
from wagtail.admin.menu import MenuItem

from marketplace_pages.staff import menu, over_villages


@hooks.register("register_admin_urls")
def register_market_desk():
    return menu.urlpatterns()


@hooks.register("register_admin_menu_item")
def offer_market_desk() -> MenuItem:
    return menu.MarketDeskItem()


for item in over_villages.items():
    hooks.register("register_admin_menu_item", lambda item=item: item)

"""The categories that the market begins with; the regency may rename, move and add some afterwards."""

from django.db import migrations
from django.db.models import Q

# Slug, Indonesian name, English name, icon; those of the second level stand below their parent.
TREE = [
    (
        ("makanan", "Makanan", "Food", "soup"),
        [
            ("kue-camilan", "Kue & camilan", "Cakes & snacks", "cookie"),
            ("olahan-ikan", "Olahan ikan", "Fish products", "fish"),
            ("masakan", "Masakan siap santap", "Ready meals", "soup"),
        ],
    ),
    (
        ("minuman-kopi", "Kopi & minuman", "Coffee & drinks", "coffee"),
        [
            ("kopi", "Kopi", "Coffee", "coffee"),
            ("minuman", "Minuman", "Drinks", "coffee"),
        ],
    ),
    (
        ("bahan-dapur", "Bahan dapur", "Pantry", "wheat"),
        [
            ("gula-rempah", "Gula & rempah", "Sugar & spices", "leaf"),
            ("minyak-madu", "Minyak & madu", "Oil & honey", "droplet"),
            ("beras-palawija", "Beras & palawija", "Rice & staples", "wheat"),
        ],
    ),
    (
        ("hasil-kebun-laut", "Hasil kebun & laut", "From gardens & the sea", "sprout"),
        [
            ("buah-sayur", "Buah & sayur", "Fruit & vegetables", "banana"),
            ("ikan-segar", "Ikan segar", "Fresh fish", "fish"),
            ("bibit-tanaman", "Bibit & tanaman", "Seedlings & plants", "sprout"),
        ],
    ),
    (
        ("batik-busana", "Batik & busana", "Batik & clothing", "shirt"),
        [
            ("batik-tekstil", "Batik & tekstil", "Batik & textiles", "spool"),
            ("pakaian", "Pakaian", "Clothes", "shirt"),
        ],
    ),
    (
        ("kerajinan", "Kerajinan", "Crafts", "palette"),
        [
            ("kerajinan-bambu", "Kerajinan bambu", "Bamboo crafts", "shopping-basket"),
            ("kerajinan-lain", "Kerajinan lain", "Other crafts", "palette"),
        ],
    ),
    (
        ("jasa", "Jasa", "Services", "hand-heart"),
        [
            ("jasa-wisata", "Jasa wisata", "Tourism services", "compass"),
            ("jasa-lain", "Jasa lain", "Other services", "hand-heart"),
        ],
    ),
    (("lainnya", "Lainnya", "Other", "shopping-bag"), []),
]
STEP = 10  # between two of the first level; those of the second come in between
LAST = 900  # of "Other", behind all that are added later


def add_categories(apps, schema_editor):
    categories = apps.get_model("marketplace_pages", "ProductCategory").objects
    for number, (top, children) in enumerate(TREE, start=1):
        position = STEP * number if children else LAST
        parent = _add(categories, top, None, position)
        for place, child in enumerate(children, start=1):
            _add(categories, child, parent, position + place)


def _add(categories, values, parent, position):
    """Add one that is not there yet, under its slug or its name."""
    slug, name, name_en, icon = values
    found = categories.filter(Q(slug=slug) | Q(name=name)).first()
    return found or categories.create(
        slug=slug, name=name, name_en=name_en, icon=icon, parent=parent, position=position
    )


class Migration(migrations.Migration):
    dependencies = [("marketplace_pages", "0001_businesses_products_and_market")]

    operations = [migrations.RunPython(add_categories, migrations.RunPython.noop)]

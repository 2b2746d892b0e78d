"""A table of products that somebody of the village has sent, and what the village says of itself."""

from marketplace_pages.models import ProductImport


def add_market_tools(part) -> None:
    mark = part.mark
    cells = {"business": f"{mark}-usaha", "title": f"{mark}-barang", "category": ""}
    part.has.product_import = ProductImport.objects.create(
        village=part.village,
        made_by=part.has.admin,
        file_name=f"{mark}-produk.csv",
        rows=[[2, cells, []]],
        report=[{"number": 2, "business": f"{mark}-usaha", "name": f"{mark}-barang"}],
    )

"""Products."""

from dataclasses import dataclass

from .basics import SamplePage


@dataclass
class SampleProduct(SamplePage):
    price_rupiah: int | None = None
    unit: str = ""
    maker: str = ""
    is_sold_out: bool = False
    order_url: str = "https://wa.me/628000000001?text=Halo"

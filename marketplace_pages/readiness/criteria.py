"""The seven things by which a tourism village is judged (Jadesta, Anugerah Desa Wisata Indonesia).

The list is that of the ministry of tourism at the launch of ADWI 2022 on 18 February 2022: attraction,
homestay, souvenirs, digital and creative, public toilets, CHSE, and the village's institution. Sources:
`REGISTER`, the ministry's register of tourism villages, and its press release as `REPORTED`.
The ministry groups the same things into five since 2023; the seven stay useful as a list of what to have.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

REGISTER = "https://jadesta.kemenparekraf.go.id/"
REPORTED = (
    "https://travel.kompas.com/read/2022/03/17/140700627/"
    "kelembagaan-desa-wisata-kriteria-penilaian-baru-adwi-2022"
)


class Criterion(models.TextChoices):
    ATTRACTION = "attraction", _("Something to visit")
    SOUVENIR = "souvenir", _("Souvenirs")
    HOMESTAY = "homestay", _("Homestay")
    TOILET = "toilet", _("Public toilets")
    DIGITAL = "digital", _("Digital and creative")
    CHSE = "chse", _("Clean, healthy, safe and sustainable (CHSE)")
    INSTITUTION = "institution", _("An organisation that runs it")


# What the ministry looks at, in few words.
EXPLAINED = {
    Criterion.ATTRACTION: _("Nature, things made by people, art and culture that are your own."),
    Criterion.SOUVENIR: _("Food, clothing and crafts that guests take home."),
    Criterion.HOMESTAY: _("Rooms of residents for guests, clean and safe."),
    Criterion.TOILET: _(
        "Clean toilets with water and light at the places to visit, for men and women apart."
    ),
    Criterion.DIGITAL: _("Guests find and understand you online: pictures, two languages, ways to order."),
    Criterion.CHSE: _("Waste, water, first aid and ways out are seen to, and signs tell guests of it."),
    Criterion.INSTITUTION: _(
        "A decree (SK) of the village, and a Pokdarwis, BUMDes or cooperative that runs it."
    ),
}
# What nobody can read off a website: the village says it.
ANSWERED = (Criterion.TOILET, Criterion.CHSE)

"""Which institutions a desa and a kelurahan have: the law gives them different ones."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    BPD = "bpd", _("BPD (village council)")
    LPMD = "lpmd", _("LPMD or LPM (community empowerment)")
    LPMK = "lpmk", _("LPMK (community empowerment)")
    PKK = "pkk", _("PKK (family welfare)")
    KARANG_TARUNA = "karang_taruna", _("Karang Taruna (youth)")
    BUMDES = "bumdes", _("BUMDes (village enterprise)")
    POKDARWIS = "pokdarwis", _("Pokdarwis (tourism group)")
    LINMAS = "linmas", _("Linmas (community protection)")
    RT_RW = "rt_rw", _("RT/RW forum")
    OTHER = "other", _("Other institution")


OF_A_DESA = {Kind.BPD, Kind.LPMD, Kind.BUMDES}
OF_A_KELURAHAN = {Kind.LPMK}


def kinds_of(is_desa: bool) -> list[Kind]:
    missing = OF_A_KELURAHAN if is_desa else OF_A_DESA
    return [kind for kind in Kind if kind not in missing]


def complaint_about(kind: str, is_desa: bool) -> str:
    """Say why a village can't have an institution, or nothing."""
    if is_desa and kind in OF_A_KELURAHAN:
        return gettext("Only a kelurahan has an LPMK. In a desa it is the LPMD or LPM.")
    if not is_desa and kind in OF_A_DESA:
        return {
            Kind.BPD: gettext("A kelurahan has no BPD: its lurah is appointed, not elected."),
            Kind.BUMDES: gettext("A kelurahan has no BUMDes: it has no budget of its own."),
            Kind.LPMD: gettext("Only a desa has an LPMD. In a kelurahan it is the LPMK."),
        }[Kind(kind)]
    return ""

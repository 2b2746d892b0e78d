"""Words that mean the same, where no rule of spelling leads from one to the other.

Each line is one meaning, in small letters: spellings beside the standard one, abbreviations of
every village office, and what people call a thing. Add a line when readers look for a word that
villages write otherwise; a phrase may have several words.
"""

from functools import cache

from .spelling import fold, words

MEANINGS = {
    "id": [
        # The people of Banyuwangi and their language.
        ("osing", "using", "oseng"),
        ("gandrung", "gandroeng"),
        # Papers.
        ("ktp", "kartu tanda penduduk"),
        ("kk", "kartu keluarga"),
        ("kia", "kartu identitas anak"),
        ("sktm", "surat keterangan tidak mampu"),
        ("skck", "surat keterangan catatan kepolisian"),
        ("akta", "akte"),
        ("izin", "ijin"),
        ("pbb", "pajak bumi dan bangunan"),
        ("bpjs", "jkn"),
        # Bodies and people.
        ("kades", "kepala desa"),
        ("kadus", "kepala dusun"),
        ("bpd", "badan permusyawaratan desa"),
        ("bumdes", "badan usaha milik desa"),
        ("umkm", "usaha mikro", "usaha kecil"),
        ("pkk", "pemberdayaan kesejahteraan keluarga"),
        ("pokdarwis", "kelompok sadar wisata"),
        ("paud", "pendidikan anak usia dini"),
        ("balai desa", "kantor desa"),
        # Money, plans, help.
        ("apbdes", "anggaran pendapatan dan belanja desa"),
        ("musdes", "musyawarah desa"),
        ("musrenbang", "musyawarah perencanaan pembangunan"),
        ("blt", "bantuan langsung tunai"),
        ("bansos", "bantuan sosial"),
        # Written in two ways.
        ("jadwal", "jadual"),
        ("februari", "pebruari"),
        ("november", "nopember"),
        ("telepon", "telpon", "telp", "telfon"),
        ("apotek", "apotik"),
        ("praktik", "praktek"),
        ("antre", "antri"),
        ("nasihat", "nasehat"),
        ("risiko", "resiko"),
        ("telur", "telor"),
        ("kampung", "kampong"),
        ("cabai", "cabe", "lombok"),
        ("sate", "satai"),
        ("karier", "karir"),
        ("kuitansi", "kwitansi"),
        ("salat", "sholat", "solat"),
    ],
    "en": [
        # "Using" is how the people are called, too; "using" says nothing about them.
        ("osing", "oseng"),
        ("id card", "ktp", "identity card"),
        ("village office", "village hall"),
        ("homestay", "guesthouse", "guest house"),
    ],
}
ONE_WAY = {"id": {}, "en": {"using": ("osing",)}}


@cache
def _table(language: str) -> dict[str, tuple[str, ...]]:
    table = dict(ONE_WAY.get(language, {}))
    for meaning in MEANINGS.get(language, []):
        for written in meaning:
            others = tuple(other for other in meaning if other != written)
            table[_folded(words(written, language), language)] = others
    return table


def _folded(telling: list[str], language: str) -> str:
    return " ".join(fold(word, language) for word in telling)


def synonyms(telling: list[str], language: str) -> tuple[str, ...]:
    """Other words or phrases for one word or several in a row, without fillers; empty when there are none."""
    return _table(language).get(_folded(telling, language), ())

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue

from sites.blocks import BodyBlock
from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import LONG_WORD, SampleDocument, SamplePage, picture

FACTS = [
    {"icon": "calendar-days", "label": "Mulai", "value": "Sabtu, 9 Mei 2026"},
    {"icon": "clock", "label": "Jam", "value": "15.30–17.00 WIB"},
    {"icon": "map-pin", "label": "Tempat", "value": "Pendopo balai desa"},
    {"icon": "banknote", "label": "Biaya", "value": "Gratis, sampur dipinjami"},
]
BODY = [
    {
        "type": "paragraph",
        "value": "<p>Jejer adalah tari pembuka <b>Gandrung</b>: penari menyambut tamu dengan gerak tegak dan "
        "<a href='#content'>permainan kipas</a>.</p><ul><li>Bawa sampur</li><li>Datang tepat waktu</li></ul>",
    },
    {
        "type": "steps",
        "value": [
            {"title": "Sikap dan langkah", "text": "<p>Posisi badan, hitungan kendang.</p>"},
            {"title": "Sampur dan kipas", "text": "<p>Gerak tangan, leher, pandangan.</p>"},
        ],
    },
    {"type": "checklist", "value": ["KTP asli", "Fotokopi kartu keluarga, dua lembar"]},
    {"type": "note", "value": {"title": "Perlu diketahui", "text": "Kantor tutup pada hari libur."}},
    {
        "type": "quote",
        "value": {"text": "Batik bukan hanya kain, tetapi doa yang dipakai.", "source": "Pembatik"},
    },
    {
        "type": "questions",
        "value": [{"question": "Boleh diwakilkan?", "answer": "<p>Boleh, dengan surat kuasa.</p>"}],
    },
    {"type": "heading", "value": {"text": "Biaya dan tempat", "level": "3"}},
    {"type": "facts", "value": FACTS[:2]},
    {
        "type": "table",
        "value": {"caption": "Jadwal posyandu", "cells": "Dusun | Hari\nKrajan | Selasa\nKedaleman | Kamis"},
    },
    {
        "type": "contact",
        "value": {
            "name": "Bagian pelayanan",
            "role": "Surat dan keterangan",
            "phone": "+628000000001",
            "whatsapp": "+628000000002",
        },
    },
]


def group() -> Group:
    documents = [
        SampleDocument("Formulir pendaftaran", "PDF", "86 KB"),
        SampleDocument(f"Laporan {LONG_WORD}", "XLSX", "1,2 MB"),
    ]
    figure = {
        "picture": picture(),
        "caption": "Pendopo balai desa pada pagi hari.",
        "credit": "Karang Taruna",
    }
    shown = {"img": picture().renditions.all()[0], "alt": "", "sizes": "100vw"}
    return Group(
        _("Text and pictures"),
        "text",
        [
            Entry(
                "components/body.html",
                _("Text with steps, checks, questions"),
                [State(_("All parts"), {"body": body(documents), "page": SamplePage("")})],
            ),
            Entry(
                "components/facts.html",
                _("Key facts"),
                [State(_("Four entries"), {"facts": FACTS}), State(_("One entry"), {"facts": FACTS[:1]})],
            ),
            Entry("components/fact_list.html", _("Key facts within a panel"), only({"facts": FACTS})),
            Entry("components/figure.html", _("Picture with credit"), only(figure)),
            Entry("components/picture.html", _("Picture alone"), only(shown)),
            Entry("components/documents.html", _("Documents"), only({"items": documents})),
        ],
    )


def body(documents: list[SampleDocument]) -> StreamValue:
    """Every part that a text can have."""
    stream = BodyBlock().to_python(BODY)
    stream.append(("image", {"image": picture(), "caption": "Pendopo balai desa.", "credit": ""}))
    stream.append(("documents", documents))
    return stream

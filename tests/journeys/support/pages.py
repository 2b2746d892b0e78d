"""One sample of each kind of page, on the demo content.

What is looked at (axe, keyboard, large text, weight, the HTML checker, screenshots) goes through this
list, so that a new page type joins by one line.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page

from tests.journeys.support.certificates import certificate_paths
from tests.journeys.support.registrations import registration_paths
from tests.journeys.support.requests import request_paths
from tests.journeys.support.server import ROOT, JourneyServer

HOME_KILOBYTES, PAGE_KILOBYTES = 12, 8
# Takes a form only with its secret: the password of a page that is not for everybody.
GUARDED = "/_util/authenticate_with_password/1/1/"


class Sample(NamedTuple):
    name: str  # also the name of its screenshots
    host: str  # slug of a village; "" is the portal
    path: str  # with {form}, {ticket} and the like, which only the server knows
    status: int = 200
    is_home: bool = False
    # How it is brought about: "form" posts without a secret, "failure" and "maintenance" stand in for those.
    stage: str = ""

    @property
    def html_kilobytes(self) -> int:
        """Most that its HTML may weigh, compressed."""
        return HOME_KILOBYTES if self.is_home else PAGE_KILOBYTES

    def url(self, server: JourneyServer) -> str:
        path = self.path
        if "{" in path:
            path = path.format(
                **registration_paths(server), **certificate_paths(server), **request_paths(server)
            )
        return server.url(f"{self.host}.localhost" if self.host else "localhost") + path


NEW_VILLAGE, NEW_VILLAGE_CODE = "segobang", "35.10.24.2005"  # the fixture new_village opens its site
ANNOUNCEMENTS = "/pengumuman"
SHARED = "dispendik/lomba-bercerita-bahasa-osing-glagah"  # by an office, for the villages of Glagah
ART_FORM = "disbudpar/tumpeng-sewu"  # at home in Kemiren
COURSE = "/belajar/bahasa-osing-dasar"
SERVICE = "/layanan/sktm/"
LIBRARY = "/informasi-publik"
PRODUCT = "/pasar/jenang-glagah/jenang-ketan"
YESTERDAY = date.today() - timedelta(days=1)  # the demo published something on it
NEXT_MONTH = (date.today().replace(day=1) + timedelta(days=31)).replace(day=1)
SAMPLES = [
    Sample("portal", "", "/", is_home=True),
    Sample("portal-english", "", "/en/", is_home=True),
    Sample("portal-finder", "", "/?q=kemirn", is_home=True),
    Sample("portal-district", "", "/?district=Glagah", is_home=True),
    Sample("portal-news", "", "/kabar/"),
    Sample("portal-news-second", "", "/kabar/?page=2"),
    Sample("offices", "", "/kantor/"),
    Sample("office", "", "/kantor/disbudpar/"),
    Sample("portal-text", "", "/aksesibilitas/"),
    Sample("village-home", "kemiren", "/", is_home=True),
    Sample("village-home-english", "kemiren", "/en/", is_home=True),
    Sample("village-home-calm", "temenggungan", "/", is_home=True),
    Sample("village-home-new", NEW_VILLAGE, "/", is_home=True),
    Sample("announcements", "kemiren", f"{ANNOUNCEMENTS}/"),
    Sample("announcements-archive", "kemiren", f"{ANNOUNCEMENTS}/?archive=1"),
    Sample("announcements-month", "kemiren", f"{ANNOUNCEMENTS}/{YESTERDAY:%Y/%-m}/"),
    Sample("announcement", "kemiren", f"{ANNOUNCEMENTS}/posyandu-balita-dan-lansia-bulan-ini/"),
    Sample("announcement-ended", "kemiren", f"{ANNOUNCEMENTS}/penyaluran-bantuan-pangan-tahap-pertama/"),
    Sample("announcement-shared", "kemiren", f"{ANNOUNCEMENTS}/{SHARED}/"),
    Sample("profile", "kemiren", "/profil-desa/"),
    Sample("government", "kemiren", "/pemerintah-desa/"),
    Sample("institutions", "kemiren", "/lembaga-desa/"),
    Sample("institution", "kemiren", "/lembaga-desa/pkk/"),
    Sample("agenda", "kemiren", "/agenda/"),
    Sample("agenda-grid", "kemiren", f"/agenda/{NEXT_MONTH:%Y/%-m}/?view=grid"),
    Sample("agenda-english", "kemiren", "/en/calendar/?when=weekend"),
    Sample("agenda-portal", "", "/agenda/?free=1"),
    Sample("agenda-year", "", f"/agenda/{NEXT_MONTH:%Y}/"),
    Sample("event", "kemiren", "/agenda/sarasehan-sejarah-desa/"),
    Sample("event-cancelled", "kemiren", "/agenda/pentas-barong/"),
    Sample("event-shared-english", "kemiren", "/en/calendar/disbudpar/gandrung-sewu/"),
    Sample("hall-screen", "kemiren", "/layar/"),
    Sample("text-page", "kemiren", "/menuju-kemiren/"),
    Sample("service", "kemiren", "/surat-keterangan-usaha/"),
    Sample("contact", "kemiren", "/kontak-dan-jam-layanan/"),
    Sample("government-english", "kemiren", "/en/government/"),
    Sample("art-forms", "kemiren", "/budaya/"),
    Sample("art-forms-portal", "", "/budaya/?kind=ritual"),
    Sample("art-form", "kemiren", f"/budaya/{ART_FORM}/"),
    Sample("courses", "kemiren", "/belajar/"),
    Sample("courses-filtered", "kemiren", "/belajar/?theme=digital&theme=business&level=beginner"),
    Sample("courses-portal", "", "/belajar/"),
    Sample("course", "kemiren", f"{COURSE}/"),
    Sample("course-shared", "kemiren", "/belajar/disbudpar/pengantar-tari-gandrung/"),
    Sample("lesson", "kemiren", f"{COURSE}/kata-ganti-dan-kata-tanya/"),
    Sample("lesson-recording", "kemiren", f"{COURSE}/bunyi-yang-khas/"),
    Sample("lesson-shared", "kemiren", "/belajar/dispendik/pemasaran-digital-umkm/izin-dan-label-dasar/"),
    Sample("lesson-english", "kemiren", "/en/learning/basic-osing-language/distinctive-sounds/"),
    Sample("quiz", "kemiren", f"{COURSE}/kuis/"),
    Sample("showcase", "kemiren", "/pasar/"),
    Sample("showcase-english", "kemiren", "/en/market/?sort=cheapest"),
    Sample("showcase-nothing", "kemiren", "/pasar/?q=zzzz"),
    Sample("market", "", "/pasar/"),
    Sample("market-narrowed", "", "/en/market/?category=kue-camilan&district=glagah&max=30000"),
    Sample("market-bad-price", "", "/pasar/?max=murah"),
    Sample("businesses", "kemiren", "/pasar/usaha/"),
    Sample("businesses-portal", "", "/pasar/usaha/"),
    Sample("tourism", "kemiren", "/pasar/wisata/"),
    Sample("tourism-portal-english", "", "/en/market/wisata/?kind=homestay"),
    Sample("business", "kemiren", "/pasar/udeng-kemiren/"),
    Sample("business-bumdes", "tamansari", "/pasar/bumdes-telemung/"),
    Sample("business-homestay-english", "kemiren", "/en/market/kemiren-homestay/"),
    Sample("product", "kemiren", f"{PRODUCT}/"),
    Sample("product-refused", "kemiren", f"{PRODUCT}/pesan/?quantity=0", 400),
    Sample("product-pictures", "temenggungan", "/pasar/batik-sumber-wangi/batik-gajah-oling-tulis/"),
    Sample("product-sold-out", "kedungrejo", "/pasar/kelompok-wanita-nelayan/abon-ikan/"),
    Sample("product-english", "kemiren", "/en/market/kemiren-udeng/ready-tied-batik-udeng/"),
    Sample("services", "kemiren", "/layanan/"),
    Sample("services-english", "kemiren", "/en/services/"),
    Sample("services-portal", "", "/kantor/dpmd/layanan/"),
    Sample("services-nothing", "kemiren", "/layanan/?q=zzzz"),
    Sample("service-own", "kemiren", SERVICE),
    Sample("service-limited", "kemiren", "/layanan/pengantar-nikah/"),
    Sample("service-shared", "tamansari", "/layanan/dpmd/sktm/"),
    Sample("service-shared-english", "kemiren", "/en/services/dpmd/moving-in-assistance/"),
    Sample("guide", "kemiren", "/layanan/dpmd/masuk-sekolah/"),
    Sample("request-form", "kemiren", "{ask}"),
    Sample("request-information", "kemiren", "/permohonan/informasi/"),
    Sample("request-complaint", "kemiren", "/permohonan/pengaduan/"),
    Sample("request-look-up", "kemiren", "/permohonan/"),
    Sample("request", "kemiren", "{request}"),
    Sample("complaints", "kemiren", "/pengaduan/"),
    Sample("documents", "kemiren", f"{LIBRARY}/"),
    Sample("documents-list", "kemiren", f"{LIBRARY}/?list=periodic&kind=budget"),
    Sample("documents-english", "kemiren", "/en/public-information/?q=waste"),
    Sample("documents-nothing", "kemiren", f"{LIBRARY}/?q=zzzz"),
    Sample("documents-none", "tamansari", f"{LIBRARY}/"),
    Sample("document", "kemiren", f"{LIBRARY}/apbdes-tahun-ini/"),
    Sample(
        "document-replaced", "kemiren", f"{LIBRARY}/peraturan-desa-tentang-pengelolaan-sampah-rumah-tangga/"
    ),
    Sample("search-start", "kemiren", "/cari/"),
    Sample("search", "kemiren", "/cari/?q=desa"),
    Sample("search-nothing", "kemiren", "/cari/?q=zzzz"),
    Sample("newsletter", "kemiren", "/langganan/"),
    Sample("newsletter-portal", "", "/langganan/"),
    Sample("newsletter-english", "kemiren", "/en/newsletter/"),
    Sample("newsletter-sent", "kemiren", "/langganan/periksa-surel/"),
    Sample("newsletter-left", "kemiren", "/langganan/sudah-berhenti/"),
    Sample("newsletter-bad-link", "kemiren", "/langganan/pilihan/x/", 404),
    Sample("classes", "kemiren", "/kelas/"),
    Sample("class", "kemiren", "/kelas/tari-gandrung-anak/"),
    Sample("class-full", "kemiren", "/kelas/mocoan-lontar/"),
    Sample("registration", "kemiren", "{form}"),
    Sample("ticket", "kemiren", "{ticket}"),
    Sample("ticket-waiting", "kemiren", "{waiting}"),
    Sample("ticket-cancel", "kemiren", "{ticket}batal/"),
    Sample("certificate-codes", "kemiren", "/sertifikat/"),
    Sample("certificate-genuine", "kemiren", "/sertifikat/K7MQ-4XPA-09TZ/"),
    Sample("certificate-english", "", "/en/certificate/K7MQ-4XPA-09TZ/"),
    Sample("certificate-unknown", "kemiren", "/sertifikat/K7MQ-4XPA-09TY/", 404),
    Sample("certificate-claim", "kemiren", "{claim}"),
    Sample("certificate-holder", "kemiren", "{holder}"),
    Sample("certificate-erase", "kemiren", "{holder}hapus-nama/"),
    Sample("learning-code", "kemiren", "/kode-belajar/"),
    Sample("only-indonesian", "kemiren", "/en/pengumuman/kerja-bakti-membersihkan-saluran-sawah/"),
    Sample("not-found", "kemiren", "/jadwal-posyandu-balita/", 404),
    Sample("unknown-host", "kemirn", "/", 404),
    Sample("form-refused", "kemiren", GUARDED, 403, stage="form"),
    Sample("failure", "kemiren", "/", 500, stage="failure"),
    # An address of which no page is kept: one that is kept goes out for up to a second more.
    Sample("maintenance", "kemiren", f"{COURSE}/kuis/", 503, stage="maintenance"),
]
BY_NAME = {sample.name: sample for sample in SAMPLES}
# One of each type: what takes its time to be measured goes through these.
TYPES = [
    BY_NAME[name]
    for name in [
        *("portal", "portal-news", "offices", "office", "village-home", "announcements", "announcement"),
        *("profile", "government", "institutions", "institution", "text-page", "contact", "only-indonesian"),
        *("agenda", "agenda-year", "event", "hall-screen", "art-forms", "art-form"),
        *("courses", "course", "lesson", "quiz", "classes", "class", "registration", "ticket"),
        *("market", "showcase", "businesses", "tourism", "business", "product"),
        *("services", "service-own", "guide", "request-form", "request-look-up", "request", "complaints"),
        *("documents", "document", "search", "newsletter", "certificate-genuine", "certificate-codes"),
        *("certificate-claim", "learning-code"),
    ]
]


@contextmanager
def staged(sample: Sample, page: Page, server: JourneyServer) -> Iterator[str]:
    """Yield the address of a sample while its stage is set."""
    url = sample.url(server)
    flag = Path(server.environment["DATA_DIR"]) / "maintenance"
    if sample.stage == "form":
        page.route(url, lambda route: route.continue_(method="POST"), times=1)
    elif sample.stage == "failure":
        body = (ROOT / "templates" / "500.html").read_text()
        page.route(url, lambda route: route.fulfill(status=500, body=body, content_type="text/html"), times=1)
    elif sample.stage == "maintenance":
        flag.touch()
    try:
        yield url
    finally:
        flag.unlink(missing_ok=True)


def go(sample: Sample, page: Page, server: JourneyServer) -> None:
    """Open a sample, and make sure that it is what it says."""
    with staged(sample, page, server) as url:
        answer = page.goto(url)
        assert answer.status == sample.status, f"{sample.name} answers {answer.status}"

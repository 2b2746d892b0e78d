"""Settings shared by every environment."""

from django.utils.translation import gettext_lazy as _

from config.env import BASE_DIR, DATA_DIR, cache, database, env, memory, root_url, secret_key

SECRET_KEY = secret_key()
DEBUG = False

# Hosts are checked by sites.hosts.SiteHostMiddleware against the sites that exist,
# so that a village added while the server runs is served at once.
ALLOWED_HOSTS = ["*"]

INSTALLED_APPS = [
    "sites",
    "culture",
    "learning",
    "marketplace_pages",
    "services",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.sites",
    "sites.apps.AccountsConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "phonenumber_field",
    "axes",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "sites.delivery.CompressionMiddleware",
    "sites.delivery.RevalidationMiddleware",
    "sites.security.ContentSecurityPolicyMiddleware",
    "sites.maintenance.MaintenanceMiddleware",
    "sites.hosts.SiteHostMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "sites.tenancy.gate.TenancyMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

CSRF_FAILURE_VIEW = "sites.views.form_refused"

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sites.context_processors.frame",
            ],
        },
    },
]

DATABASES = {"default": database()}
CACHES = {"default": cache(), "parts": memory()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "sites.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"

# Log-in tries: after five wrong passwords for one account from one address, 15 minutes' wait.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "sites.log_in.account_name"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_LOCKOUT_TEMPLATE = "wagtailadmin/locked_out.html"
AXES_HTTP_RESPONSE_CODE = 429
AXES_VERBOSE = False
AXES_CLIENT_IP_CALLABLE = "sites.log_in.reader_address"
# How many front servers of ours add to X-Forwarded-For; what stands further left is anybody's word.
PROXY_COUNT = env.int("PROXY_COUNT", default=0)

LANGUAGE_CODE = "id"
LANGUAGES = [("id", _("Indonesian")), ("en", _("English"))]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "wagtail"]
TIME_ZONE = "Asia/Jakarta"
WAGTAIL_USER_TIME_ZONES = ["Asia/Jakarta"]
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = "sites.formats"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "sites.stylesheet.StylesheetFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "sites.static_files.HashedStaticFiles"},
}
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
# The application says who may have a picture, and nginx sends the file; see docs/deploy.md.
MEDIA_SENT_BY_NGINX = env.bool("MEDIA_SENT_BY_NGINX", default=False)
# Off: browsers that have the service worker of a site drop it, with all that it has saved.
SERVICE_WORKER = env.bool("SERVICE_WORKER", default=True)
# Whole pages kept in front of Django, see docs/decisions/0038-page-cache.md; on disk for all processes
# together.
PAGE_CACHE = env.bool("PAGE_CACHE", default=True)
PAGE_CACHE_ROOT = DATA_DIR / "page_cache"
PAGE_CACHE_MEMORY_MB = env.int("PAGE_CACHE_MEMORY_MB", default=24)
PAGE_CACHE_DISK_MB = env.int("PAGE_CACHE_DISK_MB", default=512)
# For a CDN or web server in front that keeps pages, too: for how long, and where it is told what has changed.
SHARED_CACHE_SECONDS = env.int("SHARED_CACHE_SECONDS", default=0)
PURGE_URL = env.str("PURGE_URL", default="")
SHARE_IMAGE_ROOT = DATA_DIR / "generated" / "share"
# Files that nobody is served as media: proofs of permits.
PRIVATE_ROOT = DATA_DIR / "private"
FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Address that people use: it stands in absolute links (e-mails, feeds, other villages' pages).
PORTAL_HOSTNAME = env.str("PORTAL_HOSTNAME", default="localhost")
PORT = env.int("PORT", default=8000)
PUBLIC_PORT = env.int("PUBLIC_PORT", default=PORT)

WAGTAIL_SITE_NAME = "Smart Kampung"
WAGTAILADMIN_BASE_URL = env.str("ADMIN_URL", default=root_url(PORTAL_HOSTNAME, PUBLIC_PORT))
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = True
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
# Made for wide screens, and their letters know no villages; who checks a text writes a comment there.
WAGTAILADMIN_COMMENTS_ENABLED = False
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "sites.approval.publish_approved"
WAGTAILSIMPLETRANSLATION_SYNC_PAGE_TREE = False
WAGTAILEMBEDS_FINDERS = []
# PostgreSQL reduces words to their Indonesian stems; sites/search does the same for SQLite and English.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "sites.search.backend", "SEARCH_CONFIG": "indonesian"}}
WAGTAILIMAGES_IMAGE_MODEL = "sites.VillageImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "sites.media.forms.VillageImageForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "jfif", "png", "webp", "gif", "avif", "heic"]
# As like the original as WebP at 80, with three quarters of its bytes: docs/decisions/0042.
WAGTAILIMAGES_AVIF_QUALITY = 58
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 64_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "sites.VillageDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "sites.media.forms.VillageDocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILDOCS_INLINE_CONTENT_TYPES = []
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_PASSWORD_REQUIRED_TEMPLATE = "sites/password_required.html"
WAGTAIL_FRONTEND_LOGIN_URL = "/admin/login/"
TAGGIT_CASE_INSENSITIVE = True
TAG_SPACES_ALLOWED = True

PHONENUMBER_DEFAULT_REGION = "ID"
PHONENUMBER_DB_FORMAT = "E164"

EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
if "EMAIL_URL" in env.ENVIRON:
    vars().update(env.email_url("EMAIL_URL"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Smart Kampung <smartkampung@localhost>")

# Wagtail's own tasks are done at once; letters about registrations and requests wait for the worker.
TASKS = {
    "default": {"BACKEND": "sites.derived.TasksTogether"},
    "mail": {"BACKEND": "django_tasks_db.DatabaseBackend"},
}
# Commands that `serve` keeps running beside the server.
RUN_BESIDE_THE_SERVER = ["run_schedule", "send_letters"]
# Commands of the apps that `run_schedule` calls: every few seconds, and once an hour.
SCHEDULED_AT_EACH_LOOK = ["queue_lost_letters", "queue_lost_request_letters"]
SCHEDULED_HOURLY = ["tidy_letter_queue", "erase_old_names", "warn_of_permits", "drop_ended_permits"]
SCHEDULED_HOURLY += ["sweep_page_cache"]
# For how many days after a class personal data of who registered for it is kept.
REGISTRATION_KEPT_DAYS = env.int("REGISTRATION_KEPT_DAYS", default=90)
# For how many days the name on a certificate is kept: five years.
CERTIFICATE_NAME_KEPT_DAYS = env.int("CERTIFICATE_NAME_KEPT_DAYS", default=1826)

# A mail server that does not answer holds up nobody for longer.
EMAIL_TIMEOUT = env.int("EMAIL_TIMEOUT", default=20)

# Newsletter: how fast it goes out, and when the weekly one does, by the clock of TIME_ZONE (0 is Monday).
NEWSLETTER_PER_MINUTE = env.int("NEWSLETTER_PER_MINUTE", default=60)
NEWSLETTER_WEEKDAY = env.int("NEWSLETTER_WEEKDAY", default=0)
NEWSLETTER_HOUR = env.int("NEWSLETTER_HOUR", default=6)
# Where letters that can't be delivered come back to, and where `read_bounces` finds them; see docs/deploy.md.
BOUNCE_ADDRESS = env.str("BOUNCE_ADDRESS", default="")
BOUNCE_MAILBOX = env.str("BOUNCE_MAILBOX", default="")
BOUNCE_SECRET = env.str("BOUNCE_SECRET", default="")

# Errors go to the console, where systemd's journal or a terminal keeps them.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "sites.logs.WithoutKeys",
            "format": "%(asctime)s %(levelname)s %(name)s: %(message)s",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "sites.newsletter": {"level": "INFO"},
        # What the worker says of each task, and that it looks for one every second.
        "django_tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "WARNING"},
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}

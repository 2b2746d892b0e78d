"""What editors, readers and clerks choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Category(models.TextChoices):
    POPULATION = "population", _("Identity and population")
    LETTERS = "letters", _("Letters and statements")
    FAMILY = "family", _("Marriage and family")
    BUSINESS = "business", pgettext_lazy("services", "Business")
    LAND = "land", pgettext_lazy("services", "Land")
    SAFETY = "safety", _("Safety and events")
    WELFARE = "welfare", _("Social welfare")
    INFORMATION = "information", _("Information and complaints")
    FACILITIES = "facilities", _("Places to borrow")


class LifeEvent(models.TextChoices):
    BIRTH = "birth", _("A child is born")
    SCHOOL = "school", _("Going to school")
    MARRIAGE = "marriage", _("Getting married")
    BUSINESS = "business", _("Starting a business")
    MOVING = "moving", _("Moving house")
    DEATH = "death", _("Somebody has died")


EVENT_ICONS = {
    LifeEvent.BIRTH: "baby",
    LifeEvent.SCHOOL: "book-open",
    LifeEvent.MARRIAGE: "hand-heart",
    LifeEvent.BUSINESS: "store",
    LifeEvent.MOVING: "truck",
    LifeEvent.DEATH: "users-round",
}
CATEGORY_ICONS = {
    Category.POPULATION: "id-card",
    Category.LETTERS: "file-text",
    Category.FAMILY: "hand-heart",
    Category.BUSINESS: "store",
    Category.LAND: "map-pin",
    Category.SAFETY: "megaphone",
    Category.WELFARE: "hand-heart",
    Category.INFORMATION: "message-circle",
    Category.FACILITIES: "house",
}


class Asking(models.TextChoices):
    """What a village lets people do about a service without coming to the office."""

    NONE = "none", _("Nothing: the page only informs")
    QUESTION = "question", _("Ask a question")
    REQUEST = "request", _("Ask for the service, and say when they come")


class ServiceStatus(models.TextChoices):
    NORMAL = "normal", _("As usual")
    LIMITED = "limited", pgettext_lazy("service", "Limited")
    CLOSED = "closed", pgettext_lazy("service", "Closed")


class RequestKind(models.TextChoices):
    QUESTION = "question", pgettext_lazy("kind of request", "Question")
    SERVICE = "service", pgettext_lazy("kind of request", "Service")
    INFORMATION = "information", _("Public information")
    COMPLAINT = "complaint", pgettext_lazy("kind of request", "Complaint")
    IDEA = "idea", pgettext_lazy("kind of request", "Idea")


# What may be shown to everybody, where its sender and the office want that.
PUBLIC_KINDS = (RequestKind.COMPLAINT, RequestKind.IDEA)


class RequestState(models.TextChoices):
    RECEIVED = "received", pgettext_lazy("request", "Received")
    HANDLED = "handled", pgettext_lazy("request", "Being handled")
    READY = "ready", pgettext_lazy("request", "Ready to collect")
    DONE = "done", pgettext_lazy("request", "Done")
    REFUSED = "refused", pgettext_lazy("request", "Refused")
    WITHDRAWN = "withdrawn", pgettext_lazy("request", "Withdrawn")


OPEN_STATES = (RequestState.RECEIVED, RequestState.HANDLED, RequestState.READY)
CLOSED_STATES = (RequestState.DONE, RequestState.REFUSED, RequestState.WITHDRAWN)
# What may follow on what; a request that was closed by mistake is handled once more.
NEXT_STATES = {
    RequestState.RECEIVED: (
        RequestState.HANDLED,
        RequestState.READY,
        RequestState.DONE,
        RequestState.REFUSED,
    ),
    RequestState.HANDLED: (RequestState.READY, RequestState.DONE, RequestState.REFUSED),
    RequestState.READY: (RequestState.DONE, RequestState.HANDLED),
    RequestState.DONE: (RequestState.HANDLED,),
    RequestState.REFUSED: (RequestState.HANDLED,),
    RequestState.WITHDRAWN: (),
}


class ComplaintTopic(models.TextChoices):
    ROADS = "roads", _("Roads and bridges")
    LIGHTS = "lights", _("Street lights and electricity")
    WATER = "water", _("Water and drains")
    WASTE = "waste", _("Waste and cleanliness")
    SAFETY = "safety", pgettext_lazy("complaint", "Safety and order")
    SERVICE = "service", _("Service of the office")
    AID = "aid", _("Social aid")
    INTERNET = "internet", _("Internet and signal")
    OTHER = "other", pgettext_lazy("complaint", "Something else")


class EntryKind(models.TextChoices):
    STATE = "state", pgettext_lazy("request", "New state")
    ANSWER = "answer", pgettext_lazy("request", "Message of the office")
    REPLY = "reply", pgettext_lazy("request", "Message of the person")
    NOTE = "note", pgettext_lazy("request", "Internal note")


class LetterKind(models.TextChoices):
    """Letters about a request; the last one goes to the staff on duty."""

    RECEIVED = "received", pgettext_lazy("letter", "We have your request")
    NEWS = "news", pgettext_lazy("letter", "News of your request")
    ON_DUTY = "on_duty", pgettext_lazy("letter", "A new request")


class DocumentKind(models.TextChoices):
    VILLAGE_REGULATION = "perdes", _("Village regulation (Perdes)")
    JOINT_REGULATION = "joint", _("Joint regulation of villages")
    HEAD_REGULATION = "perkades", _("Regulation of the village head (Perkades)")
    HEAD_DECREE = "decree", _("Decree of the village head (SK)")
    PLAN = "plan", _("Plan (RPJM Desa, RKP Desa)")
    BUDGET = "budget", _("Budget (APBDes) and its account")
    REPORT = "report", _("Report (LKPPD, LPPD)")
    MINUTES = "minutes", _("Minutes of meetings (Musdes)")
    AID = "aid", _("Social aid and programmes")
    PROCUREMENT = "procurement", _("Procurement")
    OTHER = "other", pgettext_lazy("kind of document", "Other")


class Disclosure(models.TextChoices):
    """The three lists of public information of Law 14/2008, articles 9 to 11."""

    PERIODIC = "periodic", _("Published regularly")
    IMMEDIATE = "immediate", _("Published at once")
    ANY_TIME = "any_time", _("Available at any time")

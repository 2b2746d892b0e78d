"""What is said to people whose document is not let in."""

from django.utils.translation import gettext_lazy as _

WRONG_CONTENT = _("The content of the file does not fit its name. Open it, save it anew and try again.")
DAMAGED = _("The file is damaged or incomplete. Copy it again and try once more.")
HAS_MACROS = _("The file contains macros or programs. Save it without them, for example as PDF.")
HAS_MARKUP = _("The text file contains web page code. Save it as PDF.")
NO_PICTURE = _("The file holds sound only, or a kind of video that many phones can't show. Save it anew.")
ONLY_SOUND = _("The file holds a video. Save it as MP4 or WebM, or save the sound alone.")

"""One connection to wherever letters go, for a whole batch of them."""

import logging
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend

logger = logging.getLogger(__name__)
CLOSING = 421  # "service not available, closing transmission channel"


class Post:
    """Sends through the project's mail backend; `is_open` says whether it is worth trying on."""

    def __init__(self):
        self.connection = get_connection()
        self.is_open = False

    def __enter__(self) -> "Post":
        try:
            # Only SMTP is kept open: files get one for each letter, so that each opens as one.
            if isinstance(self.connection, EmailBackend):
                self.connection.open()
            self.is_open = True
        except (OSError, SMTPException) as error:
            logger.warning("The mail server can't be reached; letters wait (%s).", type(error).__name__)
        return self

    def __exit__(self, *_exception) -> None:
        self.connection.close()

    def send(self, message: EmailMessage) -> None:
        """Hand one letter over; stops the batch where the line is broken.

        Raises what smtplib raises, and what Django does of a letter that can't be written out: no OSError.
        """
        if not isinstance(self.connection, EmailBackend):
            get_connection().send_messages([message])
            return
        try:
            self.connection.send_messages([message])
        except SMTPResponseException as error:
            self.is_open = error.smtp_code != CLOSING
            raise
        except SMTPRecipientsRefused as refusal:
            self.is_open = all(code != CLOSING for code, _text in refusal.recipients.values())
            raise
        except OSError:
            self.is_open = False
            raise

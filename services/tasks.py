"""What the queue does; its worker runs beside the server (`manage.py db_worker`)."""

from django_tasks import task

QUEUE = "mail"


@task(backend=QUEUE)
def send_request_letter(letter_id: int) -> None:
    """Send one letter about a request. Called twice, it is sent once."""
    # The models need this module.
    from services.handling.letters import send

    send(letter_id)

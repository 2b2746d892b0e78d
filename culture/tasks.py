"""What the queue does; its worker runs beside the server (`manage.py db_worker`)."""

from django_tasks import task

QUEUE = "mail"


@task(backend=QUEUE)
def send_notice(notice_id: int) -> None:
    """Send one letter about a registration. Called twice, it is sent once."""
    # The models need this module.
    from culture.registering.letters import send

    send(notice_id)

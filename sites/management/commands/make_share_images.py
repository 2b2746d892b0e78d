from sites.discovery import share_images
from sites.management.operators import OperatorCommand
from sites.querysets import HOME_DEPTH, all_pages


class Command(OperatorCommand):
    help = "Draw the share images that are missing, and remove those of pages that are gone."

    def handle(self, **options):
        pages = all_pages().live().public().filter(depth__gte=HOME_DEPTH).values_list("pk", flat=True)
        for page_id in pages:
            share_images.prepare(page_id)
        removed = share_images.remove_orphans()
        self.stdout.write(self.style.SUCCESS(f"{len(pages)} pages have their picture, {removed} removed."))

from django.contrib.contenttypes.models import ContentType
from wagtail.models import ReferenceIndex

from sites.management.operators import OperatorCommand
from sites.media.renditions import make_renditions
from sites.models import VillageImage


class Command(OperatorCommand):
    help = "Make the missing sizes and formats of every picture that something points at."

    def handle(self, **options):
        content_type = ContentType.objects.get_for_model(VillageImage)
        references = ReferenceIndex.objects.filter(to_content_type=content_type)
        used = {int(pk) for pk in references.values_list("to_object_id", flat=True)}
        made = sum(make_renditions([image]) for image in VillageImage.objects.iterator() if image.pk in used)
        self.stdout.write(self.style.SUCCESS(f"{len(used)} pictures in use, {made} files made."))

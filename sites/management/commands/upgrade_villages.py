from sites import provisioning
from sites.management.operators import OperatorCommand
from sites.models import Village


class Command(OperatorCommand):
    help = "Give existing villages and offices the pages and rights of newer versions; safe to run again."

    def handle(self, **options):
        villages = Village.objects.exclude(site=None)
        added = sum(provisioning.upgrade_village(village) for village in villages)
        _site, _created = provisioning.create_portal()
        offices, more = provisioning.upgrade_offices()
        checked = f"{len(villages)} villages and {offices} offices checked"
        self.stdout.write(self.style.SUCCESS(f"{checked}, {added + more} pages added."))

from learning.certificates.acts import erase_old_names
from sites.management.operators import OperatorCommand


class Command(OperatorCommand):
    help = "Erase the names on certificates after CERTIFICATE_NAME_KEPT_DAYS; the certificates stay genuine."

    def handle(self, **options):
        number = erase_old_names()
        if options["verbosity"]:
            self.stdout.write(f"Names erased: {number}")

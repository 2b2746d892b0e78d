"""Static files under names that change with their content, also where one script loads another."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """`import … from "./outbox.js";` becomes the hashed name, so that a browser may keep it for good."""

    support_js_module_import_aggregation = True

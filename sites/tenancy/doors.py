"""Each address of the admin by its name, with the rule that lets somebody through.

What is not here is closed: a package that is added later stays shut until
somebody has thought about it, and a system check names it. Views of our own
viewsets (`viewsets.py`) bring their rule with them.
"""

from .rules import (
    Rule,
    anybody,
    both,
    bulk,
    chooses_pages,
    leads_to_page,
    publishers,
    regency,
    sees,
    sees_asked,
    sees_named_model,
    settings_of_site,
    task_of_page,
)

PAGE, IMAGE, DOCUMENT = "wagtailcore.Page", "sites.VillageImage", "sites.VillageDocument"
the_page = sees(PAGE, "page_id", "page_to_move_id", "destination_id", "parent_page_id", "pk")
the_image = sees(IMAGE, "image_id", "pk")
the_document = sees(DOCUMENT, "document_id", "doc_id", "pk")

# Views that list what belongs to everybody, or rights that no village has; every name in them.
REGENCY_NAMESPACES = {
    "wagtailadmin_collections",
    "wagtailadmin_reports",
    "wagtailadmin_workflows",
    "wagtailredirects",
    "wagtailsites",
    "wagtailusers_groups",
    "wagtailusers_users",
    "villages",
    "offices",
}


def _all(prefix: str, rule: Rule, names: str) -> dict[str, Rule]:
    return {f"{prefix}{name}": rule for name in names.split()}


DOORS: dict[str, Rule] = {
    # Names nothing of anybody.
    **_all("wagtailadmin_", anybody, "login logout password_reset password_reset_done"),
    **_all("wagtailadmin_", anybody, "password_reset_confirm password_reset_complete"),
    **_all("wagtailadmin_", anybody, "javascript_catalog sprite error_test dismissibles account"),
    **_all("wagtailadmin_", anybody, "choose_page_external_link choose_page_email_link"),
    **_all("wagtailadmin_", anybody, "choose_page_phone_link choose_page_anchor_link block_preview"),
    **_all("wagtailembeds:", anybody, "chooser chooser_upload"),
    **_all("admin/", anybody, "test404/ .*/$"),
    # Asks what its visitor may see by itself: panels, and lists of own pages, pictures and documents.
    **_all("wagtailadmin_", anybody, "home explore_root tag_autocomplete tag_model_autocomplete"),
    **_all("wagtailadmin_pages:", anybody, "search search_results"),
    **_all("wagtailadmin_api:", anybody, "pages:listing pages:find"),
    **_all("wagtailadmin_api:", anybody, "images:listing images:find documents:listing documents:find"),
    **_all("own_", anybody, "images images_results documents documents_results"),
    **_all("wagtailimages:", anybody, "index index_results add add_multiple"),
    **_all("wagtaildocs:", anybody, "index index_results add add_multiple"),
    **_all("wagtailimages_chooser:", anybody, "choose choose_results create"),
    **_all("wagtaildocs_chooser:", anybody, "choose choose_results create"),
    "wagtailsnippets:index": anybody,
    **_all("village_reports:", anybody, "drafts aging locked activity"),
    **_all("village_reports:", anybody, "drafts_results aging_results locked_results activity_results"),
    "village_switch:switch": anybody,
    # The team asks more: whether the visitor is an admin there, and whether the person is in that team.
    **_all("village_team:", anybody, "index leave_index"),
    **_all("village_team:", sees("sites.Village", "village"), "members invite leave member"),
    **_all("village_team:", sees("sites.Village", "village"), "send_letter take_out take_back"),
    # Its own staff may see who is on it; portal staff invite and take out.
    "office_staff:members": sees("sites.Office", "office"),
    **_all("office_staff:", regency, "invite take_out"),
    # What offices offer to the working village: the views find nothing that is not offered to it.
    **_all("from_offices:", anybody, "index index_results choose show_again"),
    # Figures of the visitor's own offices.
    **_all("reach:", publishers, "index index_results"),
    "reach:page": both(publishers, the_page),
    # Own uploads that wait for their description; Wagtail asks whose they are.
    **_all("wagtailimages:", anybody, "create_multiple_from_uploaded_image delete_upload_multiple"),
    **_all("wagtaildocs:", anybody, "create_multiple_from_uploaded_document delete_upload_multiple"),
    # Pages.
    **_all("wagtailadmin_", leads_to_page("parent_page_id"), "explore explore_results"),
    **_all("wagtailadmin_api:pages:", leads_to_page("pk"), "detail"),
    # Its actions ask for less than the buttons do: a contributor could publish an alias.
    **_all("wagtailadmin_api:pages:", regency, "action"),
    **_all("wagtailadmin_pages:", the_page, "add preview_on_add add_subpage usage edit preview_on_edit"),
    **_all("wagtailadmin_pages:", the_page, "view_draft delete unpublish convert_alias move move_confirm"),
    **_all("wagtailadmin_pages:", the_page, "set_page_position copy workflow_action set_privacy lock unlock"),
    **_all("wagtailadmin_pages:", the_page, "collect_workflow_action_data"),
    **_all("wagtailadmin_pages:", the_page, "confirm_workflow_cancellation workflow_history"),
    **_all("wagtailadmin_pages:", the_page, "workflow_history_detail history history_results"),
    **_all("wagtailadmin_pages:", the_page, "revisions_index revisions_view revisions_revert"),
    **_all("wagtailadmin_pages:", the_page, "revisions_unschedule revisions_compare"),
    **_all("wagtailadmin_pages:", regency, "type_use type_use_results choose_parent"),
    "wagtailadmin_pages:workflow_preview": both(the_page, task_of_page),
    "simple_translation:submit_page_translation": the_page,
    "simple_translation:submit_snippet_translation": sees_named_model("app_label", "model_name", "pk"),
    **_all("wagtailadmin_", chooses_pages("parent_page_id", "id"), "choose_page choose_page_child"),
    **_all("wagtailadmin_", chooses_pages("id"), "choose_page_search choose_page_chosen_multiple"),
    "wagtail_bulk_action": bulk,
    "wagtailadmin_editing_sessions:ping": sees_named_model("app_label", "model_name", "object_id"),
    "wagtailadmin_editing_sessions:release": anybody,
    # Pictures and documents.
    **_all("wagtailimages:", the_image, "edit delete preview image_usage edit_multiple delete_multiple"),
    **_all("wagtailimages:", regency, "url_generator url_generator_output"),
    **_all("wagtailimages_chooser:", both(the_image, sees_asked(IMAGE, "id")), "chosen chosen_multiple"),
    **_all("wagtailimages_chooser:", the_image, "select_format"),
    **_all("wagtailadmin_api:images:", the_image, "detail"),
    **_all("wagtaildocs:", the_document, "edit delete document_usage edit_multiple delete_multiple"),
    **_all("wagtaildocs_chooser:", both(the_document, sees_asked(DOCUMENT, "id")), "chosen chosen_multiple"),
    **_all("wagtailadmin_api:documents:", the_document, "detail"),
    # Settings of a site.
    **_all("wagtailsettings:", settings_of_site, "edit preview_on_edit"),
    "style_guide": regency,
}

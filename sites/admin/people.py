"""Accounts: nobody has to give two names, for many people have only one, and an invitation knows none."""

from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.forms.account import NameEmailForm
from wagtail.admin.views.account import AccountView, NameEmailSettingsPanel
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet


class OptionalNames:
    """Names may stay empty, as in the model; the account then goes by its e-mail address."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("first_name", "last_name"):
            self.fields[name].required = False
        self.fields["last_name"].help_text = _("Leave it empty if there is only one name.")


class OwnNameForm(OptionalNames, NameEmailForm):
    pass


class NewAccountForm(OptionalNames, UserCreationForm):
    pass


class AccountForm(OptionalNames, UserEditForm):
    pass


class OwnNamePanel(NameEmailSettingsPanel):
    form_class = OwnNameForm


class OwnAccountView(AccountView):
    """Wagtail's page "Account", which offers no setting for the form of one part."""

    def get_panels(self):
        return [
            OwnNamePanel(panel.request, panel.user, panel.profile)
            if isinstance(panel, NameEmailSettingsPanel)
            else panel
            for panel in super().get_panels()
        ]


# Stands before Wagtail's own address of the same name, and is guarded as that is.
own_account = never_cache(require_admin_access(OwnAccountView.as_view()))


class AccountViewSet(UserViewSet):
    def get_form_class(self, for_update=False):
        return AccountForm if for_update else NewAccountForm

class ProvisioningError(Exception):
    """Something a person must change before a site can be made; the message says what.

    `field` names the input that is wrong, for forms.
    """

    def __init__(self, message: str, field: str | None = None):
        super().__init__(message)
        self.field = field

"""Permits and certificates that readers see, as schema.org says them."""


def certifications(permits: list) -> list[dict]:
    return [_certification(permit) for permit in permits]


def _certification(permit) -> dict:
    issuer = {"@type": "Organization", "name": permit.issuer} if permit.issuer else None
    data = {
        "@type": "Certification",
        "name": permit.get_kind_display(),
        "certificationIdentification": permit.number,
        "issuedBy": issuer,
        "expires": permit.valid_until,
    }
    return {name: value for name, value in data.items() if value}

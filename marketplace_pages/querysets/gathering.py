"""Small rows that come along with what they belong to, instead of a query of their own."""

from django.db.models import Aggregate, JSONField, OuterRef, Subquery
from django.db.models.functions import JSONObject


class Gathered(Aggregate):
    """All values of a group as one list; in no order."""

    output_field = JSONField()

    def as_sqlite(self, compiler, connection, **context):
        return super().as_sql(compiler, connection, function="JSON_GROUP_ARRAY", **context)

    def as_postgresql(self, compiler, connection, **context):
        return super().as_sql(compiler, connection, function="JSONB_AGG", **context)


def gathered(rows, owner: str, names: dict[str, str]) -> Subquery:
    """The rows of one owner as a list of dictionaries; `names` says what of a row each key holds."""
    found = rows.order_by().values(owner).annotate(gathered=Gathered(JSONObject(**names)))
    return Subquery(found.values("gathered"), output_field=JSONField())


def rows_of_source(model, **conditions):
    """Rows that are typed once, of the live Indonesian version of the page that is asked for."""
    source = {"page__translation_key": OuterRef("translation_key"), "page__live": True, **conditions}
    return model.objects.filter(**source)


def rows_from(model, values: list[dict] | None) -> list:
    """The rows themselves, in their order. What SQLite knows as 0 becomes False again."""
    rows = [model(**{name: _read(model, name, value) for name, value in row.items()}) for row in values or []]
    return sorted(rows, key=lambda row: (row.sort_order or 0, row.pk))


def _read(model, name: str, value: object):
    field = model._meta.pk if name == "pk" else model._meta.get_field(name)
    return field.to_python(value)

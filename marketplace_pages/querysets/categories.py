from typing import Self

from django.db import models


class CategoryQuerySet(models.QuerySet):
    def first_level(self) -> Self:
        return self.filter(parent=None)

"""The questions asked of what villages do with pages of offices, and how often those are read."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.utils import timezone
from wagtail.models import Page


class VillageSharingQuerySet(models.QuerySet):
    def about(self, page: Page, village):
        """What a village chose about a page and its translations, or None. One query."""
        return self.filter(village=village, translation_key=page.translation_key).first()

    def about_each(self, pages: Iterable[Page], village) -> dict:
        """What a village chose about each of several pages, by their translation keys. One query."""
        keys = [page.translation_key for page in pages]
        found = self.filter(village=village, translation_key__in=keys)
        return {choice.translation_key: choice for choice in found}

    def hiding(self, pages: Iterable[Page]) -> Self:
        """Choices by which villages keep some of these pages off their sites."""
        return self.filter(is_hidden=True, translation_key__in=[page.translation_key for page in pages])


class PageViewsQuerySet(models.QuerySet):
    def of(self, pages: Iterable[Page]) -> Self:
        """Views of these pages and all their translations."""
        return self.filter(page__translation_key__in=[page.translation_key for page in pages])

    def expired(self) -> Self:
        return self.filter(day__lt=timezone.localdate() - self.model.KEPT)

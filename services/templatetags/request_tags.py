"""What templates about requests print."""

from django import template

from services.codes import readable

register = template.Library()
register.filter("readable_code", readable)

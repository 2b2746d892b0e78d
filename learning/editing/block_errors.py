"""Complaints as errors of a stream: each ends up beside the block that it is about."""

from collections import defaultdict
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

Placed = tuple[tuple, str]


def error_of(block, value, placed: Iterable[Placed]) -> ValidationError:
    """One error for all complaints about the value of a block; each comes with its place below that."""
    own, below = [], defaultdict(list)
    for place, text in placed:
        if place:
            below[place[0]].append((place[1:], text))
        else:
            own.append(text)
    inner = {step: error_of(*_child(block, value, step), found) for step, found in below.items()}
    return _error(block, inner, own)


def _child(block, value, step: str | int) -> tuple:
    if isinstance(block, StreamBlock):
        return value[step].block, value[step].value
    if isinstance(block, ListBlock):
        return block.child_block, value[step]
    return block.child_blocks[step], value[step]


def _error(block, inner: dict, own: list[str]) -> ValidationError:
    if isinstance(block, StreamBlock):
        return StreamBlockValidationError(inner, own)
    if isinstance(block, ListBlock):
        return ListBlockValidationError(inner, own)
    if isinstance(block, StructBlock):
        return StructBlockValidationError(inner, own)
    return ValidationError(own)

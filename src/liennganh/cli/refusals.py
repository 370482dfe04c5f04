"""Refusals on the command line: a sentence, never a traceback."""

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import click

from liennganh.errors import DomainError

P = ParamSpec("P")
R = TypeVar("R")


def refusing(function: Callable[P, R]) -> Callable[P, R]:
    """Turn a ``DomainError`` into click's own error, which prints it and exits with status 1."""

    @functools.wraps(function)
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except DomainError as error:
            raise click.ClickException(error.message) from error

    return inner

"""Refusals on the command line: a sentence, never a traceback."""

import functools
from collections.abc import Callable
from typing import IO, Any, ParamSpec, TypeVar

import click
from django.db import OperationalError, ProgrammingError

from liennganh.errors import DomainError

P = ParamSpec("P")
R = TypeVar("R")


class Refusal(click.ClickException):
    """A sentence on the error stream, and exit status 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"Chưa làm được: {self.message}", file=file, err=file is None)


def refusing(function: Callable[P, R]) -> Callable[P, R]:
    """Turn a ``DomainError``, or a database that is not ready, into a ``Refusal``."""

    @functools.wraps(function)
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except DomainError as error:
            raise Refusal(error.message) from error
        except (OperationalError, ProgrammingError) as error:
            first = str(error).strip().partition("\n")[0]
            raise Refusal(
                f"cơ sở dữ liệu chưa sẵn sàng ({first}). Hãy chạy “liennganh prepare”; nếu vẫn thế, "
                "xem lại LIENNGANH_HOME và LIENNGANH_DATABASE_URL."
            ) from error

    return inner

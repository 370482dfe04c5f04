"""What a person can do wrong, said in the language of the office."""


class DomainError(Exception):
    """A refused request: what happened, why, and what to do, in Vietnamese.

    ``field`` names the form field that is wrong, where one is.
    """

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class WrongStateError(DomainError):
    """The object is no longer in the state that the request needs."""

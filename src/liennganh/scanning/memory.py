"""The memory that a process which opens foreign files may use."""

import sys

MOST_MEMORY = 2 * 1024**3  # bytes


def limit_memory() -> None:
    """Bound this process: what asks for more fails here, and the server stands."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - absent on Windows

    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))

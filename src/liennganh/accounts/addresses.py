"""From where somebody signs in, for the lock after wrong passwords."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Return the address of the caller; behind the proxy, the one that the proxy saw.

    Behind a proxy everybody has the proxy's own address: nine wrong passwords by one person would
    lock a colleague out everywhere. Of ``X-Forwarded-For`` only the last entry is our proxy's
    (``LIENNGANH_HTTPS`` says that there is one); those before it are written by the caller.
    """
    direct = str(request.META.get("REMOTE_ADDR", ""))
    if not settings.HTTPS:
        return direct
    seen = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip()
    try:
        return str(ipaddress.ip_address(seen))
    except ValueError:
        return direct

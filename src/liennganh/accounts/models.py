"""People who sign in."""

from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from liennganh.accounts.roles import Role


class User(AbstractUser):
    """A person. What she may do comes from her memberships of agencies, never from flags here.

    ``hat`` is the membership she acts under; the middleware sets it from the session, commands and
    tests leave it to ``agencies.queries.default_hat``.
    """

    first_name = None  # type: ignore[assignment]  # Vietnamese names are one string
    last_name = None  # type: ignore[assignment]
    full_name = models.CharField(_("họ và tên"), max_length=120)
    title = models.CharField(_("chức vụ"), max_length=120, blank=True)
    must_change_password = models.BooleanField(_("phải đổi mật khẩu"), default=False)

    REQUIRED_FIELDS = ["email", "full_name"]

    class Meta:
        verbose_name = _("người dùng")
        verbose_name_plural = _("người dùng")

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        """Return the name as it is signed."""
        return self.full_name

    def get_short_name(self) -> str:
        """Return the given name, which stands last in Vietnamese names."""
        return self.full_name.split(" ")[-1] if self.full_name else self.username

    _hat: Any = None

    @property
    def hat(self) -> Any:
        """Return the membership that the person acts under, or None.

        Kept as ``Any`` because memberships stand above accounts in the order of imports;
        ``agencies.queries.hat_of`` gives it typed.
        """
        if self._hat is None:
            self._hat = self.memberships.current().select_related("agency__unit").first()
        return self._hat

    @hat.setter
    def hat(self, membership: Any) -> None:
        self._hat = membership

    def has_role(self, *roles: "Role") -> bool:
        """Tell whether the hat now worn is one of these roles."""
        return self.hat is not None and self.hat.role in roles

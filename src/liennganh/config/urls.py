"""Includes only: each app owns its addresses."""

from django.urls import include, path

handler400 = "liennganh.ui.errors.bad_request"
handler403 = "liennganh.ui.errors.forbidden"
handler404 = "liennganh.ui.errors.not_found"
handler500 = "liennganh.ui.errors.server_error"

urlpatterns = [
    path("", include("liennganh.dashboard.urls")),
    path("", include("liennganh.ui.urls")),
    path("tai-khoan/", include("liennganh.accounts.urls")),
    path("nhat-ky/", include("liennganh.audit.urls")),
    path("co-quan/", include("liennganh.agencies.urls")),
    path("van-ban/", include("liennganh.documents.urls")),
    path("ke-hoach/", include("liennganh.plans.urls")),
    path("chi-so/", include("liennganh.indicators.urls")),
    path("chuong-trinh/", include("liennganh.programmes.urls")),
    path("bao-cao/", include("liennganh.reporting.urls")),
    path("du-thao/", include("liennganh.drafting.urls")),
]

from django.urls import path

from liennganh.dashboard.views import home, programme, searching, units

app_name = "dashboard"
urlpatterns = [
    path("", home.home, name="home"),
    path("tong-hop/", home.overview, name="overview"),
    path("tim/", searching.search_page, name="search"),
    path("chuong-trinh/<slug:key>/tong-quan/", programme.programme, name="programme"),
    path("chuong-trinh/<slug:key>/tong-quan/bang.csv", programme.export, name="programme_export"),
    path("chuong-trinh/<slug:key>/dia-ban/", units.units, name="units"),
    path("chuong-trinh/<slug:key>/dia-ban/bang.csv", units.export, name="units_export"),
]

from django.urls import path

from liennganh.reporting.views import lists, proof, reports, reviews, rounds

app_name = "reporting"
urlpatterns = [
    path("", lists.index, name="list"),
    path("<int:pk>/", reports.detail, name="report"),
    path("<int:pk>/nhap/", reports.edit, name="edit"),
    path("<int:pk>/tu-luu/", reports.autosave, name="autosave"),
    path("<int:pk>/tra-lai/", reviews.send_back, name="return"),
    path("<int:pk>/duyet/", reviews.approve, name="approve"),
    path("<int:pk>/mo-lai/", reviews.reopen, name="reopen"),
    path("chuong-trinh/<slug:key>/", lists.programme_rounds, name="programme_rounds"),
    path("chuong-trinh/<slug:key>/ky-dot-xuat/", rounds.ad_hoc, name="ad_hoc"),
    path("ky/<int:pk>/", rounds.detail, name="round"),
    path("ky/<int:pk>/duyet/", reviews.approve_many, name="approve_many"),
    path("ky/<int:pk>/han-nop/", rounds.due, name="set_due"),
    path("ky/<int:pk>/khoa/", rounds.close, name="close"),
    path("ky/<int:pk>/mo-lai/", rounds.reopen, name="reopen_round"),
    path("ky/<int:pk>/so/<int:tracked>/", proof.figure, name="figure"),
]

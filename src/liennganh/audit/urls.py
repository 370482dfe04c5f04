from django.urls import path

from liennganh.audit import views

app_name = "audit"
urlpatterns = [
    path("", views.log, name="list"),
    path("kiem-tra/", views.verify, name="verify"),
]

from django.urls import path

from liennganh.ui import views

app_name = "ui"
urlpatterns = [path("khoe/", views.health, name="health")]

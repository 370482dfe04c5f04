from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "liennganh.ui"
    verbose_name = "Giao diện"

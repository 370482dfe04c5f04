from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "liennganh.demo"
    verbose_name = "Trình diễn"

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "liennganh.programmes"
    verbose_name = "Chương trình"

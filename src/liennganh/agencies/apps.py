from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "liennganh.agencies"
    verbose_name = "Cơ quan"

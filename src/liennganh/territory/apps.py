from django.apps import AppConfig


class TerritoryConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "liennganh.territory"
    verbose_name = "Địa giới hành chính"

from django.apps import AppConfig


class DraftingConfig(AppConfig):
    name = "liennganh.drafting"
    verbose_name = "Dự thảo"

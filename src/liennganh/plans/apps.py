from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "liennganh.plans"
    verbose_name = "Kế hoạch"

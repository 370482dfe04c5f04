from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "liennganh.indicators"
    verbose_name = "Chỉ số"

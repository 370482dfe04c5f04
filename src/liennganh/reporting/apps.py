from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "liennganh.reporting"
    verbose_name = "Báo cáo"

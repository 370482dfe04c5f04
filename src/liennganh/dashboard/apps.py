from django.apps import AppConfig


class DashboardConfig(AppConfig):
    name = "liennganh.dashboard"
    verbose_name = "Tổng hợp"

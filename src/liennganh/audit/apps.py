from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "liennganh.audit"
    verbose_name = "Nhật ký"

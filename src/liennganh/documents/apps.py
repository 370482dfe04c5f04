from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "liennganh.documents"
    verbose_name = "Văn bản"

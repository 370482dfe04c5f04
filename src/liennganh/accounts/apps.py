from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "liennganh.accounts"
    verbose_name = "Người dùng"

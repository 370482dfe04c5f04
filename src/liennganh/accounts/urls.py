from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.i18n import set_language

from liennganh.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.account, name="account"),
    path("dang-nhap/", views.sign_in, name="sign_in"),
    path("dang-xuat/", views.sign_out, name="sign_out"),
    path("mat-khau/", views.password, name="password"),
    path("mat-khau-dau/", views.first_password, name="first_password"),
    path("ngon-ngu/", login_not_required(set_language), name="language"),
]

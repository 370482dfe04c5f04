from django.urls import path

from . import views

app_name = "agencies"
urlpatterns = [
    path("", views.agency_list, name="list"),
    path("them/", views.agency_create, name="create"),
    path("thiet-lap/", views.set_up, name="set_up"),
    path("doi-vai/", views.change_hat, name="change_hat"),
    path("<int:pk>/", views.agency_detail, name="detail"),
    path("<int:pk>/sua/", views.agency_edit, name="edit"),
    path("<int:pk>/ten-goi-khac/", views.alias_add, name="alias"),
    path("<int:pk>/tiep-nhan/", views.agency_succeed, name="succeed"),
    path("<int:pk>/thanh-vien/", views.member_add, name="member"),
    path("vai/<int:pk>/ket-thuc/", views.member_end, name="end_member"),
]

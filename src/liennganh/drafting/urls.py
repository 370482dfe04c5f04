from django.urls import path

from liennganh.drafting import views

app_name = "drafting"
urlpatterns = [
    path("", views.report_list, name="list"),
    path("ky/<int:round_pk>/soan/", views.create, name="create"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/sua/", views.edit, name="edit"),
    path("<int:pk>/cap-nhat/", views.redraft, name="redraft"),
    path("<int:pk>/trinh/", views.send, name="send"),
    path("<int:pk>/rut/", views.take_back, name="take_back"),
    path("<int:pk>/y-kien/", views.review, name="review"),
    path("<int:pk>/phat-hanh/", views.issue, name="issue"),
    path("<int:pk>/bao-cao.docx", views.docx, name="docx"),
    path("<int:pk>/bao-cao.pdf", views.pdf, name="pdf"),
]

from django.urls import path

from liennganh.plans.views import confirming, incoming, items, owners, plan, progress, review

app_name = "plans"
urlpatterns = [
    path("", incoming.list_plans, name="list"),
    path("doc-vao/", incoming.upload, name="upload"),
    path("luot-doc/<int:pk>/", incoming.failed, name="failed"),
    path("luot-doc/<int:pk>/thu-lai/", incoming.retry, name="retry"),
    path("luot-doc/<int:pk>/bo/", incoming.discard, name="discard"),
    path("luot-doc/<int:pk>/tien-do/", progress.progress, name="progress"),
    path("luot-doc/<int:pk>/dung/", progress.end, name="end_reading"),
    path("luot-doc/<int:pk>/trang/<int:number>/doc-lai/", progress.reread, name="reread"),
    path("ra-soat/<int:pk>/", review.review, name="review"),
    path("ra-soat/<int:pk>/phan-dau/", review.save_header, name="header"),
    path("ra-soat/<int:pk>/nhan-nhieu/", review.accept_many, name="accept_many"),
    path("ra-soat/<int:pk>/viec-chung/", review.mark_common, name="mark_common"),
    path("ra-soat/<int:pk>/hoan-tac/", review.undo, name="undo"),
    path("ra-soat/<int:pk>/them/", review.add, name="add"),
    path("ra-soat/<int:pk>/co-quan/", owners.owners, name="owners"),
    path("ra-soat/<int:pk>/co-quan/tao/", owners.create_owners, name="create_owners"),
    path("ra-soat/<int:pk>/co-quan/chon/", owners.save_owner, name="save_owner"),
    path("ra-soat/<int:pk>/co-quan/theo-goi-y/", owners.save_suggested, name="save_suggested"),
    path("ra-soat/<int:pk>/xac-nhan/", confirming.confirm, name="confirm"),
    path("muc/<int:pk>/", items.show, name="item"),
    path("muc/<int:pk>/nhan/", items.accept, name="accept"),
    path("muc/<int:pk>/bac/", items.reject, name="reject"),
    path("muc/<int:pk>/xem-lai/", items.reopen, name="reopen"),
    path("muc/<int:pk>/viec-chung/", items.common, name="common"),
    path("muc/<int:pk>/tra-loi/", items.answer, name="answer"),
    path("muc/<int:pk>/sua/", items.edit, name="edit"),
    path("muc/<int:pk>/tach/", items.split, name="split"),
    path("<slug:key>/", plan.plan, name="plan"),
]

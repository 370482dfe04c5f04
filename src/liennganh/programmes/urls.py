from django.urls import path

from liennganh.programmes.views import adopt, assignments, calendars, lists, results, tasks

app_name = "programmes"
urlpatterns = [
    path("", lists.programme_list, name="list"),
    path("viec-cua-co-quan/", lists.my_tasks, name="my_tasks"),
    path("trien-khai/<slug:key>/", adopt.place, name="adopt"),
    path("trien-khai/<slug:key>/chi-tieu/", adopt.details, name="adopt_details"),
    path("nhiem-vu/<int:pk>/", tasks.task, name="task"),
    path("viec/<int:pk>/", assignments.assignment, name="assignment"),
    path("viec/<int:pk>/minh-chung/<int:document>/", assignments.evidence, name="evidence"),
    path("chi-tieu-dinh-tinh/<int:pk>/", results.result, name="result"),
    path(
        "chi-tieu-dinh-tinh/<int:pk>/minh-chung/<int:document>/", results.proof, name="result_proof"
    ),
    path("<slug:key>/nhiem-vu/", tasks.task_list, name="tasks"),
    path("<slug:key>/co-quan/", tasks.agency_list, name="agencies"),
    path("<slug:key>/lich-bao-cao/", calendars.calendar, name="calendar"),
    path("<slug:key>/lich-bao-cao/<slug:kind>/", calendars.duty, name="duty"),
    path("<slug:key>/lich-bao-cao/<slug:kind>/thoi/", calendars.end_duty, name="end_duty"),
]

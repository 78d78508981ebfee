from django.urls import path

from .views import list_actions

urlpatterns = [path("plans/<str:plan_id>/actions", list_actions)]

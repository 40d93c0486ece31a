"""The help desk has no pages."""

urlpatterns = []

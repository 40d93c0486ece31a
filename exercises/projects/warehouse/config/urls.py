"""The warehouse has no pages."""

urlpatterns = []

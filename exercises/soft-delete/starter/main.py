from django.core.serializers import serialize
from handbook.models import Article, Comment

pages = [Article.objects.create(title=f"Page {n}", slug=f"page-{n}") for n in (1, 2, 3)]
Comment.objects.create(article=pages[0], text="Out of date?")

pages[0].delete()
print("In the handbook:  ", Article.objects.count())
print("In a dump:        ", serialize("python", Article._default_manager.all()).__len__())

Article.objects.filter(slug="page-2").delete()
print("Rows in the table:", Article._base_manager.count(), "of 3")

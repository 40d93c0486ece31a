from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from handbook.models import Article, Comment
from io import StringIO
from json import loads

WORDS = ["one", "two", "three", "four", "five", "six"]


def rows(table="handbook_article", where="1 = 1"):
    """Counted in SQL: no manager has a say in it."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {table} WHERE {where}")
        return cursor.fetchone()[0]


def error_of(action):
    try:
        with transaction.atomic():
            action()
    except (IntegrityError, ValidationError) as error:
        return type(error).__name__
    return ""


def tried():
    facts = {}
    articles = [Article.objects.create(title=word.title(), slug=word) for word in WORDS]
    for article in articles[:3]:
        Comment.objects.create(article=article, text="Out of date?")
    articles[0].delete()
    facts["rows after one"] = rows()
    Article.objects.filter(slug__in=["two", "three"]).delete()
    facts["rows after some"] = rows()
    facts["comments"] = rows("handbook_comment")
    facts["dated"] = rows(where="deleted_at IS NOT NULL")
    facts["living"] = list(Article.objects.order_by("pk").values_list("slug", flat=True))
    facts["everything"] = Article.everything.count()
    out = StringIO()
    call_command("dumpdata", "handbook.article", stdout=out)
    facts["dumped"] = len(loads(out.getvalue()))
    comment = Comment.objects.order_by("pk").first()
    facts["parent"] = comment.article.slug if comment else None
    facts["reused"] = error_of(lambda: Article.objects.create(title="Again", slug="one"))
    facts["refused by the database"] = error_of(
        lambda: Article.objects.create(title="Twice", slug="six")
    )
    facts["refused by validation"] = error_of(lambda: Article(title="T", slug="six").full_clean())
    facts["clean"] = error_of(lambda: Article(title="T", slug="two").full_clean())
    Article.everything.get(slug="three").restore()
    facts["restored"] = Article.objects.filter(slug="three").exists()
    Article.objects.get(slug="five").hard_delete()
    facts["rows after hard"] = rows()
    names = ["objects", "everything"]
    facts["managers that delete"] = [
        name for name in names if hasattr(getattr(Article, name), "delete")
    ]
    return facts

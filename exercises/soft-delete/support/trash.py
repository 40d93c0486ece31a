from io import StringIO
from json import loads

from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from handbook.models import Article, Comment

WORDS = ["one", "two", "three", "four", "five", "six"]


def tried():
    """What became of six articles, fact by fact; an error is a fact as well."""
    articles = [Article.objects.create(title=word.title(), slug=word) for word in WORDS]
    for article in articles[:3]:
        Comment.objects.create(article=article, text="Out of date?")
    facts = {}

    def find(name, action):
        try:
            with transaction.atomic():
                facts[name] = action()
        except Exception as error:
            facts[name] = f"{type(error).__name__}: {error}"

    articles[0].delete()
    find("rows after one", rows)
    Article.objects.filter(slug__in=["two", "three"]).delete()
    find("rows after some", rows)
    find("comments", lambda: rows("handbook_comment"))
    find("dated", lambda: rows(where="deleted_at IS NOT NULL"))
    find("living", lambda: list(Article.objects.order_by("pk").values_list("slug", flat=True)))
    find("everything", lambda: Article.everything.count())
    find("dumped", dumped)
    find("parent", lambda: Comment.objects.order_by("pk").first().article.slug)
    find("reused", lambda: error_of(lambda: Article.objects.create(title="A", slug="one")))
    find(
        "refused by the database",
        lambda: error_of(lambda: Article.objects.create(title="Twice", slug="six")),
    )
    find(
        "refused by validation",
        lambda: error_of(lambda: Article(title="T", slug="six").full_clean()),
    )
    find("clean", lambda: error_of(lambda: Article(title="T", slug="two").full_clean()))
    find("restored", restored)
    find("rows after hard", hard_deleted)
    names = ["objects", "everything"]
    find(
        "managers that delete",
        lambda: [name for name in names if hasattr(getattr(Article, name), "delete")],
    )
    return facts


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


def dumped():
    out = StringIO()
    call_command("dumpdata", "handbook.article", stdout=out)
    return len(loads(out.getvalue()))


def restored():
    Article.everything.get(slug="three").restore()
    return Article.objects.filter(slug="three").exists()


def hard_deleted():
    Article.objects.get(slug="five").hard_delete()
    return rows()

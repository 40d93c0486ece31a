"""A newspaper, whose migrations do a bit of everything."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=100)


class Article(models.Model):
    author = models.ForeignKey(Author, models.CASCADE, null=True)
    title = models.CharField(max_length=200)
    slug = models.SlugField(unique=True)
    words = models.BigIntegerField(default=0)
    region = models.CharField(max_length=2, default="EU")
    status = models.CharField(max_length=9, db_default="draft")
    tags = ArrayField(models.CharField(max_length=20), default=list)

    class Meta:
        indexes = [
            models.Index(fields=["title"], name="by_title"),
            GinIndex(fields=["tags"], name="by_tag"),
        ]
        constraints = [models.CheckConstraint(condition=models.Q(words__gte=0), name="some_words")]

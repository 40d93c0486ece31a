"""One relation of each kind."""

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models


class Country(models.Model):
    name = models.CharField(max_length=50)


class Publisher(models.Model):
    name = models.CharField(max_length=50)
    country = models.ForeignKey(Country, models.CASCADE)


class Author(models.Model):
    name = models.CharField(max_length=50)
    bio = models.TextField(default="")
    mentor = models.ForeignKey("self", models.SET_NULL, null=True, related_name="pupils")

    def __str__(self):
        return self.name


class Profile(models.Model):
    author = models.OneToOneField(Author, models.CASCADE, related_name="profile")
    site = models.CharField(max_length=50)


class Tag(models.Model):
    name = models.CharField(max_length=50)


class PublishedManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().filter(published=True)


class JoinedManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().select_related("author")


class Comment(models.Model):
    text = models.CharField(max_length=50)
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveIntegerField()
    target = GenericForeignKey()


class Book(models.Model):
    title = models.CharField(max_length=50)
    isbn = models.CharField(max_length=20, unique=True)
    blurb = models.TextField(default="")
    published = models.BooleanField(default=True)
    author = models.ForeignKey(Author, models.CASCADE, related_name="books")
    publisher = models.ForeignKey(Publisher, models.SET_NULL, null=True)
    tags = models.ManyToManyField(Tag, related_name="books")
    comments = GenericRelation(Comment, related_query_name="book")

    objects = models.Manager()
    in_print = PublishedManager()
    joined = JoinedManager()

    def __str__(self):
        return f"{self.title} by {self.author}"

    @property
    def byline(self):
        return self.author.name

    def country(self):
        return self.publisher.country.name


class Magazine(Book):
    issue = models.IntegerField()


class Review(models.Model):
    book = models.ForeignKey(Book, models.CASCADE)
    reader = models.ForeignKey(Author, models.CASCADE)
    stars = models.IntegerField()


class Club(models.Model):
    name = models.CharField(max_length=50)
    members = models.ManyToManyField(Author, through="Membership", related_name="clubs")


class Membership(models.Model):
    club = models.ForeignKey(Club, models.CASCADE)
    member = models.ForeignKey(Author, models.CASCADE)
    since = models.IntegerField()


class VisibleManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().filter(hidden=False)


class Note(models.Model):
    """Its default manager leaves some out."""

    book = models.ForeignKey(Book, models.CASCADE, related_name="notes")
    text = models.CharField(max_length=50)
    hidden = models.BooleanField(default=False)

    objects = VisibleManager()

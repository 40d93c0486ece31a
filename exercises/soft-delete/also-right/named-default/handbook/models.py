from django.db import models
from django.db.models import Q
from django.utils import timezone


class ArticleQuerySet(models.QuerySet):
    def delete(self):
        """Put all of them into the trash."""
        count = self.update(deleted_at=timezone.now())
        return count, {self.model._meta.label: count}

    # As Django's own: `Article.objects.delete()` must not exist.
    delete.queryset_only = True
    delete.alters_data = True


class LivingManager(models.Manager.from_queryset(ArticleQuerySet)):
    def get_queryset(self):
        return super().get_queryset().filter(deleted_at=None)


class Article(models.Model):
    title = models.CharField(max_length=100)
    slug = models.SlugField()
    deleted_at = models.DateTimeField(null=True, blank=True)

    objects = LivingManager()
    everything = models.Manager.from_queryset(ArticleQuerySet)()

    class Meta:
        default_manager_name = "everything"
        constraints = [
            models.UniqueConstraint(
                fields=["slug"], condition=Q(deleted_at=None), name="slug_of_living_article"
            ),
        ]

    def delete(self, using=None, keep_parents=False):
        self.deleted_at = timezone.now()
        self.save(update_fields=["deleted_at"])

    def restore(self):
        """Take it out of the trash."""
        self.deleted_at = None
        self.save(update_fields=["deleted_at"])

    def hard_delete(self):
        """Delete it, and its comments."""
        return super().delete()


class Comment(models.Model):
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="comments")
    text = models.CharField(max_length=200)

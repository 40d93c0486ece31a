from django.contrib.contenttypes.models import ContentType
from django.db.models import Count

# A Permission has a foreign key to ContentType, without a related_name.
kind = ContentType.objects.annotate(number=Count("permission")).first()

print("permission, in a query:", kind.number)
print("permission_set, on an instance:", kind.permission_set.count())

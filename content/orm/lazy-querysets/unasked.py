from shop.models import Tag

tags = Tag.objects.filter(name__contains="a")
tags = tags.exclude(name="sale")
tags = tags.order_by("name")[:3]

# What would be sent. Printing it sends nothing either.
print(tags.query)

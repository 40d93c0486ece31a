from shop.models import Tag

tags = Tag.objects.order_by("name")

print("The heading says:", tags.count())
# Somebody else, between your two questions.
Tag.objects.create(name="refurbished")
print("The list has:", len(tags))

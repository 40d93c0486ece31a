from shop.models import Tag

# At the top of a module: made once, when the process starts.
TAGS = Tag.objects.order_by("name")


def tag_names():
    return [tag.name for tag in TAGS]


print("First visitor:", len(tag_names()))
Tag.objects.create(name="refurbished")
print("Second visitor:", len(tag_names()))
print("A new queryset:", len(TAGS.all()))

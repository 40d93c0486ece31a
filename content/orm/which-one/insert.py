from shop.models import Tag

tags = [Tag(name=f"Season {number}") for number in range(60)]
Tag.objects.bulk_create(tags)

made = Tag.objects.filter(name__startswith="Season")
print(made.count(), "made")

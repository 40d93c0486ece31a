from bonus import bonuses
from shop.models import Item

rows = bonuses()
for row in rows[:8]:
    print(row)

print("spent, by the bonus list:", sum(row["spent"] for row in rows))
print("sold, by the books:", sum(item.subtotal for item in Item.objects.all()))

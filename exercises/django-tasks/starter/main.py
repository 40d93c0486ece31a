import lab
import postbox
from reviews import post_review
from shop.models import Review

Review.objects.all().delete()
post_review(2, 1, 5, "Just what I needed.")
post_review(3, 1, 1, "It broke on the second day.")
print("Before a worker runs:", postbox.RATINGS, postbox.ALERTS)

lab.work()
print("Afterwards:          ", postbox.RATINGS, postbox.ALERTS)

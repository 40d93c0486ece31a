# fails: FieldError
from django.db.models import Case, Value, When
from shop.models import Customer

# A customer has no column `spent`, and nothing in this query works one out.
Customer.objects.annotate(
    tier=Case(
        When(spent__gte=3000, then=Value("gold")),
        When(spent__gte=1000, then=Value("silver")),
        default=Value("bronze"),
    )
)

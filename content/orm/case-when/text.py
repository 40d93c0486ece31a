# fails: FieldError
from django.db.models import Case, When
from shop.models import Product

# Text here is the name of a column. A label needs Value("sold out").
state = Case(When(stock=0, then="sold out"), default="on sale")
Product.objects.annotate(state=state)

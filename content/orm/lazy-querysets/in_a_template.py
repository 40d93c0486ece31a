from django.db import connection
from django.template import Context, Engine
from django.test.utils import CaptureQueriesContext
from shop.models import Category

PLAIN = """{% if shelf.products.all %}{{ shelf.products.all|length }} products:
{% for product in shelf.products.all %}{{ product.name }}. {% endfor %}
{% endif %}"""

NAMED = """{% with products=shelf.products.all %}
{% if products %}{{ products|length }} products:
{% for product in products %}{{ product.name }}. {% endfor %}
{% endif %}{% endwith %}"""

shelf = Category.objects.get(slug="lighting")
for words, source in [("Plain", PLAIN), ("Named", NAMED)]:
    with CaptureQueriesContext(connection) as queries:
        html = Engine().from_string(source).render(Context({"shelf": shelf}))
    print(f"{words}: {len(queries)}")
print(html.strip())

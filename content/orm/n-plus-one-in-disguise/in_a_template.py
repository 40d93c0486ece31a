from django.template import Context, Template
from shop.models import Order

page = Template("""{% for order in orders %}
{{ order.number }}  {{ order.customer.name }}{% endfor %}""")

# The view: one queryset, no loop.
latest = Order.objects.order_by("-placed_at")[:8]
print(page.render(Context({"orders": latest})))

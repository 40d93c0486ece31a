from django.conf import global_settings
from django.utils import timezone
from shop.models import Order

print("the zone now:", timezone.get_current_timezone_name())
for name in ("UTC", "America/New_York", "Pacific/Auckland"):
    with timezone.override(name):
        march = Order.objects.filter(placed_at__year=2026, placed_at__month=3)
        print(f"March in {name}:", march.count())

print("without TIME_ZONE in the settings:", global_settings.TIME_ZONE)

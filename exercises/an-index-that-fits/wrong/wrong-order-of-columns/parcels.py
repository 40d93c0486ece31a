from datetime import UTC, date, datetime, time, timedelta

from warehouse.models import Parcel


def waiting_longest(depot_id):
    """The codes of the 20 parcels that have waited longest in a depot."""
    parcels = Parcel.objects.filter(depot_id=depot_id, status="waiting").order_by("handed_in_at")
    return [parcel.code for parcel in parcels[:20]]


def delivered_on(day):
    """The codes of the parcels that were delivered on a day (UTC), such as "2026-05-20"."""
    start = datetime.combine(date.fromisoformat(day), time.min, tzinfo=UTC)
    parcels = Parcel.objects.filter(
        delivered_at__gte=start, delivered_at__lt=start + timedelta(days=1)
    )
    return sorted(parcel.code for parcel in parcels)

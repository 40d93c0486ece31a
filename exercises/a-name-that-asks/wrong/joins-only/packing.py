from slips import Slip


def packing_list():
    """A row for each order that is paid and waits to be packed, oldest first."""
    slips = (
        Slip.objects.filter(status=Slip.Status.PAID)
        .select_related("customer", "shipping_address")
        .order_by("placed_at", "pk")
    )
    return [
        {
            "slip": str(slip),
            "to": slip.destination,
            "pieces": slip.pieces,
            "contents": slip.contents,
            "insured for": slip.insured_for,
        }
        for slip in slips
    ]


def reprint(number):
    """The row of one order: a slip got wet."""
    slip = Slip.objects.get(number=number)
    return {
        "slip": str(slip),
        "to": slip.destination,
        "pieces": slip.pieces,
        "contents": slip.contents,
        "insured for": slip.insured_for,
    }

from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import transaction
from shop.models import Customer, Order


def forget_customer(customer_id):
    """Take everything out that tells who this customer is; keep what the law wants kept."""
    with transaction.atomic():
        customer = Customer.objects.select_related("user").get(pk=customer_id)
        # Nobody has to keep what was never bought.
        customer.orders.filter(status=Order.Status.DRAFT).delete()
        customer.reviews.all().delete()
        customer.addresses.filter(orders=None).delete()
        # The tax office asks for the country, and for no more.
        customer.addresses.update(street="", city="", postcode="")
        customer.name = "Deleted customer"
        customer.phone = ""
        customer.save()
        empty_account(customer.user)
        end_sessions(customer.user)
        transaction.on_commit(lambda: cache.delete(f"profile:{customer_id}"))


def empty_account(user):
    """The row stays, as the customer's does; unique fields take the key."""
    user.username = f"deleted-{user.pk}"
    user.email = f"deleted-{user.pk}@deleted.invalid"
    user.first_name = user.last_name = ""
    user.is_active = False
    user.set_unusable_password()
    user.save()


def end_sessions(user):
    """Sign the user out everywhere."""
    for session in Session.objects.all():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()

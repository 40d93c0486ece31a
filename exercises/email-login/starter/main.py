from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import IntegrityError

from tickets.models import Ticket

User = get_user_model()
author = Ticket._meta.get_field("author").related_model

print("AUTH_USER_MODEL is", settings.AUTH_USER_MODEL)
print("Tickets belong to", author._meta.label)
print("Sign in with", User.USERNAME_FIELD)

try:
    bob = User.objects.create_user(email="bob@example.com", password="sesame")
    print("create_user made", bob, "with a password like", bob.password[:14])
except TypeError as error:
    print("create_user:", error)

try:
    call_command("createsuperuser", email="ada@example.com", interactive=False, verbosity=0)
    print("createsuperuser made", User.objects.get(is_superuser=True))
except Exception as error:
    print("createsuperuser:", error)

try:
    User(email="Bob@example.com").save()
    bobs = User.objects.filter(email__iexact="bob@example.com")
    print("Bob@example.com was saved. People with that address:", bobs.count())
except IntegrityError as error:
    print("A second Bob:", error)

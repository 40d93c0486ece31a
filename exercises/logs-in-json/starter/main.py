"""Log something, and ask for a page that breaks. Change this file as you like."""

import logging

from django.conf import settings
from django.test import Client
from django.utils.log import configure_logging

# What `django.setup()` does at the start of a server.
configure_logging(settings.LOGGING_CONFIG, settings.LOGGING)

print("--- The shop says INFO")
logging.getLogger("shop.orders").info("order paid", extra={"order": 17})
print("--- A library says INFO, then WARNING")
logging.getLogger("urllib3").info("starting new connection")
logging.getLogger("urllib3").warning("connection lost")
print("--- A page breaks")
Client(raise_request_exception=False).get("/broken/")

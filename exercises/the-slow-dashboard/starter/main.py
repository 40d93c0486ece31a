"""Visits the pages. Change it as you like: Check does not look at it."""

import gc
import tracemalloc
from time import perf_counter

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

PAGES = ["/", "/packing/", "/orders/", "/stock/", "/api/orders/", "/find/?number=br-000042"]

client = Client()


def visit(path):
    with CaptureQueriesContext(connection) as queries:
        started = perf_counter()
        response = client.get(path)
        ms = (perf_counter() - started) * 1000
    print(f"{path:26}{response.status_code}{len(queries):6} queries{ms:6.0f} ms")


def download(path):
    gc.freeze()
    tracemalloc.start()
    for number, _ in enumerate(client.get(path).streaming_content):
        if number and number % 100 == 0:
            # What nobody holds any more is not in use, even when Python has not cleared it away yet.
            gc.collect()
            held = tracemalloc.get_traced_memory()[0]
            print(f"{path}: after {number} orders, {held / 1000:,.0f} kB in use")
    tracemalloc.stop()


for page in PAGES:
    visit(page)
download("/export.csv")

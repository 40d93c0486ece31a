"""One call of a graded function in the machine's own Python, on data made for it.

    native_call.py <project folder> <submission folder> <database file> <module:function> <size> <seed>

The database file is a copy of a migrated, empty one. Prints how many queries the call took.
"""

import os
import sys

project, submission, database, function, size, seed = sys.argv[1:]
sys.path[:0] = [submission, project]
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"

from django.conf import settings  # noqa: E402

settings.DATABASES["default"]["NAME"] = database

import django  # noqa: E402

django.setup()

import importlib  # noqa: E402

from django.db import connection  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from shop.seed import seed as fill  # noqa: E402

fill(size=int(size), seed=int(seed))
module, _, name = function.partition(":")
with CaptureQueriesContext(connection) as queries:
    getattr(importlib.import_module(module), name)()
print(len(queries))

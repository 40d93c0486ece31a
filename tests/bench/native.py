"""The lesson's snippet in the machine's own Python: what a terminal would make you wait for.

    native.py <project folder> <database file> prepare [<size> <seed>]
    native.py <project folder> <database file> run <script>

The database is prepared once; `run` is a fresh process that imports Django and runs the script.
"""

import os
import runpy
import sys

project, database, command, *rest = sys.argv[1:]
sys.path.insert(0, project)
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"

from django.conf import settings  # noqa: E402

settings.DATABASES["default"]["NAME"] = database

import django  # noqa: E402

django.setup()
if command == "prepare":
    from django.core.management import call_command
    from shop.seed import seed

    call_command("migrate", verbosity=0)
    if rest:
        seed(size=int(rest[0]), seed=int(rest[1]))
else:
    runpy.run_path(rest[0], run_name="__main__")

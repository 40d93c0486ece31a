"""Import, before the base snapshot is taken, what nearly every run needs.

Everything here can be imported with settings unconfigured; models, and whatever reads settings when
imported, load when a project opens. The snapshot's size and the time of a first run depend on this list.
"""

import gc
import importlib
import sys

MODULES = (
    "asgiref.sync",
    "asyncio.runners",
    "concurrent.futures.thread",
    "django.apps",
    "django.conf.locale.en.formats",
    "django.conf.urls",
    "django.contrib.auth.apps",
    "django.contrib.auth.hashers",
    "django.contrib.auth.password_validation",
    "django.contrib.contenttypes.apps",
    "django.contrib.messages.apps",
    "django.contrib.messages.middleware",
    "django.contrib.sessions.apps",
    "django.contrib.sessions.middleware",
    "django.contrib.staticfiles.apps",
    "django.core.cache.backends.locmem",
    "django.core.handlers.asgi",
    "django.core.handlers.wsgi",
    "django.core.mail",
    "django.core.management.commands.makemigrations",
    "django.core.management.commands.migrate",
    "django.core.serializers.json",
    "django.core.serializers.python",
    "django.db.backends.sqlite3.base",
    "django.db.backends.sqlite3.features",
    "django.db.backends.sqlite3.operations",
    "django.db.migrations.autodetector",
    "django.db.migrations.executor",
    "django.db.migrations.questioner",
    "django.db.migrations.writer",
    "django.db.models",
    "django.db.models.sql.compiler",
    "django.forms",
    "django.middleware.clickjacking",
    "django.middleware.common",
    "django.middleware.csrf",
    "django.middleware.security",
    "django.shortcuts",
    "django.template.context_processors",
    "django.template.defaulttags",
    "django.template.loader_tags",
    "django.template.loaders.app_directories",
    "django.template.loaders.cached",
    "django.template.loaders.filesystem",
    "django.templatetags.tz",
    "django.test",
    "django.test.client",
    "django.urls",
    "django.utils.translation.trans_real",
    "django.views.debug",
    "django.views.defaults",
    "django.views.generic",
    "harness.probes.call",
    "judge.verdict",
    "sqlite3",
)

for _name in MODULES:
    importlib.import_module(_name)


def settle() -> list[str]:
    """Make the interpreter ready to be saved; return the files that its modules came from."""
    gc.collect()
    origins = (getattr(module, "__file__", None) for module in sys.modules.values())
    return sorted(origin for origin in origins if origin)

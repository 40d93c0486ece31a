"""Hints for errors of settings, apps, imports, URLs and templates."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import AppRegistryNotReady, ImproperlyConfigured
from django.template import TemplateDoesNotExist, TemplateSyntaxError
from django.urls import NoReverseMatch

from .words import did_you_mean


def _registry(error: AppRegistryNotReady) -> str:
    return (
        "A model was used before Django had loaded all apps. Code that runs while a module is imported "
        "(an app's `__init__.py`, settings, the top of `apps.py`) must not import models: do it inside "
        "the function that needs them, or in `AppConfig.ready()`."
    )


def _configuration(error: ImproperlyConfigured) -> str | None:
    text = str(error)
    if found := re.search(r"Requested settings?,? ?(\w*),? but settings are not configured", text):
        return (
            f"Settings were read (`{found[1]}`) before Django knew which ones to use: "
            "`DJANGO_SETTINGS_MODULE` is not set, or `django.setup()` has not run."
        )
    if "SECRET_KEY setting must not be empty" in text:
        return "`SECRET_KEY` is missing from the settings, or empty: often an environment variable."
    if "does not appear to have any patterns in it" in text:
        return (
            "The URL module has no list named `urlpatterns`, or it imports itself in a circle before the "
            "list is made."
        )
    return "The settings do not fit together. The message above names the setting to look at."


def _import(error: ImportError) -> str | None:
    text = str(error)
    if "partially initialized module" in text:
        found = re.search(r"partially initialized module '([\w.]+)'", text)
        name = found[1] if found else error.name
        return (
            f"`{name}` imports a module that imports `{name}` again, before it is finished: a circular "
            "import. Move one of the two imports into the function that uses it, or what both need into "
            'a third module; a foreign key can name its model as text, `"app.Model"`.'
        )
    if isinstance(error, ModuleNotFoundError) and error.name:
        return (
            f"There is no module `{error.name}` here. Check the spelling, and that the file is part of "
            "the project; packages cannot be installed in this Python."
        )
    if found := re.match(r"cannot import name '(\w+)' from '([\w.]+)'", text):
        import sys

        module = sys.modules.get(found[2])
        return f"`{found[2]}` has no `{found[1]}`.{did_you_mean(found[1], dir(module))}"
    return None


def _circular(error: AttributeError) -> str | None:
    found = re.search(r"partially initialized module '([\w.]+)'.* has no attribute", str(error))
    return _import(ImportError(str(error))) if found else None


def _lookup(error: LookupError) -> str | None:
    text = str(error)
    if found := re.search(r"No installed app with label '([\w.]+)'\.", text):
        from django.apps import apps

        meant = did_you_mean(found[1], [each.label for each in apps.get_app_configs()])
        return f"No app `{found[1]}` is in `INSTALLED_APPS`.{meant}"
    if found := re.search(r"App '(\w+)' doesn't have a '(\w+)' model", text):
        from django.apps import apps

        names = [each.__name__ for each in apps.get_app_config(found[1]).get_models()]
        return f"The app `{found[1]}` has no model `{found[2]}`.{did_you_mean(found[2], names)}"
    return None


def _app_label(error: RuntimeError) -> str | None:
    found = re.match(r"Model class ([\w.]+) doesn't declare an explicit app_label", str(error))
    if not found:
        return None
    return (
        f"`{found[1].split('.')[-1]}` stands in a module that belongs to no app. Put it into the "
        "`models.py` of an app that is in `INSTALLED_APPS`."
    )


def _reverse(error: NoReverseMatch) -> str | None:
    text = str(error)
    if found := re.match(r"'([\w.-]+)' is not a registered namespace", text):
        return (
            f'No URLs are included under the namespace `{found[1]}`: set `app_name = "{found[1]}"` in '
            "that app's `urls.py`, and include it."
        )
    if found := re.search(r"Reverse for '([\w.:-]+)' not found", text):
        meant = did_you_mean(found[1], _url_names())
        return f'No URL is named `{found[1]}`.{meant} Names are given by `path(..., name="...")`.'
    found = re.search(
        r"Reverse for '([\w.:-]+)' with (.*) not found\. \d+ pattern\(s\) tried: (.*)", text
    )
    if found:
        return (
            f"The URL `{found[1]}` exists, but takes other arguments than it got ({found[2]}). Its "
            f"pattern is {found[3]}: give exactly those values; an empty one counts as missing."
        )
    return None


def _url_names() -> list[str]:
    from django.urls import get_resolver

    return [key for key in get_resolver().reverse_dict if isinstance(key, str)]


def _template_missing(error: TemplateDoesNotExist) -> str:
    return (
        f"No template `{error}` was found. Templates are looked for in the `templates` folder of the "
        "project and of each app in `INSTALLED_APPS`, under the path that you name: "
        "`shop/templates/shop/list.html` is `shop/list.html`."
    )


def _template_syntax(error: TemplateSyntaxError) -> str | None:
    text = str(error)
    if found := re.search(r"Invalid block tag on line (\d+): '(\w+)'(?:, expected (.*?))?\.", text):
        if found[3]:
            return (
                f"Line {found[1]} has `{{% {found[2]} %}}` where {found[3].replace(chr(39), '`')} was "
                "expected: a block before it is not closed, or the tag is misspelled."
            )
        return f"There is no tag `{found[2]}`: misspelled, or its library is not loaded with `{{% load %}}`."
    if found := re.search(r"Unclosed tag on line (\d+): '(\w+)'", text):
        return (
            f"`{{% {found[2]} %}}` of line {found[1]} is never closed: add `{{% end{found[2]} %}}`."
        )
    if found := re.search(r"Invalid filter: '(\w+)'", text):
        return f"There is no filter `{found[1]}`: misspelled, or its library is not loaded."
    if found := re.search(r"Could not parse the remainder: '(.*)' from '(.*)'", text):
        return (
            f"Templates do not understand `{found[1]}` in `{found[2]}`: they follow dots and filters, and "
            "do not call functions with arguments or calculate."
        )
    if found := re.search(r"'(\w+)' is not a registered tag library", text):
        return f"No tag library is named `{found[1]}`: it is a module in an app's `templatetags` package."
    return None


HINTS: Any = (
    (AppRegistryNotReady, _registry),
    (ImproperlyConfigured, _configuration),
    (NoReverseMatch, _reverse),
    (TemplateDoesNotExist, _template_missing),
    (TemplateSyntaxError, _template_syntax),
    (ImportError, _import),
    (AttributeError, _circular),
    (LookupError, _lookup),
    (RuntimeError, _app_label),
)

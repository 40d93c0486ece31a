"""Django's deployment checks, worked out once more where no learner code runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import UserSettingsHolder, global_settings, settings
from django.core.checks import Tags
from django.core.checks.registry import registry

# What those checks read.
READS = (
    "ALLOWED_HOSTS",
    "CSRF_COOKIE_SECURE",
    "CSRF_USE_SESSIONS",
    "DEBUG",
    "INSTALLED_APPS",
    "MIDDLEWARE",
    "SECRET_KEY",
    "SECRET_KEY_FALLBACKS",
    "SECURE_CONTENT_TYPE_NOSNIFF",
    "SECURE_CROSS_ORIGIN_OPENER_POLICY",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
    "SECURE_HSTS_PRELOAD",
    "SECURE_HSTS_SECONDS",
    "SECURE_REFERRER_POLICY",
    "SECURE_SSL_REDIRECT",
    "SESSION_COOKIE_HTTPONLY",
    "SESSION_COOKIE_SECURE",
    "SILENCED_SYSTEM_CHECKS",
    "X_FRAME_OPTIONS",
)


def security_messages(values: Mapping[str, Any]) -> dict[str, str]:
    """The id and the text of each warning that Django has about settings with these values."""
    holder = UserSettingsHolder(global_settings)
    for name in READS:
        if name in values:
            setattr(holder, name, values[name])
    before, settings._wrapped = settings._wrapped, holder
    found: dict[str, str] = {}
    try:
        for check in registry.deployment_checks:
            if Tags.security not in check.tags:
                continue
            try:
                found |= {
                    str(each.id): str(each.msg) for each in check(app_configs=None, databases=[])
                }
            except TypeError, ValueError, AttributeError:
                # A list where a text belongs, for example: the real run has said so.
                continue
    finally:
        settings._wrapped = before
    return found

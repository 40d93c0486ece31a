LOGGING = {
    "version": 1,
    "formatters": {
        "json": {"()": "config.json_logs.JsonFormatter"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "json"},
    },
    "disable_existing_loggers": False,
    "loggers": {
        # Without the handlers that Django gave it: the root has one.
        "django": {"handlers": ["console"], "propagate": False},
        "shop": {"handlers": ["console"], "level": "INFO"},
    },
}

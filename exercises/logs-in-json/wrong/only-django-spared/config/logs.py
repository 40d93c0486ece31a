LOGGING = {
    "version": 1,
    "formatters": {
        "json": {"()": "config.json_logs.JsonFormatter"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "json"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        # Without the handlers that Django gave it: the root has one.
        "django": {"handlers": [], "propagate": True},
        "shop": {"level": "INFO"},
    },
}

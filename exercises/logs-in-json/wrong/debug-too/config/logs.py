LOGGING = {
    "version": 1,
    "formatters": {
        "json": {"()": "config.json_logs.JsonFormatter"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "json"},
    },
    "disable_existing_loggers": False,
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        # Without the handlers that Django gave it: the root has one.
        "django": {"handlers": [], "propagate": True},
        "shop": {"level": "DEBUG"},
    },
}

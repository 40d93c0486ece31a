LOGGING = {
    "version": 1,
    "formatters": {
        "json": {"()": "config.json_logs.JsonFormatter"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "json"},
    },
    "disable_existing_loggers": False,
    "loggers": {"shop": {"level": "INFO"}, "django": {"level": "ERROR"}},
}

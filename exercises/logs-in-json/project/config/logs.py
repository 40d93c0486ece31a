LOGGING = {
    "version": 1,
    "formatters": {
        "json": {"()": "config.json_logs.JsonFormatter"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "json"},
    },
}

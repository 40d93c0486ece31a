import logging


def wanted(record):
    """The shop from INFO on, all others from WARNING on."""
    shop = record.name.split(".")[0] == "shop"
    return record.levelno >= (logging.INFO if shop else logging.WARNING)


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"class": "config.json_logs.JsonFormatter"}},
    "filters": {"wanted": {"()": lambda: wanted}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["wanted"]},
    },
    "loggers": {
        "": {"handlers": ["out"], "level": "INFO"},
        "django": {"handlers": []},
    },
}

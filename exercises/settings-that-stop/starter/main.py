"""Start the settings as servers do, each time with other variables. Change this file as you like."""

import importlib
import os
import sys

KNOWN = ["SECRET_KEY", "PAYMENT_TOKEN", "ALLOWED_HOSTS", "SSL_REDIRECT", "DEBUG"]
COMPLETE = {
    "SECRET_KEY": "a-long-key-of-the-first-server",
    "PAYMENT_TOKEN": "a-token",
    "ALLOWED_HOSTS": "shop.example, www.shop.example",
}


def start(module, env):
    for name in KNOWN:
        os.environ.pop(name, None)
    os.environ.update(env)
    for name in [name for name in sys.modules if name.split(".")[0] == "config"]:
        del sys.modules[name]
    print(f"{module}, with {', '.join(env) or 'nothing in the environment'}")
    try:
        settings = importlib.import_module(f"config.settings.{module}")
    except Exception as error:
        print(f"    did not start: {type(error).__name__}: {error}")
        return
    for name in ["SECRET_KEY", "ALLOWED_HOSTS", "SECURE_SSL_REDIRECT", "DEBUG"]:
        print(f"    {name} = {getattr(settings, name, None)!r}")


start("production", COMPLETE)
start("production", COMPLETE | {"SSL_REDIRECT": "False", "DEBUG": "True"})
start("production", {"PAYMENT_TOKEN": "a-token"})
start("local", {})

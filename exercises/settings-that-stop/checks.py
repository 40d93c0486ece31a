COMPLETE = {
    "SECRET_KEY": "3vK-uY8_wq0dGx5nRb72Zs-pLe41Tf9hJm6cAo_Hi8",
    "PAYMENT_TOKEN": "Tr4m-line-eleven",
    "ALLOWED_HOSTS": "shop.example.org, www.shop.example.org",
    "DEBUG": "True",
}


def check(expect):
    production = expect.settings(
        "config.settings.production",
        doing="Production was started with all its variables, and `DEBUG=True`",
        env=COMPLETE,
    )
    production.has(
        "A flag that says false is off",
        env={"SSL_REDIRECT": "False", "ALLOWED_HOSTS": "store.example.net,"},
        SECURE_SSL_REDIRECT=False,
        ALLOWED_HOSTS=["store.example.net"],
    )
    production.has(
        "Production reads each value in its right type",
        ALLOWED_HOSTS=["shop.example.org", "www.shop.example.org"],
        SECURE_SSL_REDIRECT=True,
        SECRET_KEY=COMPLETE["SECRET_KEY"],
        PAYMENT_TOKEN=COMPLETE["PAYMENT_TOKEN"],
    )
    production.has("Production does not debug, whatever the environment says", DEBUG=False)
    production.fails_without(
        "SECRET_KEY",
        "PAYMENT_TOKEN",
        "ALLOWED_HOSTS",
        title="Production does not start when a required variable is missing or empty",
        empty=["SECRET_KEY"],
    )
    production.fails_with("A typo in a flag stops the start", SSL_REDIRECT="Fasle")
    local = expect.settings(
        "config.settings.local", doing="Local was started with nothing in the environment"
    )
    local.has(
        "Local starts with what `.env` says",
        DEBUG=True,
        ALLOWED_HOSTS=["localhost", "127.0.0.1"],
        PAYMENT_TOKEN="sandbox-of-the-payment-service",
    )
    local.has(
        "The environment wins over `.env`",
        env={"ALLOWED_HOSTS": "shop.test"},
        ALLOWED_HOSTS=["shop.test"],
        DEBUG=True,
    )
    production.no_secrets_in_code("No secret stands in the code", but=["main.py"])

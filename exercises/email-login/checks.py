def check(expect):
    models = expect.models("accounts", "tickets")
    models.user_model("accounts.User", title="The project signs in with accounts.User")
    models.no_issues()
    models.field(
        "Ticket", "author", to="accounts.User", title="A ticket's author is one of those users"
    )
    models.no_field("User", "username", title="There is no username")

    bob = {"email": "bob@example.com", "password": "!"}
    models.example("User", bob)
    models.accepts(
        "User", {}, after=[{"email": "ada@example.com"}], title="Two people have two addresses"
    )
    models.refuses(
        "User",
        {"email": "Bob@Example.com"},
        by=None,
        after=[bob],
        title="The database refuses a second Bob, in capitals too",
    )
    models.invalid(
        "User",
        {"email": "BOB@example.com"},
        after=[bob],
        title="Validation says so before the database has to",
    )

    people = expect.script(
        "people.py:people",
        doing="`create_user()` and `createsuperuser --noinput` were called with e-mail and password",
        eve="a sesame for Eve",
        root="a sesame for root",
    )
    people.that(
        "create_user makes a person who can sign in",
        lambda made: right("create_user", made["eve"], False),
    )
    people.that(
        "createsuperuser works without questions",
        lambda made: right("createsuperuser", made["root"], True),
    )


def right(call, made, wanted):
    if made["error"]:
        return f"`{call}` raised {made['error']}"
    if not made["hashed"]:
        return "The password is stored as it was typed: `set_password` makes a hash of it."
    if not made["signs in"]:
        return "Signing in with that address and password does not work."
    for flag in ("is_staff", "is_superuser"):
        if made[flag] is not wanted:
            return f"`{call}` made a user with `{flag}={made[flag]}`; expected {wanted}."
    return True

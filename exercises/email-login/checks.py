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

    person = expect.script(
        "people.py:person",
        doing='`create_user(email="eve@example.com", password=...)` was called',
        email="eve@example.com",
        password="a sesame for Eve",
    )
    person.that(
        "create_user makes a person who can sign in", lambda made: right(made, "is_staff", False)
    )
    superuser = expect.script(
        "people.py:superuser",
        doing="`createsuperuser --noinput --email root@example.com` was called",
        email="root@example.com",
        password="a sesame for root",
    )
    superuser.that(
        "createsuperuser works without questions", lambda made: right(made, "is_staff", True)
    )


def right(made, flag, wanted):
    if not made["password"]:
        return "The password is not stored as a hash: `set_password` makes one."
    if not made["signs in"]:
        return "Signing in with that address and password does not work."
    if made["is_staff"] is not wanted or made["is_superuser"] is not wanted:
        return f"`is_staff` and `is_superuser` should be {wanted}."
    return True

from judge.rules import actions


def check(expect):
    flow = expect.file(".github/workflows/ci.yml")
    flow.obeys("A forgotten migration fails the build", actions.checks_migrations)
    flow.obeys(
        "A warning about the production settings fails the build",
        actions.checks_deploy("config.settings.production"),
    )
    flow.obeys("No failure is passed over", actions.failures_count)
    flow.obeys("Pull requests are tested", actions.tests_pull_requests)
    flow.obeys("Each step has the database's address", actions.env_reaches("DATABASE_URL"))
    flow.obeys("The database is waited for, and has a version", actions.service_is_ready)
    flow.obeys("The token can only read", actions.reads_only)
    flow.obeys(
        "Actions have a fixed version that still runs",
        actions.current_actions({"actions/checkout": 6, "actions/setup-python": 6}),
    )
    flow.obeys("Linting comes before the tests", actions.before("ruff", "pytest"))

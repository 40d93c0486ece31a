from judge.rules import serving

CONF = "gunicorn.conf.py"


def check(expect):
    files = expect.file(CONF, "nginx.conf")
    files.agrees(
        "The connections suffice on a large machine",
        serving.connections(least=8, most=20),
        run=CONF,
        cpus=32,
    )
    files.agrees(
        "They suffice on a small one, too", serving.connections(least=8, most=20), run=CONF, cpus=1
    )
    files.agrees(
        "`WEB_CONCURRENCY` is the number of workers",
        serving.workers_are(3),
        run=CONF,
        env={"WEB_CONCURRENCY": "3"},
        cpus=32,
    )
    files.agrees("Only nginx reaches gunicorn", serving.ONLY_NGINX, run=CONF, cpus=32)
    files.agrees(
        "nginx waits for the longest request",
        serving.waits_longest(longest=45, patience=90),
        run=CONF,
        cpus=32,
    )
    files.agrees(
        "nginx closes idle connections first", serving.KEEPS_OPEN_LONGER, run=CONF, cpus=32
    )
    files.agrees(
        "A deployment ends no request",
        serving.ends_in_time(longest=45, killed_after=60),
        run=CONF,
        cpus=32,
    )

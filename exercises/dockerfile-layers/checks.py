from judge.rules import docker, dockerignore


def check(expect):
    files = expect.file("Dockerfile", ".dockerignore")
    files.obeys("Changed code does not install the packages again", docker.packages_before_code)
    files.obeys("The version of the base image is fixed", docker.pinned_base)
    files.obeys("No secret is in a layer", docker.no_secrets)
    files.obeys("`collectstatic` has a key", docker.step_has("collectstatic", "SECRET_KEY"))
    files.obeys(
        "`.env` and `.git` stay out of the build",
        dockerignore.keeps_out(".env", ".git", ".git/config"),
        ".dockerignore",
    )
    files.obeys("The user is made by a command that is there", docker.makes_users_with_useradd)
    files.obeys("The process is not root", docker.not_root)
    files.obeys("The server hears the signal to stop", docker.exec_form)
    files.obeys("It is a server for production", docker.real_server)

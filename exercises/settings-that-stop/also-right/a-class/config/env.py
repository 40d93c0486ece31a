"""Read the environment, in which every value is text."""

import os


class Environment:
    YES, NO = {"true", "yes", "1"}, {"false", "no", "0"}

    def __getitem__(self, name):
        if value := os.environ.get(name):
            return value
        raise KeyError(name)

    def flag(self, name, default):
        value = os.environ.get(name, str(default)).lower()
        if value in self.YES | self.NO:
            return value in self.YES
        raise ValueError(f"{name} is {value!r}, and must be yes or no")

    def words(self, name):
        return list(self[name].replace(",", " ").split())


environment = Environment()


def load(path):
    for line in path.read_text().splitlines():
        if line and line[0] != "#":
            name, _, value = line.partition("=")
            os.environ[name] = os.environ.get(name, value)

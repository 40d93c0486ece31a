"""A small Django app with one relation of each kind, for the tests of recorder and findings."""

"""A learner's second file."""


def label(book):
    """Read a relation, away from the loop."""
    return book.author.name

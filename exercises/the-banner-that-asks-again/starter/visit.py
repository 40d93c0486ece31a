from start import start_page


def visit():
    """The lines of the page, without indentation and blank lines."""
    return [line.strip() for line in start_page().splitlines() if line.strip()]

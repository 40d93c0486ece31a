"""Plain words."""


def hint_for(error):
    return None

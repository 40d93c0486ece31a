import postbox


def sent():
    return list(postbox.SENT)

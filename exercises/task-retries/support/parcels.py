import postbox
import tasks


def leave(number):
    tasks.announce_parcel.delay(number)


def mails():
    return list(postbox.SENT)

from smtplib import SMTPServerDisconnected

import lab
import postbox
from tasks import announce_parcel

announce_parcel.delay(1)
postbox.TROUBLE = [ConnectionRefusedError("connection refused") for _ in range(12)]
lab.work()

print()
announce_parcel.delay(2)
postbox.TROUBLE = [SMTPServerDisconnected("connection closed") for _ in range(12)]
lab.work()

print()
print("Mails:", postbox.SENT)

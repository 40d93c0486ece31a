"""What the release job does: `manage.py check --deploy`, with the settings of production."""

import os

from django.conf import Settings, settings
from django.core.management import call_command

os.environ["SECRET_KEY"] = "kX3-vT9qLw7_mB2zRf8Yd4-Hs6nJp1cGu5Ea0Qi-oW-Zt4Vb9Ly"

# A process of its own would have nothing but these settings.
settings._wrapped = Settings("config.settings")
call_command("check", deploy=True)

"""Your own machine."""

from pathlib import Path

import os

from config import env

os.environ.setdefault("SECRET_KEY", "development-key-of-the-team")
env.load(Path(__file__).parents[2] / ".env")

from .base import *

DEBUG = True

"""The servers."""

from config import env

from .base import *

DEBUG = env.flag("DEBUG", default=False)

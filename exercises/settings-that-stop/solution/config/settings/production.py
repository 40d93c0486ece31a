"""The servers."""

from .base import *

DEBUG = False

"""Your own machine."""

from .base import *

DEBUG = True

"""Your own machine."""

from .base import *

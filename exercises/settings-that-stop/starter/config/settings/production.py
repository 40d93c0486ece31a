"""The servers."""

from .base import *

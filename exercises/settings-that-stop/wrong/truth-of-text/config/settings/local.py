"""Your own machine."""

from pathlib import Path

from config import env

env.load(Path(__file__).parents[2] / ".env")

from .base import *

DEBUG = True

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

NEW_YORK = ZoneInfo("America/New_York")

# On March 8, 2026, the clocks go forward at two in the morning.
midnight = datetime(2026, 3, 8, tzinfo=NEW_YORK)
tomorrow = midnight + timedelta(days=1)
later = (midnight.astimezone(UTC) + timedelta(hours=24)).astimezone(NEW_YORK)

print("a day later on the calendar:", tomorrow)
print("24 hours later:", later)
print("subtracted:", tomorrow - midnight)
print("subtracted in UTC:", tomorrow.astimezone(UTC) - midnight.astimezone(UTC))

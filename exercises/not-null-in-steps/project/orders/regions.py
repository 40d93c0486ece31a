"""Which country lies in which region."""

EUROPE = ["AT", "BE", "DE", "ES", "FR", "IT", "NL", "PL", "PT", "SE"]


def region_of(country):
    return "EU" if country in EUROPE else "WW"

"""The words that the seed data is made of. All people and products are made up."""

GIVEN_NAMES = (
    "Amara", "Anneke", "Aylin", "Bao", "Camila", "Chidi", "Dariusz", "Divya", "Elif", "Emeka",
    "Farah", "Freya", "Giulia", "Hana", "Hiro", "Ines", "Ivan", "Jamal", "Jun", "Kaia",
    "Kofi", "Lars", "Leila", "Lucía", "Mateo", "Mei", "Nadia", "Niamh", "Noah", "Olu",
    "Oskar", "Priya", "Rafael", "Rosa", "Sanna", "Sofía", "Tariq", "Thandiwe", "Tomás", "Yuki",
)  # fmt: skip

FAMILY_NAMES = (
    "Abebe", "Andersson", "Bauer", "Bianchi", "Castro", "Chen", "Demir", "Diallo", "Dubois",
    "Eze", "Fernández", "Fischer", "Garcia", "Haddad", "Hansen", "Ito", "Jansen", "Kaya",
    "Khan", "Kim", "Kowalska", "Lindqvist", "Mbeki", "Moreau", "Murphy", "Nakamura", "Nguyen",
    "Novak", "Okafor", "Oliveira", "Patel", "Petrov", "Rahman", "Rossi", "Santos", "Sato",
    "Silva", "Singh", "Tanaka", "Virtanen",
)  # fmt: skip

PLACES = (
    ("Lagos", "NG"), ("Utrecht", "NL"), ("Osaka", "JP"), ("Porto", "PT"), ("Bologna", "IT"),
    ("Malmö", "SE"), ("Pune", "IN"), ("Izmir", "TR"), ("Kraków", "PL"), ("Galway", "IE"),
    ("Valencia", "ES"), ("Montréal", "CA"), ("Portland", "US"), ("Curitiba", "BR"),
    ("Busan", "KR"), ("Leipzig", "DE"), ("Lyon", "FR"), ("Hobart", "AU"),
)  # fmt: skip

STREETS = (
    "Canal Street", "Garden Lane", "Harbor Road", "Hill Street", "Library Square", "Mill Lane",
    "Orchard Road", "River Walk", "School Street", "Station Road",
)  # fmt: skip

# Root category -> child category -> what is sold there.
CATALOG = {
    "Kitchen": {
        "Cookware": ("Skillet", "Saucepan", "Wok", "Roasting tin"),
        "Tableware": ("Dinner plate", "Soup bowl", "Mug", "Water glass"),
        "Coffee and tea": ("Kettle", "Teapot", "Coffee grinder", "Pour-over stand"),
    },
    "Living": {
        "Lighting": ("Desk lamp", "Floor lamp", "Pendant light", "Lantern"),
        "Textiles": ("Wool throw", "Cushion", "Linen curtain", "Rug"),
        "Storage": ("Basket", "Wall shelf", "Coat rack", "Crate"),
    },
    "Garden": {
        "Tools": ("Hand trowel", "Pruning shears", "Rake", "Watering can"),
        "Plants": ("Olive tree", "Fern", "Herb set", "Lavender"),
    },
    "Work": {
        "Stationery": ("Notebook", "Fountain pen", "Ruler", "Desk calendar"),
        "Bags": ("Backpack", "Tote bag", "Laptop sleeve", "Pencil case"),
    },
}

STYLES = (
    "Classic", "Nordic", "Compact", "Everyday", "Handmade", "Large", "Small", "Deluxe", "Plain",
    "Studio", "Travel", "Heritage",
)  # fmt: skip

TAGS = ("new", "bestseller", "sale", "recycled", "fair trade", "limited", "gift idea", "local")

OPINIONS = {
    1: ("Arrived broken, and the refund took weeks.", "Not what the picture shows."),
    2: ("Works, but feels cheap.", "Smaller than I had hoped."),
    3: ("Does what it should, no more.", "Good, once I had fixed the handle."),
    4: ("Solid, and it looks good.", "Would buy it again at this price."),
    5: ("I use it every day.", "Bought a second one as a gift.", "Simply well made."),
}

NAMES = [
    "Grace Hopper",
    "Ludwig van Beethoven",
    "Aristotle",
    "Maria Salomea Sklodowska Curie",
    "Jean-Luc Picard",
    "",
    *(f"Customer Number {number}" for number in range(20)),
]
LATER = [
    {"given_name": "Simone", "family_name": "de Beauvoir"},
    {"given_name": "Platon", "family_name": ""},
]


def check(expect):
    crm = expect.migration("crm", after="0001_initial", sqlite=True)
    crm.rows("Customer", [{"name": name} for name in NAMES])
    crm.late_rows("Customer", LATER, after="0004_one_name_less", state="0004_one_name_less")
    crm.no_drift()
    crm.runs(f"{len(NAMES)} customers", title="It runs, whatever the models are by now")
    crm.gives(
        "Customer",
        lambda row: split(row["name"]),
        after="0003_split_names",
        title="Every name is split in two",
    )
    crm.undone(
        "Customer",
        later=joined,
        title="Going back brings the names back, also those that came later",
    )
    crm.repeats(
        "Customer", "given_name", "family_name", title="Forward again splits them as before"
    )


def split(name):
    given, _, family = name.partition(" ")
    return {"given_name": given, "family_name": family}


def joined(row):
    """What rows that came later are called: the two of LATER, after those of NAMES."""
    later = LATER[row["id"] - len(NAMES) - 1]
    return {"name": f"{later['given_name']} {later['family_name']}".strip()}

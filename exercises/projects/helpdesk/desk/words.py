"""The words that the seed data is made of. All people are made up."""

AGENTS = ("Ama", "Bjarne", "Chiara", "Deniz", "Esra", "Filip", "Grace", "Hugo")

GIVEN_NAMES = (
    "Amara", "Anneke", "Aylin", "Bao", "Camila", "Chidi", "Dariusz", "Divya", "Elif", "Emeka",
    "Farah", "Freya", "Giulia", "Hana", "Hiro", "Ines", "Ivan", "Jamal", "Jun", "Kaia",
    "Kofi", "Lars", "Leila", "Lucia", "Mateo", "Mei", "Nadia", "Niamh", "Noah", "Olu",
)  # fmt: skip

FAMILY_NAMES = (
    "Abebe", "Andersson", "Bauer", "Bianchi", "Castro", "Chen", "Demir", "Diallo", "Dubois",
    "Eze", "Fischer", "Garcia", "Haddad", "Hansen", "Ito", "Jansen", "Kaya", "Khan", "Kim",
    "Kowalska", "Lindqvist", "Mbeki", "Moreau", "Murphy", "Nakamura", "Nguyen", "Novak", "Okafor",
)  # fmt: skip

SUBJECTS = (
    "Cannot sign in", "Invoice is wrong", "Where is my parcel?", "Password reset never arrives",
    "Charged twice", "App crashes on start", "Change of address", "Refund for a broken lamp",
    "Export has no header", "Delete my account",
)  # fmt: skip

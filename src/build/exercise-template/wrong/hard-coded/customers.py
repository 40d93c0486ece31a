def order_counts():
    return [("Ada Lovelace", 3)]

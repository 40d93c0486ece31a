from catalog import change_price, product_card

print("France: ", product_card(3, "FR"))
print("Germany:", product_card(3, "DE"))

change_price(3, "42.00")
print("France, after a new price:", product_card(3, "FR"))

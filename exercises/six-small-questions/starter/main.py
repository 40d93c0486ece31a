from desk import first_page, has_drafts, how_many_paid, newest, on_their_way, packing_list

print("Drafts:", has_drafts())
print("Paid:", how_many_paid())
print("To pack:", packing_list("paid"))
print("On their way:", on_their_way())
print("Newest:", newest(3))
print("Page:", first_page("delivered"))

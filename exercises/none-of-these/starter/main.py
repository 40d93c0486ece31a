from none import asked_first, by_list, by_queryset, nobody_paid, not_to_germany, nothing_in_it

for function in (nothing_in_it, asked_first, by_list, by_queryset, not_to_germany, nobody_paid):
    function()

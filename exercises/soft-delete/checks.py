def check(expect):
    tried = expect.script("trash.py:tried", doing="Six articles were written and deleted")

    def demand(title, key, expected, words):
        def rule(value):
            return value[key] == expected or f"{words}: expected {expected!r}, got {value[key]!r}."

        tried.that(title, rule)

    demand("Deleting an article keeps its row", "rows after one", 6, "Rows in the table")
    demand("Deleting a queryset keeps the rows", "rows after some", 6, "Rows in the table")
    demand("The comments of deleted articles stay", "comments", 3, "Comments in the table")
    demand("deleted_at says when", "dated", 3, "Rows with a date")
    demand("Article.objects shows the living", "living", ["four", "five", "six"], "Slugs shown")
    demand("Article.everything shows all rows", "everything", 6, "Rows shown")
    demand("The default manager hides nothing: dumps are whole", "dumped", 6, "Rows in a dump")
    demand("A comment finds its deleted article", "parent", "one", "The article of a comment")
    demand("The slug of a deleted article is free", "reused", "", "Writing a second “one”")
    demand(
        "Two living articles cannot share a slug, says the database",
        "refused by the database",
        "IntegrityError",
        "Creating a second “six”",
    )
    demand(
        "full_clean() says so, too",
        "refused by validation",
        "ValidationError",
        "Validating a second “six”",
    )
    demand("full_clean() lets the slug of a deleted one pass", "clean", "", "Validating “two”")
    demand("restore() brings an article back", "restored", True, "“three” is among the living")
    demand("hard_delete() really deletes", "rows after hard", 6, "Rows in the table")
    demand(
        "A manager has no delete(): one slip would empty the handbook",
        "managers that delete",
        [],
        "Managers with delete()",
    )

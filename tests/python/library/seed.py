"""Data for the tests: a dozen of books, with everything that can hang on one."""

from .models import (
    Author,
    Book,
    Club,
    Comment,
    Country,
    Magazine,
    Membership,
    Note,
    Profile,
    Publisher,
    Review,
    Tag,
)

BOOKS = 12


def seed():
    """Fill the empty tables."""
    country = [Country.objects.create(name=f"Country {n}") for n in range(3)]
    publisher = [Publisher.objects.create(name=f"P{n}", country=country[n]) for n in range(3)]
    tags = [Tag.objects.create(name=f"tag {n}") for n in range(4)]
    author = None
    authors = []
    for n in range(BOOKS):
        author = Author.objects.create(name=f"Author {n}", bio=f"Bio {n}", mentor=author)
        Profile.objects.create(author=author, site=f"site {n}")
        authors.append(author)
    for n in range(BOOKS):
        book = Book.objects.create(
            title=f"Book {n}",
            isbn=f"i{n}",
            author=authors[n],
            publisher=publisher[n % 3],
            published=n % 4 != 0,
        )
        book.tags.set(tags[n % 3 :])
        for stars in range(3):
            Review.objects.create(book=book, reader=authors[(n + stars) % BOOKS], stars=stars)
        for hidden in (True, False):
            Note.objects.create(book=book, text=f"note {n}", hidden=hidden)
        Comment.objects.create(text=f"on book {n}", target=book)
    for n in range(4):
        Comment.objects.create(text=f"on author {n}", target=authors[n])
        club = Club.objects.create(name=f"Club {n}")
        for member in authors[n : n + 3]:
            Membership.objects.create(club=club, member=member, since=2000 + n)
        Magazine.objects.create(
            title=f"Magazine {n}", isbn=f"m{n}", author=authors[n], publisher=publisher[0], issue=n
        )

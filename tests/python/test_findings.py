"""The detector, by a table of cases: what it finds, and that the cures it proposes work.

In a case's source, `<>` marks the queryset that a cure is to be added to. The slow code runs
without it; then the cure that the finding proposes is put there literally, and the finding must be
gone while the output stays the same. Cures that change more than a queryset come with the cured
source, which must contain the proposed code.
"""

from dataclasses import dataclass, field

import pytest

PREAMBLE = """\
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import Count, F, Prefetch, Q, Sum, prefetch_related_objects
from library.models import *
"""
BEFORE = PREAMBLE.count("\n")


@dataclass
class Found:
    """A case in which there is something to find. Lines count from 1 in the case's source."""

    name: str
    source: str
    line: int
    count: int
    cure: str | None
    relation: str | None = None
    origin: int | None = None
    kind: str = "n_plus_one"
    cured: str | None = None
    says: str = ""
    file: str = "main.py"
    others: tuple[str | None, ...] = ()
    templates: dict[str, str] = field(default_factory=dict)


# fmt: off
FOUND = [
    Found(
        "foreign key",
        "for book in Book.objects.all()<>:\n    print(book.author.name)",
        line=2, count=16, relation="Book.author", origin=1, cure='select_related("author")',
        says="Line 5 fired 16 queries, one for each Book: `book.author` was not loaded with the "
        'books. Add select_related("author") to the queryset at line 4.',
    ),
    Found(
        "nullable foreign key",
        "for book in Book.objects.order_by('pk')<>:\n    print(book.publisher.name)",
        line=2, count=16, relation="Book.publisher", cure='select_related("publisher")',
    ),
    Found(
        "foreign key of a foreign key",
        "for book in Book.objects.select_related('publisher')<>:\n    print(book.publisher.country.name)",
        line=2, count=16, relation="Publisher.country", origin=1,
        cure='select_related("publisher__country")',
    ),
    Found(
        "both of two foreign keys in a row",
        "for book in Book.objects.all()<>:\n    print(book.publisher.country.name)",
        line=2, count=16, relation="Publisher.country", origin=1,
        cure='select_related("publisher__country")', others=('select_related("publisher")',),
    ),
    Found(
        "reverse foreign key",
        "for book in Book.objects.all()<>:\n    print([r.stars for r in book.review_set.all()])",
        line=2, count=16, relation="Book.review_set", cure='prefetch_related("review_set")',
    ),
    Found(
        "reverse foreign key with a related name",
        "for author in Author.objects.all()<>:\n    print(len(author.books.all()))",
        line=2, count=12, relation="Author.books", cure='prefetch_related("books")',
    ),
    Found(
        "nested: foreign key of a reverse foreign key",
        "for book in Book.objects.all()<>:\n"
        "    for review in book.review_set.all():\n"
        "        print(review.reader.name)",
        line=3, count=36, relation="Review.reader", origin=1,
        cure='prefetch_related("review_set__reader")', others=('prefetch_related("review_set")',),
    ),
    Found(
        "foreign key of what was prefetched",
        "for book in Book.objects.prefetch_related('review_set')<>:\n"
        "    for review in book.review_set.all():\n"
        "        print(review.reader.name)",
        line=3, count=36, relation="Review.reader", origin=1,
        cure='prefetch_related("review_set__reader")',
    ),
    Found(
        "foreign key of what was prefetched into an attribute",
        "books = Book.objects.prefetch_related(Prefetch('review_set', to_attr='some'))<>\n"
        "for book in books:\n"
        "    for review in book.some:\n"
        "        print(review.reader.name)",
        line=4, count=36, relation="Review.reader", origin=1,
        cure='prefetch_related("some__reader")',
    ),
    Found(
        "foreign key of a single instance's children",
        "author = Author.objects.get(pk=1)\n"
        "for book in author.books.all()<>:\n"
        "    print(book.publisher.name)",
        line=3, count=2, relation=None, cure=None, kind="none",
    ),
    Found(
        "foreign key of one book's reviews",
        "book = Book.objects.get(pk=1)\n"
        "for review in book.review_set.all()<>:\n"
        "    print(review.reader.name)",
        line=3, count=3, relation="Review.reader", origin=2, cure='select_related("reader")',
    ),
    Found(
        "one-to-one, forward",
        "for profile in Profile.objects.all()<>:\n    print(profile.author.name)",
        line=2, count=12, relation="Profile.author", cure='select_related("author")',
    ),
    Found(
        "one-to-one, reverse",
        "for author in Author.objects.all()<>:\n    print(author.profile.site)",
        line=2, count=12, relation="Author.profile", cure='select_related("profile")',
    ),
    Found(
        "one-to-one, reverse, tried by hasattr",
        "for author in Author.objects.all()<>:\n    print(hasattr(author, 'profile'))",
        line=2, count=12, relation="Author.profile", cure='select_related("profile")',
    ),
    Found(
        "many-to-many, forward",
        "for book in Book.objects.all()<>:\n    print([tag.name for tag in book.tags.all()])",
        line=2, count=16, relation="Book.tags", cure='prefetch_related("tags")',
    ),
    Found(
        "many-to-many, reverse",
        "for tag in Tag.objects.all()<>:\n    print([book.title for book in tag.books.all()])",
        line=2, count=4, relation="Tag.books", cure='prefetch_related("books")',
    ),
    Found(
        "many-to-many with a model between",
        "for club in Club.objects.all()<>:\n    print([each.name for each in club.members.all()])",
        line=2, count=4, relation="Club.members", cure='prefetch_related("members")',
    ),
    Found(
        "the model between",
        "for club in Club.objects.all()<>:\n"
        "    print([each.member.name for each in club.membership_set.all()])",
        line=2, count=12, relation="Membership.member", origin=1,
        cure='prefetch_related("membership_set__member")',
        others=('prefetch_related("membership_set")',),
    ),
    Found(
        "generic foreign key",
        "for comment in Comment.objects.all()<>:\n    print(comment.target.pk)",
        line=2, count=16, relation="Comment.target", cure='prefetch_related("target")',
    ),
    Found(
        "foreign key beyond a generic one",
        "for comment in Comment.objects.filter(text__startswith='on book').prefetch_related('target')<>:\n"
        "    print(comment.target.publisher.name)",
        line=2, count=12, relation="Book.publisher",
        cure='prefetch_related(None).prefetch_related(GenericPrefetch("target", [Book.objects.select_related("publisher")]))',
    ),
    Found(
        "generic relation",
        "for book in Book.objects.all()<>:\n    print([each.text for each in book.comments.all()])",
        line=2, count=16, relation="Book.comments", cure='prefetch_related("comments")',
    ),
    Found(
        "self-referential foreign key",
        "for author in Author.objects.all()<>:\n    print(author.mentor and author.mentor.name)",
        line=2, count=11, relation="Author.mentor", cure='select_related("mentor")',
    ),
    Found(
        "self-referential, backwards",
        "for author in Author.objects.all()<>:\n    print([each.name for each in author.pupils.all()])",
        line=2, count=12, relation="Author.pupils", cure='prefetch_related("pupils")',
    ),
    Found(
        "inherited foreign key",
        "for magazine in Magazine.objects.all()<>:\n    print(magazine.author.name)",
        line=2, count=4, relation="Book.author", cure='select_related("author")',
    ),
    Found(
        "from parent to child of an inherited model",
        "for book in Book.objects.filter(magazine__isnull=False)<>:\n    print(book.magazine.issue)",
        line=2, count=4, relation="Book.magazine", cure='select_related("magazine")',
    ),
    Found(
        "in a template",
        "from django.template.loader import render_to_string\n"
        "books = Book.objects.all()<>\n"
        "print(render_to_string('books.html', {'books': books}))",
        line=2, count=16, relation="Book.author", origin=2, cure='select_related("author")',
        file="books.html",
        templates={"books.html": "{% for book in books %}\n{{ book.author.name }}\n{% endfor %}"},
        says="Line 2 of books.html fired 16 queries, one for each Book: `book.author` was not "
        'loaded with the books. Add select_related("author") to the queryset at line 5 of main.py.',
    ),
    Found(
        "a loop in a loop of a template",
        "from django.template.loader import render_to_string\n"
        "books = Book.objects.all()<>\n"
        "print(render_to_string('books.html', {'books': books}))",
        line=3, count=36, relation="Review.reader", origin=2,
        cure='prefetch_related("review_set__reader")', others=('prefetch_related("review_set")',),
        file="books.html",
        templates={
            "books.html": "{% for book in books %}\n{% for review in book.review_set.all %}\n"
            "{{ review.reader }}{% endfor %}{% endfor %}"
        },
    ),
    Found(
        "in a property",
        "for book in Book.objects.all()<>:\n    print(book.byline)",
        line=71, count=16, relation="Book.author", origin=1, cure='select_related("author")',
        file="models.py",
    ),
    Found(
        "in a method",
        "for book in Book.objects.all()<>:\n    print(book.country())",
        line=74, count=16, relation="Publisher.country", cure='select_related("publisher__country")',
        others=('select_related("publisher")',), file="models.py",
    ),
    Found(
        "in __str__",
        "print(*Book.objects.all()<>, sep=', ')",
        line=67, count=16, relation="Book.author", origin=1, cure='select_related("author")',
        file="models.py",
    ),
    Found(
        "nested serializer",
        "from library.serializers import NestedSerializer\n"
        "books = Book.objects.all()<>\n"
        "print(NestedSerializer(books, many=True).data)",
        line=3, count=16, relation="Book.author", origin=2, cure='select_related("author")',
    ),
    Found(
        "nested serializer over many",
        "from library.serializers import ReviewedSerializer\n"
        "books = Book.objects.all()<>\n"
        "print(ReviewedSerializer(books, many=True).data)",
        line=3, count=16, relation="Book.review_set", origin=2,
        cure='prefetch_related("review_set")',
    ),
    Found(
        "serializer method",
        "from library.serializers import MethodSerializer\n"
        "books = Book.objects.all()<>\n"
        "print(MethodSerializer(books, many=True).data)",
        line=30, count=16, relation="Book.author", origin=2, cure='select_related("author")',
        file="serializers.py",
    ),
    Found(
        "slug field of a serializer",
        "from library.serializers import SlugSerializer\n"
        "books = Book.objects.all()<>\n"
        "print(SlugSerializer(books, many=True).data)",
        line=3, count=16, relation="Book.tags", origin=2, cure='prefetch_related("tags")',
    ),
    Found(
        "list comprehension",
        "print([book.author.name for book in Book.objects.all()<>])",
        line=1, count=16, relation="Book.author", origin=1, cure='select_related("author")',
    ),
    Found(
        "generator",
        "print(', '.join(book.author.name for book in Book.objects.all()<>))",
        line=1, count=16, relation="Book.author", origin=1, cure='select_related("author")',
    ),
    Found(
        "function in another file",
        "from library.labels import label\nfor book in Book.objects.all()<>:\n    print(label(book))",
        line=6, count=16, relation="Book.author", origin=2, cure='select_related("author")',
        file="labels.py",
    ),
    Found(
        "queryset made in a function",
        "def books():\n    return Book.objects.all()<>\nfor book in books():\n    print(book.author.name)",
        line=4, count=16, relation="Book.author", origin=2, cure='select_related("author")',
    ),
    Found(
        "custom manager",
        "for book in Book.in_print.all()<>:\n    print(book.author.name)",
        line=2, count=13, relation="Book.author", origin=1, cure='select_related("author")',
    ),
    Found(
        "relation to a model whose manager filters",
        "for book in Book.objects.all()<>:\n    print([note.text for note in book.notes.all()])",
        line=2, count=16, relation="Book.notes", cure='prefetch_related("notes")',
    ),
    Found(
        "slice",
        "for book in Book.objects.order_by('pk')[:5]<>:\n    print(book.author.name)",
        line=2, count=5, relation="Book.author", cure='select_related("author")',
    ),
    Found(
        "iterator, single",
        "for book in Book.objects<>.iterator():\n    print(book.author.name)",
        line=2, count=16, relation="Book.author", cure='select_related("author")',
    ),
    Found(
        "iterator, many",
        "for book in Book.objects<>.iterator(chunk_size=100):\n    print(len(book.tags.all()))",
        line=2, count=16, relation="Book.tags", cure='prefetch_related("tags")',
        says="and give iterator() a chunk_size",
    ),
    Found(
        "raw SQL",
        "for book in Book.objects.raw('SELECT * FROM library_book')<>:\n    print(book.author.name)",
        line=2, count=16, relation="Book.author", cure='prefetch_related("author")',
    ),
    Found(
        "union",
        "books = list(Book.objects.filter(pk__lt=5).union(Book.objects.filter(pk__gt=8)))\n"
        "for book in books:\n    print(book.author.name)",
        line=3, count=12, relation="Book.author", cure=None, says="prefetch_related_objects(",
        cured="books = list(Book.objects.filter(pk__lt=5).union(Book.objects.filter(pk__gt=8)))\n"
        "prefetch_related_objects(books, 'author')\n"
        "for book in books:\n    print(book.author.name)",
    ),
    Found(
        "get in a loop, and a foreign key of each",
        "for pk in Book.objects.values_list('pk', flat=True):\n"
        "    book = Book.objects<>.get(pk=pk)\n"
        "    print(book.author.name)",
        line=3, count=16, relation="Book.author", origin=2, cure='select_related("author")',
        others=("in_bulk(ids)",),
    ),
    Found(
        "filter on a relation",
        "for book in Book.objects.all():\n"
        "    print([tag.name for tag in book.tags.filter(name='tag 1')])",
        line=2, count=16, relation="Book.tags", cure=None, says="to_attr",
        cured="tags = Prefetch('tags', queryset=Tag.objects.filter(name='tag 1'), to_attr='some')\n"
        "for book in Book.objects.prefetch_related(tags):\n"
        "    print([tag.name for tag in book.some])",
    ),
    Found(
        "filter on a prefetched relation",
        "for book in Book.objects.prefetch_related('tags'):\n"
        "    print([tag.name for tag in book.tags.filter(name='tag 1')])",
        line=2, count=16, relation="Book.tags", cure=None, says="was prefetched, but",
        cured="for book in Book.objects.prefetch_related('tags'):\n"
        "    print([tag.name for tag in book.tags.all() if tag.name == 'tag 1'])",
    ),
    Found(
        "first of a relation",
        "for author in Author.objects.all():\n    print(author.books.first().title)",
        line=2, count=12, relation="Author.books", cure=None, says="first()",
        cured="first = Prefetch('books', queryset=Book.objects.order_by('pk')[:1], to_attr='some')\n"
        "for author in Author.objects.prefetch_related(first):\n    print(author.some[0].title)",
    ),
    Found(
        "count of a relation",
        "for book in Book.objects.all()<>:\n    print(book.tags.count())",
        line=2, count=16, relation="Book.tags", cure='prefetch_related("tags")',
    ),
    Found(
        "existence of a relation",
        "for author in Author.objects.all()<>:\n    print(author.books.exists())",
        line=2, count=12, relation="Author.books", cure='prefetch_related("books")',
    ),
    Found(
        "asynchronous iteration",
        "import asyncio\n"
        "async def main():\n"
        "    async for book in Book.objects.all()<>:\n"
        "        async for tag in book.tags.all():\n"
        "            print(tag.name)\n"
        "asyncio.run(main())",
        line=4, count=16, relation="Book.tags", origin=3, cure='prefetch_related("tags")',
    ),
    Found(
        "left-out field",
        "for book in Book.objects.only('title')<>:\n    print(book.blurb)",
        line=2, count=16, kind="deferred_load", origin=1, cure='only("title", "blurb")',
        says='the field "blurb" was left out',
    ),
    Found(
        "deferred field",
        "for book in Book.objects.defer('blurb', 'isbn')<>:\n    print(book.blurb)",
        line=2, count=16, kind="deferred_load", cure='defer(None).defer("isbn")',
    ),
    Found(
        "left-out field of a joined model",
        "for book in Book.objects.select_related('author').only('title', 'author__name')<>:\n"
        "    print(book.author.bio)",
        line=2, count=16, kind="deferred_load", cure='only("author__name", "title", "author__bio")',
    ),
    Found(
        "left-out foreign key",
        "for book in Book.objects.only('title')<>:\n    print(book.author.name)",
        line=2, count=16, relation="Book.author",
        cure='only("title", "author").select_related("author")', others=('only("title", "author")',),
    ),
    Found(
        "prefetch without its own foreign key",
        "reviews = Review.objects.only('stars')<>\n"
        "for book in Book.objects.prefetch_related(Prefetch('review_set', queryset=reviews)):\n"
        "    print([review.stars for review in book.review_set.all()])",
        line=2, count=36, kind="deferred_load", origin=1, cure='only("stars", "book")',
        says='of the Prefetch for "review_set"',
    ),
    Found(
        "get in a loop",
        "pks = list(Book.objects.values_list('pk', flat=True))\n"
        "for pk in pks:\n    print(Book.objects.get(pk=pk).title)",
        line=3, count=16, kind="query_in_loop", cure="in_bulk(ids)",
        cured="ids = list(Book.objects.values_list('pk', flat=True))\n"
        "books = Book.objects.in_bulk(ids)\n"
        "for pk in ids:\n    print(books[pk].title)",
    ),
    Found(
        "get by a unique field in a loop",
        "isbns = [f'i{n}' for n in range(12)]\n"
        "for isbn in isbns:\n    print(Book.objects.get(isbn=isbn).title)",
        line=3, count=12, kind="query_in_loop", cure='in_bulk(isbns, field_name="isbn")',
        cured="isbns = [f'i{n}' for n in range(12)]\n"
        'books = Book.objects.in_bulk(isbns, field_name="isbn")\n'
        "for isbn in isbns:\n    print(books[isbn].title)",
    ),
    Found(
        "filter in a loop",
        "for author in Author.objects.order_by('pk'):\n"
        "    print([book.title for book in Book.objects.filter(author=author)])",
        line=2, count=12, kind="query_in_loop", cure="filter(author__in=authors)",
        cured="authors = Author.objects.order_by('pk')\n"
        "books = list(Book.objects.filter(author__in=authors))\n"
        "for author in authors:\n"
        "    print([book.title for book in books if book.author_id == author.pk])",
    ),
    Found(
        "count in a loop",
        "for author in Author.objects.order_by('pk'):\n"
        "    print(Book.objects.filter(author=author).count())",
        line=2, count=12, kind="query_in_loop",
        cure='values("author").annotate(number=Count("pk"))',
        cured='rows = Book.objects.values("author").annotate(number=Count("pk"))\n'
        "numbers = {row['author']: row['number'] for row in rows}\n"
        "for author in Author.objects.order_by('pk'):\n    print(numbers.get(author.pk, 0))",
    ),
    Found(
        "exists in a loop",
        "isbns = [f'i{n}' for n in range(20)]\n"
        "for isbn in isbns:\n    print(Book.objects.filter(isbn=isbn).exists())",
        line=3, count=20, kind="query_in_loop",
        cure='filter(isbn__in=isbns).values_list("isbn", flat=True)',
        cured="isbns = [f'i{n}' for n in range(20)]\n"
        'known = set(Book.objects.filter(isbn__in=isbns).values_list("isbn", flat=True))\n'
        "for isbn in isbns:\n    print(isbn in known)",
    ),
    Found(
        "first in a loop",
        "for author in Author.objects.order_by('pk'):\n"
        "    print(Book.objects.filter(author=author).order_by('pk').first().title)",
        line=2, count=12, kind="query_in_loop", cure="filter(author__in=authors)",
        cured="authors = list(Author.objects.order_by('pk'))\n"
        "first = {}\n"
        "for book in Book.objects.filter(author__in=authors).order_by('pk'):\n"
        "    first.setdefault(book.author_id, book)\n"
        "for author in authors:\n    print(first[author.pk].title)",
    ),
    Found(
        "the same question in a loop",
        "for book in Book.objects.all():\n    print(Author.objects.filter(name='x').count())",
        line=2, count=16, kind="query_in_loop", cure=None, says="ask once before the loop",
        cured="number = Author.objects.filter(name='x').count()\n"
        "for book in Book.objects.all():\n    print(number)",
    ),
    Found(
        "save in a loop",
        "for book in Book.objects.all():\n    book.title = 'x'\n    book.save()\n"
        "print(Book.objects.filter(title='x').count())",
        line=3, count=16, kind="query_in_loop", cure="bulk_update(objects, fields)",
        cured="objects, fields = list(Book.objects.all()), ['title']\n"
        "for book in objects:\n    book.title = 'x'\n"
        "Book.objects.bulk_update(objects, fields)\n"
        "print(Book.objects.filter(title='x').count())",
    ),
    Found(
        "create in a loop",
        "names = [f'n{n}' for n in range(10)]\n"
        "for name in names:\n    Tag.objects.create(name=name)\nprint(Tag.objects.count())",
        line=3, count=10, kind="query_in_loop", cure="bulk_create(objects)",
        cured="objects = [Tag(name=f'n{n}') for n in range(10)]\n"
        "Tag.objects.bulk_create(objects)\nprint(Tag.objects.count())",
    ),
    Found(
        "create on a relation in a loop",
        "author = Author.objects.get(pk=1)\n"
        "numbers = list(range(100, 110))\n"
        "for n in numbers:\n    author.books.create(title='x', isbn=n)\nprint(Book.objects.count())",
        line=4, count=10, kind="query_in_loop", relation="Author.books", cure="bulk_create(objects)",
        cured="author = Author.objects.get(pk=1)\n"
        "objects = [Book(title='x', isbn=n, author=author) for n in range(100, 110)]\n"
        "Book.objects.bulk_create(objects)\nprint(Book.objects.count())",
    ),
    Found(
        "update of one row in a loop",
        "ids = list(Book.objects.values_list('pk', flat=True))\n"
        "for pk in ids:\n    Book.objects.filter(pk=pk).update(title='x')\n"
        "print(Book.objects.filter(title='x').count())",
        line=3, count=16, kind="query_in_loop", cure="filter(pk__in=ids).update(...)",
        cured="ids = list(Book.objects.values_list('pk', flat=True))\n"
        "# filter(pk__in=ids).update(...)\n"
        "Book.objects.filter(pk__in=ids).update(title='x')\n"
        "print(Book.objects.filter(title='x').count())",
    ),
    Found(
        "delete in a loop",
        "for review in Review.objects.all():\n    review.delete()\nprint(Review.objects.count())",
        line=2, count=36, kind="query_in_loop", cure="filter(pk__in=ids).delete()",
        cured="ids = list(Review.objects.values_list('pk', flat=True))\n"
        "Review.objects.filter(pk__in=ids).delete()\nprint(Review.objects.count())",
    ),
    Found(
        "raw SQL in a loop",
        "from django.db import connection\n"
        "rows = [(f'x{n}', n) for n in range(1, 11)]\n"
        "with connection.cursor() as cursor:\n"
        "    for row in rows:\n"
        "        cursor.execute('UPDATE library_book SET title = %s WHERE id = %s', row)\n"
        "print(Book.objects.filter(title__startswith='x').count())",
        line=5, count=10, kind="query_in_loop", cure="executemany(sql, rows)",
        cured="from django.db import connection\n"
        "rows = [(f'x{n}', n) for n in range(1, 11)]\n"
        "sql = 'UPDATE library_book SET title = %s WHERE id = %s'\n"
        "with connection.cursor() as cursor:\n    cursor.executemany(sql, rows)\n"
        "print(Book.objects.filter(title__startswith='x').count())",
    ),
    Found(
        "page of a paginator",
        "from django.core.paginator import Paginator\n"
        "books = Book.objects.order_by('pk')<>\n"
        "for book in Paginator(books, 10).page(1):\n    print(book.author.name)",
        line=4, count=10, relation="Book.author", origin=2, cure='select_related("author")',
    ),
    Found(
        "in_bulk",
        "for book in Book.objects<>.in_bulk().values():\n    print(book.author.name)",
        line=2, count=16, relation="Book.author", origin=1, cure='select_related("author")',
    ),
    Found(
        "count of a relation in a template",
        "from django.template.loader import render_to_string\n"
        "books = Book.objects.all()<>\n"
        "print(render_to_string('books.html', {'books': books}))",
        line=1, count=16, relation="Book.review_set", origin=2,
        cure='prefetch_related("review_set")', file="books.html",
        templates={"books.html": "{% for b in books %}{{ b.review_set.count }}{% endfor %}"},
    ),
    Found(
        "sum of a relation",
        "for book in Book.objects.order_by('pk'):\n"
        "    print(book.review_set.aggregate(total=Sum('stars'))['total'])",
        line=2, count=16, relation="Book.review_set", cure=None, says="annotate",
        cured="for book in Book.objects.annotate(total=Sum('review__stars')).order_by('pk'):\n"
        "    print(book.total)",
    ),
    Found(
        "values of a relation",
        "for book in Book.objects.all():\n    print(list(book.tags.values_list('name', flat=True)))",
        line=2, count=16, relation="Book.tags", cure=None, says="narrowed or ordered",
        cured="for book in Book.objects.prefetch_related('tags'):\n"
        "    print([tag.name for tag in book.tags.all()])",
    ),
    Found(
        "up a chain of one relation",
        "author = Author.objects.get(name='Author 11')\n"
        "while author.mentor:\n    author = author.mentor\nprint(author.name)",
        line=2, count=11, relation="Author.mentor", cure=None, says="one for each step along",
        cured="authors = Author.objects.in_bulk()\n"
        "author = next(each for each in authors.values() if each.name == 'Author 11')\n"
        "while author.mentor_id:\n    author = authors[author.mentor_id]\nprint(author.name)",
    ),
    Found(
        "down a tree",
        "def walk(author):\n"
        "    print(author.name)\n"
        "    for pupil in author.pupils.all():\n"
        "        walk(pupil)\n"
        "walk(Author.objects.get(mentor=None))",
        line=3, count=12, relation="Author.pupils", cure=None, says="each level of the tree",
        cured="pupils = {}\n"
        "for author in Author.objects.all():\n"
        "    pupils.setdefault(author.mentor_id, []).append(author)\n"
        "def walk(author):\n"
        "    print(author.name)\n"
        "    for pupil in pupils.get(author.pk, []):\n"
        "        walk(pupil)\n"
        "walk(pupils[None][0])",
    ),
    Found(
        "foreign key of refreshed instances",
        "for book in Book.objects.select_related('author'):\n"
        "    book.refresh_from_db()\n    print(book.author.name)",
        line=3, count=16, relation="Book.author", cure=None, says="prefetch_related_objects(",
        others=(None, "filter(pk__in=ids)"),
        cured="for book in Book.objects.select_related('author'):\n    print(book.author.name)",
    ),
    Found(
        "foreign key that was changed",
        "for book in Book.objects.select_related('publisher'):\n"
        "    book.author_id = 1\n    book.publisher_id = 1\n"
        "    print(book.publisher.name)",
        line=4, count=8, relation="Book.publisher", cure=None,
        cured="publisher = Publisher.objects.get(pk=1)\n"
        "for book in Book.objects.all():\n    book.publisher = publisher\n"
        "    print(book.publisher.name)",
    ),
    Found(
        "prefetch that a change threw away",
        "tag = Tag.objects.get(pk=1)\n"
        "for book in Book.objects.prefetch_related('tags'):\n"
        "    book.tags.add(tag)\n    print(sorted(t.name for t in book.tags.all()))",
        line=4, count=16, relation="Book.tags", cure=None, kind="n_plus_one",
        cured="tag = Tag.objects.get(pk=1)\n"
        "for book in Book.objects.prefetch_related('tags'):\n"
        "    print(sorted({tag.name, *(t.name for t in book.tags.all())}))",
        others=("bulk_create(links)",),
    ),
    Found(
        "get_or_create in a loop",
        "names = [f'n{n}' for n in range(10)]\n"
        "for name in names:\n    Tag.objects.get_or_create(name=name)\nprint(Tag.objects.count())",
        line=3, count=10, kind="query_in_loop", cure="bulk_create(objects, ignore_conflicts=True)",
        cured="objects = [Tag(name=f'n{n}') for n in range(10)]\n"
        "Tag.objects.bulk_create(objects, ignore_conflicts=True)\nprint(Tag.objects.count())",
    ),
    Found(
        "in the view of each request",
        "from django.test import Client\nprint(Client().get('/authors/').content)",
        line=15, count=16, relation="Book.author", cure='select_related("author")', file="urls.py",
        cured="print(', '.join(b.author.name for b in Book.objects"
        '.select_related("author").order_by(\'pk\')).encode())',
    ),
    Found(
        "foreign key of a prefetched foreign key",
        "for book in Book.objects.prefetch_related('publisher')<>:\n"
        "    print(book.publisher.country.name)",
        line=2, count=3, relation="Publisher.country", origin=1,
        cure='prefetch_related("publisher__country")',
    ),
    Found(
        "many of each that was got in a loop",
        "ids = list(Book.objects.values_list('pk', flat=True))\n"
        "for pk in ids:\n    book = Book.objects.get(pk=pk)\n    print(len(book.tags.all()))",
        line=4, count=16, relation="Book.tags", cure=None, others=("in_bulk(ids)",),
        cured="ids = list(Book.objects.values_list('pk', flat=True))\n"
        "books = Book.objects.prefetch_related('tags').in_bulk(ids)\n"
        "for pk in ids:\n    print(len(books[pk].tags.all()))",
    ),
    Found(
        "join that nobody read",
        "for book in Book.objects.select_related('author'):\n    print(book.title)",
        line=1, count=1, kind="unused_eager_load", relation="Book.author", origin=1, cure=None,
        cured="for book in Book.objects.all():\n    print(book.title)",
    ),
    Found(
        "prefetch that nobody read",
        "for book in Book.objects.prefetch_related('tags', 'review_set'):\n"
        "    print(book.title, len(book.tags.all()))",
        line=1, count=1, kind="unused_eager_load", relation="Book.review_set", origin=1, cure=None,
        cured="for book in Book.objects.prefetch_related('tags'):\n"
        "    print(book.title, len(book.tags.all()))",
    ),
    Found(
        "prefetch of which only the first part was read",
        "for book in Book.objects.prefetch_related('review_set__reader'):\n"
        "    print([review.stars for review in book.review_set.all()])",
        line=1, count=1, kind="unused_eager_load", relation="Book.review_set.reader", cure=None,
        cured="for book in Book.objects.prefetch_related('review_set'):\n"
        "    print([review.stars for review in book.review_set.all()])",
    ),
]
# fmt: on

INNOCENT = {
    "one query": "print(Book.objects.count())",
    "two loops of one query each": "for b in Book.objects.all():\n    b.title\nfor b in Book.objects.all():\n    b.isbn",
    "joined": "for b in Book.objects.select_related('author'):\n    b.author.name",
    "joined twice": "for b in Book.objects.select_related('publisher__country'):\n    b.publisher.country.name",
    "prefetched": "for b in Book.objects.prefetch_related('tags'):\n    list(b.tags.all())",
    "prefetched and counted": "for b in Book.objects.prefetch_related('tags'):\n    b.tags.count()",
    "prefetched through": "for b in Book.objects.prefetch_related('review_set__reader'):\n    [r.reader.name for r in b.review_set.all()]",
    "prefetched into an attribute": "for b in Book.objects.prefetch_related(Prefetch('tags', to_attr='labels')):\n    b.labels",
    "prefetched into an attribute, unread": "for b in Book.objects.prefetch_related(Prefetch('tags', to_attr='labels')):\n    b.title",
    "prefetched with its key": "qs = Review.objects.only('stars', 'book')\nfor b in Book.objects.prefetch_related(Prefetch('review_set', queryset=qs)):\n    list(b.review_set.all())",
    "generic, prefetched": "for c in Comment.objects.prefetch_related('target'):\n    c.target",
    "peers fetched together": "from django.db.models import FETCH_PEERS\nfor b in Book.objects.fetch_mode(FETCH_PEERS):\n    b.author.name",
    "left-out fields of peers": "from django.db.models import FETCH_PEERS\nfor b in Book.objects.only('title').fetch_mode(FETCH_PEERS):\n    b.blurb",
    "values": "for row in Book.objects.values('title', 'author__name'):\n    row['author__name']",
    "only, kept to": "for b in Book.objects.only('title'):\n    b.title",
    "two rows": "for b in Book.objects.all()[:2]:\n    b.author.name",
    "three questions on three lines": "Book.objects.get(pk=1).author\nBook.objects.get(pk=2).author\nBook.objects.get(pk=3).author",
    "a helper called from two lines": "def f(pk):\n    return Book.objects.get(pk=pk).author\nf(1)\nf(2)\nf(3)\nf(4)\nf(5)\nf(6)",
    "a loop over what is written down": "for pk in (1, 2, 3, 4, 5, 6):\n    Book.objects.get(pk=pk)",
    "a loop over a constant": "STARS = ['0', '1', '2', '3', '4', '5']\nfor s in STARS:\n    Review.objects.filter(stars=s).count()",
    "a loop over a range": "for s in range(6):\n    Review.objects.filter(stars=s).count()",
    "a short loop": "keys = [b.pk for b in Book.objects.all()[:4]]\nfor pk in keys:\n    Book.objects.get(pk=pk)",
    "fixed cases, and a foreign key of each": "for pk in (1, 2, 3, 4, 5, 6):\n    Book.objects.get(pk=pk).author.name",
    "pages": "from django.core.paginator import Paginator\npages = Paginator(Book.objects.order_by('pk'), 2)\nfor page in pages:\n    [b.title for b in page]",
    "pages by hand": "n = 0\nwhile rows := list(Book.objects.order_by('pk')[n:n + 2]):\n    n += 2",
    "pages by key": "last = 0\nwhile rows := list(Book.objects.filter(pk__gt=last).order_by('pk')[:2]):\n    last = rows[-1].pk",
    "prefetch of a chunked iterator": "for b in Book.objects.prefetch_related('tags').iterator(chunk_size=2):\n    list(b.tags.all())",
    "batches by key": "keys = list(Book.objects.values_list('pk', flat=True))\nfor n in range(0, len(keys), 2):\n    list(Book.objects.filter(pk__in=keys[n:n + 2]))",
    "in_bulk by batches": "keys = list(Book.objects.values_list('pk', flat=True))\nfor n in range(0, len(keys), 2):\n    Book.objects.in_bulk(keys[n:n + 2])",
    "bulk_create by batches": "Tag.objects.bulk_create([Tag(name=f't{n}') for n in range(50)], batch_size=5)",
    "bulk_update by batches": "Book.objects.bulk_update(list(Book.objects.all()), ['title'], batch_size=2)",
    "savepoints": "from django.db import transaction\nkeys = [b.pk for b in Book.objects.all()]\nfor k in keys:\n    with transaction.atomic():\n        pass",
    "executemany": "from django.db import connection\nwith connection.cursor() as c:\n    c.executemany('UPDATE library_book SET title = %s WHERE id = %s', [('x', n) for n in range(9)])",
    "created instances": "for t in [Tag(name='a'), Tag(name='b'), Tag(name='c')]:\n    t.name",
    "seed code": "from library.seed import seed\nTag.objects.all().delete(); Profile.objects.all().delete(); Book.objects.all().delete(); Author.objects.all().delete(); Club.objects.all().delete()\nseed()",
    "join read once": "for b in Book.objects.select_related('author'):\n    if b.pk == 3: b.author.name",
    "join read of rows without it": "Book.objects.filter(pk=1).update(publisher=None)\nfor b in Book.objects.filter(pk=1).select_related('publisher'):\n    b.publisher",
    "join that was pickled": "import pickle\npickle.dumps(list(Book.objects.select_related('author')))",
    "join that was copied": "import copy\nfor b in Book.objects.select_related('author'):\n    copy.copy(b)",
    "join for a template": "from django.template import Template, Context\nTemplate('{% for b in bs %}{{ b.author }}{% endfor %}').render(Context({'bs': Book.objects.select_related('author')}))",
    "join for a serializer": "from library.serializers import NestedSerializer\nNestedSerializer(Book.objects.select_related('author'), many=True).data",
    "keys of a serializer": "from library.serializers import PlainSerializer\nPlainSerializer(Book.objects.all(), many=True).data",
    "join of nothing": "for b in Book.objects.filter(pk=-1).select_related('author'):\n    b.author",
    "prefetch on the way to a join": "for b in Book.objects.select_related('author').prefetch_related('author__books'):\n    list(b.author.books.all())",
    "sessions of requests": "from django.test import Client\nclient = Client()\npaths = ['/count/' for n in range(1, 10)]\nfor path in paths:\n    client.get(path)",
    "requests of one row": "from django.test import Client\nclient = Client()\nfor b in Book.objects.all():\n    client.get(f'/book/{b.pk}/')",
    "a cache": "from django.core.cache import cache\nfor n in [b.pk for b in Book.objects.all()]:\n    cache.set(n, n)\n    cache.get(n)",
    "a users' manager": "from django.contrib.auth.models import User\nnames = [t.name for t in Book.objects.all()[:0]]\nUser.objects.filter(username='x').exists()",
    "a subquery": "for b in Book.objects.filter(author__in=Author.objects.filter(name__contains='1')):\n    b.title",
    "first of each, prefetched": "best = Prefetch('review_set', queryset=Review.objects.order_by('-stars')[:1], to_attr='best')\nfor b in Book.objects.prefetch_related(best):\n    b.best",
    "foreign key, prefetched": "for b in Book.objects.prefetch_related('author'):\n    b.author",
    "a join of the manager": "for book in Book.joined.all():\n    book.title",
    "a helper with a loop, called twice": "def f(qs):\n    return [b.title for b in qs]\nf(Book.objects.all())\nf(Book.objects.filter(pk=1))",
    "deleting with what hangs on it": "Author.objects.all().delete()",
    "annotated": "for b in Book.objects.annotate(n=Count('tags')):\n    b.n",
}


@pytest.mark.parametrize(
    "case", [each for each in FOUND if each.kind != "none"], ids=lambda case: case.name
)
def test_found(learn, case):
    slow = learn(PREAMBLE + case.source.replace("<>", ""), case.templates)
    found = [f for f in slow.findings if (f.kind, f.relation) == (case.kind, case.relation)]
    first = found[0]
    assert first.cure == case.cure
    offset = BEFORE if case.file == "main.py" else 0
    assert (first.place.file, first.place.line) == (case.file, case.line + offset)
    assert sum(each.count for each in found) == case.count
    assert len(first.queries) == first.count
    assert case.says in first.message
    if case.cure is not None:
        assert case.cure in first.message
    if case.origin is not None:
        assert (first.origin.file, first.origin.line) == ("main.py", case.origin + BEFORE)
    assert sorted(str(f.cure) for f in slow.findings if f is not first) == sorted(
        map(str, case.others)
    )

    if case.cured is None:
        assert "<>" in case.source
        cured = case.source.replace("<>", f".{case.cure}")
    else:
        assert case.cure is None or case.cure in case.cured
        cured = case.cured
    fast = learn(PREAMBLE + cured, case.templates)
    assert fast.output == slow.output
    assert not any((f.kind, f.relation) == (case.kind, case.relation) for f in fast.findings)
    if case.kind != "unused_eager_load":
        assert fast.recording.query_count < slow.recording.query_count


@pytest.mark.parametrize("name", INNOCENT)
def test_innocent(learn, name):
    run = learn(PREAMBLE + INNOCENT[name])
    assert [finding.message for finding in run.findings] == []

"""REST framework's ways of reaching relations."""

from rest_framework import serializers

from .models import Author, Book, Review


class AuthorSerializer(serializers.ModelSerializer):
    class Meta:
        model = Author
        fields = ["name"]


class NestedSerializer(serializers.ModelSerializer):
    author = AuthorSerializer()

    class Meta:
        model = Book
        fields = ["title", "author"]


class MethodSerializer(serializers.ModelSerializer):
    author_name = serializers.SerializerMethodField()

    class Meta:
        model = Book
        fields = ["title", "author_name"]

    def get_author_name(self, book):
        return book.author.name


class SlugSerializer(serializers.ModelSerializer):
    tags = serializers.SlugRelatedField(many=True, read_only=True, slug_field="name")

    class Meta:
        model = Book
        fields = ["title", "tags"]


class ReviewSerializer(serializers.ModelSerializer):
    class Meta:
        model = Review
        fields = ["stars"]


class ReviewedSerializer(serializers.ModelSerializer):
    review_set = ReviewSerializer(many=True)

    class Meta:
        model = Book
        fields = ["title", "review_set"]


class PlainSerializer(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ["title", "author"]

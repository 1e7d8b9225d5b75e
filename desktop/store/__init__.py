"""The desk's own store: SQLite encrypted with SQLCipher, one writer, an outbox, a shadow, number books, blobs."""

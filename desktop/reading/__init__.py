"""Reading a page's picture: its words in Thai and English, where they stand, and how far they are to be trusted.

`reader.PageReader` reads a picture or a page of a PDF in a process of its own; `model.PageReading` is what comes of it;
`text_layer` lays it invisibly over a copy of the PDF, where `searchable` says that words are missing. Everything that
imports numpy runs in that process only.
"""

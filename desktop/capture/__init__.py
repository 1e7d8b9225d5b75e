"""From files and scanned pages to documents that can be registered; what came in is never altered."""

"""The room of outgoing papers: drafts, the editor with its live paper, signing, the dispatch book."""

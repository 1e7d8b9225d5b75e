"""หนังสือออก: drafts with all their versions, review, signing with the number of that moment, paper, dispatch."""

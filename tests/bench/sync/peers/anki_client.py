"""Anki's collection as a client that obeys the orders of orders.py. `anki_client.py URL NAME FOLDER`.

A letter is a note (with the card that Anki makes of it); sending and fetching are both its normal sync.
"""

import sys
import time

from anki.collection import AddNoteRequest, Collection
from orders import obey

FIELDS = ("subject", "from_party", "book_number", "received_at", "remarks")


class Client:
    def __init__(self, url, name, folder):
        self.collection = Collection(f"{folder}/{name}.anki2")
        self.note_type = self.collection.models.by_name("Basic")
        self.auth = self.collection.sync_login("clerk", "pw", url + "/")
        if name == "writer":
            self.add([dict.fromkeys(FIELDS, "-")])
        self.collection.sync_collection(self.auth, False)
        self._whole(upload=name == "writer")

    def _whole(self, upload):
        """The first meeting, which Anki does by copying the file: of a collection with one note, and not timed."""
        self.collection.close_for_full_sync()
        self.collection.full_upload_or_download(auth=self.auth, server_usn=None, upload=upload)
        self.collection.reopen(after_full_sync=True)

    def add(self, letters):
        deck, notes = self.collection.decks.id("Default"), []
        for letter in letters:
            note = self.collection.new_note(self.note_type)
            note.fields = [letter["subject"], "\x1e".join(letter[name] for name in FIELDS[1:])]
            notes.append(AddNoteRequest(note=note, deck_id=deck))
        self.collection.add_notes(notes)

    def change(self, count):
        found = self.collection.find_notes("")
        notes = [self.collection.get_note(one) for one in found[1 : count + 1]]
        for note in notes:
            note.fields[1] += "."
        self.collection.update_notes(notes)

    def send(self):
        begun = time.perf_counter()
        asked = self.collection.sync_collection(self.auth, False)
        took = time.perf_counter() - begun
        if asked.required not in (asked.NO_CHANGES, asked.NORMAL_SYNC):
            raise SystemExit(f"anki wanted {asked.ChangesRequired.Name(asked.required)}")
        return took

    fetch = send

    def count(self):
        return self.collection.note_count() - 1

    def close(self):
        self.collection.close()


obey(Client(*sys.argv[1:]))

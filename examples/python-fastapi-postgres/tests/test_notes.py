import unittest

from app.notes import MAX_LENGTH, InvalidNote, MemoryStore, clean_text


class CleanText(unittest.TestCase):
    def test_collapses_white_space(self):
        self.assertEqual(clean_text("  buy \n\t milk "), "buy milk")

    def test_refuses_an_empty_note(self):
        for text in ("", "   ", "\n\t"):
            with self.subTest(text=text), self.assertRaisesRegex(InvalidNote, "needs some text"):
                clean_text(text)

    def test_counts_characters_after_cleaning(self):
        self.assertEqual(len(clean_text(" " * 50 + "x" * MAX_LENGTH)), MAX_LENGTH)
        with self.assertRaisesRegex(InvalidNote, "501"):
            clean_text("x" * (MAX_LENGTH + 1))

    def test_refuses_what_the_database_cannot_store(self):
        with self.assertRaisesRegex(InvalidNote, "NUL"):
            clean_text("a\x00b")


class Store(unittest.TestCase):
    def test_gives_the_newest_notes_first(self):
        store = MemoryStore()
        for text in ("first", "second", "third"):
            store.add(text)
        self.assertEqual([note.text for note in store.latest(2)], ["third", "second"])


if __name__ == "__main__":
    unittest.main()

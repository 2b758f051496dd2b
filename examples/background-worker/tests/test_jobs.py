import unittest

from worker.jobs import BadJob, Job, parse, run


class Parse(unittest.TestCase):
    def test_reads_a_job(self):
        self.assertEqual(parse(b'{"id": "a-7", "text": "hello"}'), Job("a-7", "hello"))

    def test_refuses_what_is_no_job(self):
        for message in (
            b"",
            b"{",
            b"\xff",
            b"[]",
            b"{}",
            b'{"id": 7, "text": ""}',
            b'{"id": "a b", "text": ""}',
            b'{"id": "7"}',
        ):
            with self.subTest(message=message), self.assertRaises(BadJob):
                parse(message)


class Run(unittest.TestCase):
    def test_counts_words(self):
        result = run(Job("1", "The cat didn't see the other cat, the black one."))
        self.assertEqual(result["words"], 10)
        self.assertEqual(result["different"], 7)
        self.assertEqual(result["most_common"][:2], [("the", 3), ("cat", 2)])

    def test_an_empty_text_has_no_words(self):
        self.assertEqual(run(Job("1", "")), {"words": 0, "different": 0, "most_common": []})


if __name__ == "__main__":
    unittest.main()

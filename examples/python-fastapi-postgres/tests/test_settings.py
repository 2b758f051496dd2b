import tempfile
import unittest
from pathlib import Path

from app.settings import DatabaseSettings, SettingsError

COMPLETE = {"DB_HOST": "db", "DB_NAME": "notes", "DB_USER": "notes"}


class FromEnvironment(unittest.TestCase):
    def secret(self, content: str) -> str:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        path = Path(folder.name, "db_password")
        path.write_text(content, encoding="utf-8")
        return str(path)

    def test_reads_the_password_from_its_file_without_the_final_newline(self):
        settings = DatabaseSettings.from_environment({**COMPLETE, "DB_PASSWORD_FILE": self.secret(" s3cret \n")})
        self.assertEqual(settings.connection_arguments()["password"], " s3cret ")

    def test_works_without_a_password(self):
        settings = DatabaseSettings.from_environment(COMPLETE)
        self.assertNotIn("password", settings.connection_arguments())
        self.assertEqual(settings.port, 5432)

    def test_does_not_show_the_password_when_printed(self):
        settings = DatabaseSettings.from_environment({**COMPLETE, "DB_PASSWORD_FILE": self.secret("s3cret")})
        self.assertNotIn("s3cret", repr(settings))

    def test_names_the_setting_that_is_missing(self):
        for name in COMPLETE:
            env = {key: value for key, value in COMPLETE.items() if key != name}
            with self.subTest(name=name), self.assertRaisesRegex(SettingsError, name):
                DatabaseSettings.from_environment(env)

    def test_refuses_what_is_no_port(self):
        for port in ("", "http", "0", "65536", "-1", "5432 "):
            with self.subTest(port=port), self.assertRaisesRegex(SettingsError, "DB_PORT"):
                DatabaseSettings.from_environment({**COMPLETE, "DB_PORT": port})

    def test_refuses_a_secret_that_is_absent_or_empty(self):
        for path in ("/nowhere/db_password", self.secret("\n")):
            with self.subTest(path=path), self.assertRaisesRegex(SettingsError, "DB_PASSWORD_FILE"):
                DatabaseSettings.from_environment({**COMPLETE, "DB_PASSWORD_FILE": path})


if __name__ == "__main__":
    unittest.main()

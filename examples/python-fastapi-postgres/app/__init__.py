"""A small notes service: FastAPI in front, PostgreSQL behind."""

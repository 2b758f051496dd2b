from main import page


def test_page() -> None:
    assert "Freight" in page()

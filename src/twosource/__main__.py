"""Let `python -m twosource` do what the `twosource` command does."""

from twosource.cli import main

if __name__ == "__main__":
    main()

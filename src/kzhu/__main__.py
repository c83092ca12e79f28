"""`python -m kzhu` is `kzhu`."""

from kzhu.cli import main

if __name__ == "__main__":
    main()

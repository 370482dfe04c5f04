"""``python -m liennganh`` is the command ``liennganh``."""

from liennganh.cli import main

if __name__ == "__main__":
    main()

"""`python -m waqai` is the `waqai` command."""

from waqai.cli.main import main

if __name__ == "__main__":
    main()

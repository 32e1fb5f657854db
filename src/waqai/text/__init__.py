"""Arabic text: folding, tokens, clitics, sentences, with offsets never lost."""

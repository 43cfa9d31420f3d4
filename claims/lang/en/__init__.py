"""English. `pack` puts the language together."""

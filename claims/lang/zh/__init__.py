"""Chinese, in both scripts. `pack` puts the language together."""

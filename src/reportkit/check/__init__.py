"""The rule engine: what a rule is, how rules run, what comes of them."""

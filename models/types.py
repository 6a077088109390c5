"""The vocabulary of event types (codebook, section 2); what each is stands in the lexicon's types.toml."""

DIPLOMATIC = (
    *("visit", "meeting", "call", "negotiation", "mediation", "statement", "denial", "accusation", "criticism"),
    *("demarche", "investigation", "appeal", "demand", "pledge", "agreement", "support", "recognition", "apology"),
    *("cooperation", "aid", "concession", "rejection", "threat", "sanction", "rupture", "expulsion"),
)
"""The types that are extracted unless others are asked for."""

CONFLICT = ("demonstration", "mobilization", "coercion", "assault")
"""The types that are extracted only when asked for."""

TYPE_NAMES = DIPLOMATIC + CONFLICT
"""All types, in the order of the codebook."""

SYMMETRIC = frozenset({"meeting", "call", "negotiation", "agreement", "cooperation"})
"""Types whose participants are all actors."""

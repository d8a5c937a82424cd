"""A region at morning peak: a thousand halls, every screen listening, residents who come at random."""

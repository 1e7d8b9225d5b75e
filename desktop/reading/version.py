"""Which reader read a page: what was read by another one may be read again."""

ENGINE = "thesaban-7"

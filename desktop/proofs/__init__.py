"""Papers that prove themselves: a signed QR code, the list of what was revoked since, and the judgement of both."""

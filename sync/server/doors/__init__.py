"""The centre's endpoints, by topic: each file ends with `DOORS`, and `app` puts them all behind one address."""

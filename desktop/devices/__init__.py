"""The machines on the desk: for each a port, its adapters, and in the tests something that speaks its protocol."""

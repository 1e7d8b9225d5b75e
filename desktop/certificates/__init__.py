"""What the office issues for a citizen to hang on the wall: certificates and licences, their register, copies, fees."""

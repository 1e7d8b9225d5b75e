"""งานสารบรรณ: registers, the intake stamp, endorsement, routing and the way of a letter through the office."""

"""Everything that touches net, disk, clock or database; no edge knows a stage."""

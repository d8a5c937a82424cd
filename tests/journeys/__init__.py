"""The whole hall: real window, real client, real service, real drivers, simulated wires."""
